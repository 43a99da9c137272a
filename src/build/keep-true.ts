import { type Source, truthOf } from '../core/index.ts';
import { checkConfirmed } from './confirmed-rows.ts';
import { testsOf, ownedConditions } from './lint/conditions.ts';
import { factsOfForms } from './lint/forms.ts';
import type { KnowledgeFiles } from './parse-knowledge.ts';
import type { Problem } from './problem.ts';
import type { Row } from './row.ts';

/** One part of the report, in lines. `fails`: the run fails while it is not empty. */
export type Part = { readonly title: string; readonly lines: readonly string[]; readonly fails?: true };

type Read = { readonly source: Source; readonly by: readonly string[] };

const isSource = (v: object): boolean => 'readOn' in v && 'grade' in v && 'checked' in v;

const sourcesIn = (value: unknown): readonly Source[] => {
  if (typeof value !== 'object' || value === null) return [];
  return isSource(value) ? [value as Source] : Object.values(value).flatMap(sourcesIn);
};

/** Every source once, with the names of what rests on it. */
const sourcesOf = (files: KnowledgeFiles): readonly Read[] => {
  const things = [
    ...files.base.rules,
    ...files.base.pending,
    ...files.changes,
    ...files.facts,
    ...files.delegations,
    ...files.offices,
    ...files.playbooks,
    ...files.blocks,
    ...files.questions,
    ...files.directory,
    ...files.forms,
    ...files.library.readiness.checks,
    ...files.library.readiness.yardsticks,
    ...files.library.drills,
    { id: 'drill-method', of: files.library.drillMethod },
    { id: 'taxonomy', of: files.library.taxonomy },
    { id: 'metrics', of: files.library.metrics },
    ...files.library.scales,
    ...files.library.helpers,
    ...files.library.disagreements,
    ...Object.values(files.calendars),
  ];
  const found = new Map<string, { source: Source; by: string[] }>();
  for (const thing of things)
    for (const source of sourcesIn(thing)) {
      const key = `${source.text} ${source.url ?? ''}`;
      const known = found.get(key) ?? { source, by: [] };
      if (!known.by.includes(thing.id)) known.by.push(thing.id);
      found.set(key, known);
    }
  return [...found.values()];
};

const dayMs = 24 * 60 * 60 * 1000;

const daysBetween = (from: string, to: string): number => (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs;

const say = ({ source, by }: Read): string =>
  `${source.text}${source.url ? ` ${source.url}` : ''} [${source.grade}, read ${source.readOn ?? 'never'}] — ${by.length > 3 ? `${by.slice(0, 3).join(', ')} and ${by.length - 3} more` : by.join(', ')}`;

/** Stages shown as if their text had been read, though it was not. */
const unreadWithStrength = ({ base }: KnowledgeFiles): readonly string[] =>
  base.rules.flatMap((r) =>
    r.stages.flatMap((s) =>
      s.choices
        .filter((c) => truthOf(c.grade) === 'not-read' && c.strength !== 'unconfirmed')
        .map((c) => `${r.id}.${s.id} (${c.cite}): ${c.strength}, grade ${c.grade}`),
    ),
  );

/** Facts that no rule, date or recipient reads: accepted and never asked, or asked by a form alone. */
const neverAsked = (files: KnowledgeFiles): readonly string[] => {
  const tested = new Set([
    ...ownedConditions(files).flatMap(({ cond }) => testsOf(cond).map((t) => t.fact.split('.')[0] as string)),
    ...files.base.rules.flatMap((r) => r.stages.flatMap((s) => [s.filedBy ?? '', ...s.choices.map((c) => c.start)])),
    ...files.implications.flatMap((i) => ('known' in i.if ? [i.if.known] : testsOf(i.if).map((t) => t.fact))),
    ...files.delegations.flatMap((d) => Object.values(d.by)),
    ...files.offices.flatMap((o) => o.by),
  ]);
  const formed = new Set(factsOfForms(files));
  const reserved = files.facts.filter((d) => files.reserved.has(d.id)).map((d) => d.id);
  const only = files.facts.filter((d) => !tested.has(d.id) && !files.reserved.has(d.id));
  return [
    ...(reserved.length > 0 ? [`accepted, never asked (reserved, ${reserved.length}): ${reserved.join(', ')}`] : []),
    ...only.map((d) => `${d.id}: ${formed.has(d.id) ? 'asked by forms only' : 'read by nothing but questions and cases'}`),
  ];
};

const ofChecks = (problems: readonly Problem[], ...checks: readonly string[]): readonly string[] =>
  problems.filter((p) => checks.some((c) => p.check.startsWith(c))).map((p) => `knowledge/${p.file}:${p.line} ${p.message}`);

/**
 * What has to be looked at again so that the knowledge stays true, on a civil day. `opened` is the live page opened by a person;
 * no date of opening is ever taken for granted.
 */
export const keepTrue = (files: KnowledgeFiles, problems: readonly Problem[], rows: readonly Row[], today: string): readonly Part[] => {
  const sources = sourcesOf(files);
  const { situations, unconfirmed } = checkConfirmed(files, rows);
  const old = sources.filter(({ source }) => source.checked && daysBetween(source.checked.on, today) > 90);
  const readLongAgo = sources.filter(({ source }) => !source.checked && source.readOn && daysBetween(source.readOn, today) > 90);
  const never = sources.filter(({ source }) => !source.checked);
  return [
    { title: `Live pages never opened by a person (${never.length} of ${sources.length} sources)`, lines: never.map(say) },
    { title: 'Opened more than 90 days ago', lines: old.map(say) },
    { title: 'Read more than 90 days ago and not opened since', lines: readLongAgo.map(say) },
    { title: 'Not read, with a strength other than unconfirmed', lines: unreadWithStrength(files), fails: true },
    { title: 'Conditions without a citation', lines: ofChecks(problems, 'missing-cite'), fails: true },
    { title: 'Missing language', lines: ofChecks(problems, 'missing-text'), fails: true },
    { title: 'Facts that nothing needs', lines: ofChecks(problems, 'fact-not-needed'), fails: true },
    { title: 'Facts never asked for a duty', lines: neverAsked(files) },
    { title: 'Undeclared overlaps and implications', lines: ofChecks(problems, 'undeclared-', 'relation-not-true'), fails: true },
    {
      title: 'Boundary rows not confirmed against the statute by a person',
      lines: unconfirmed > 0 ? [`${unconfirmed} of ${situations} situations`] : [],
    },
    {
      title: 'Changes of the law, and the answers that move',
      lines: files.changes.map(
        (c) => `${c.from} ${c.label.en}: ${c.moves.length > 0 ? c.moves.flatMap((m) => m.rules).join(', ') : 'no answer changes'}`,
      ),
    },
  ];
};
