import { type Cond, inline, type Law, lawAt, type Rule, triOf } from '../core/index.ts';
import { catalogueOf } from './catalogue.ts';
import { leavesOf } from './lint/conditions.ts';
import { mutantsOf } from './mutate-condition.ts';
import type { KnowledgeFiles } from './parse-knowledge.ts';
import { questionsOf, type Row } from './row.ts';
import { makeWorld } from './world.ts';

type Files = Pick<KnowledgeFiles, 'base' | 'facts' | 'implications'>;

/** Of the planted mistakes that change some answer, how many the rows notice. */
export type Score = { readonly planted: number; readonly caught: number; readonly same: number; readonly missed: readonly string[] };

/** One text of one condition, with and without the mistake, and the rows that speak of it. */
type Changed = { readonly before: Cond; readonly after: Cond; readonly rows: readonly Row[] };

/** One planted mistake and every condition it reaches. */
type Planted = { readonly what: string; readonly changed: readonly Changed[] };

const usesTerm = (cond: Cond, term: string, terms: Law['terms']): boolean =>
  leavesOf(cond).some(
    (l) => l.op === 'term' && (l.term === term || usesTerm(terms.get(l.term)?.cond ?? { op: 'any', of: [] }, term, terms)),
  );

type Text = { readonly rule: Rule; readonly about: string; readonly source: Cond; readonly law: Law; readonly rows: readonly Row[] };

/** Each text of each condition that rows were made from, as written (terms in their places by name). */
const textsOf = ({ base }: Files, rows: readonly Row[]): readonly Text[] => {
  const byText = new Map<string, Row[]>();
  for (const row of rows)
    byText.set(`${row.rule}\n${row.about}\n${row.on}`, [...(byText.get(`${row.rule}\n${row.about}\n${row.on}`) ?? []), row]);
  return [...byText].flatMap(([key, found]) => {
    const [id, about, on] = key.split('\n') as [string, string, string];
    const rule = base.rules.find((r) => r.id === id);
    const question = rule && questionsOf(rule).find((q) => q.about === about);
    return rule && question ? [{ rule, about, source: question.cond, law: lawAt(base, on), rows: found }] : [];
  });
};

const inRules = (files: Files, texts: readonly Text[]): readonly Planted[] => {
  const catalogue = catalogueOf(files);
  return files.base.rules.flatMap((rule) =>
    questionsOf(rule).flatMap(({ about, cond }) =>
      mutantsOf(cond, catalogue).map((m) => ({
        what: `${rule.id} ${about}: ${m.what}`,
        changed: texts
          .filter((t) => t.rule === rule && t.about === about)
          .map((t) => ({ before: inline(t.source, t.law.terms), after: inline(m.cond, t.law.terms), rows: t.rows })),
      })),
    ),
  );
};

const inTerms = (files: Files, texts: readonly Text[]): readonly Planted[] => {
  const catalogue = catalogueOf(files);
  return files.base.terms.flatMap((term) =>
    term.versions.flatMap((version) => {
      const reached = texts.filter((t) => t.law.terms.get(term.id)?.cond === version.cond && usesTerm(t.source, term.id, t.law.terms));
      return mutantsOf(version.cond, catalogue).map((m) => ({
        what: `${term.id}: ${m.what}`,
        changed: reached.map((t) => {
          const terms = new Map(t.law.terms).set(term.id, { ...term, cond: m.cond });
          return { before: inline(t.source, t.law.terms), after: inline(t.source, terms), rows: t.rows };
        }),
      }));
    }),
  );
};

const isCaught = ({ changed }: Planted): boolean =>
  changed.some(({ after, rows }) => rows.some((r) => triOf(after, r.facts) !== (r.answer === 'yes' ? 2 : 0)));

/** True where no situation that can exist gets another answer: the "mistake" is another way to write the same. */
const isSame = ({ changed }: Planted, files: Files): boolean =>
  changed.every(({ before, after }) => {
    const { store, of, possibleFor } = makeWorld(catalogueOf(files), files.implications, [before, after]);
    const differs = store.xor(of(before), of(after));
    return store.and(possibleFor(differs), differs) === 0;
  });

/** Plants every mistake, one at a time, in every term and rule, and counts those that some row notices. `every`: only each n-th, for speed. */
export const scoreRows = (files: Files, rows: readonly Row[], every = 1): Score => {
  const texts = textsOf(files, rows);
  const planted = [...inRules(files, texts), ...inTerms(files, texts)].filter((_, i) => i % every === 0);
  const missed = planted.filter((p) => !isCaught(p));
  const real = missed.filter((p) => !isSame(p, files));
  return {
    planted: planted.length,
    caught: planted.length - missed.length,
    same: missed.length - real.length,
    missed: real.map((p) => p.what),
  };
};

/** The share of mistakes that matter and are noticed, 0 to 1. */
export const shareOf = ({ planted, same, missed }: Score): number => (planted === same ? 1 : 1 - missed.length / (planted - same));
