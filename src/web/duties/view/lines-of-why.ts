import type { FactDef, FactId, Lang, Text, Tri, Why } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import { sayAnswer } from './say-answer.ts';
import type { Reader } from './say-date.ts';

/** One rung of the ladder: a condition in words, its value, its citation, and what it is made of. */
export type Rung = {
  readonly value: Tri;
  readonly text: string;
  /** For a question of the catalogue: what was answered. */
  readonly answer?: string;
  readonly cite: string;
  /** How the rungs below combine. */
  readonly joins?: string;
  readonly kids: readonly Rung[];
};

type Leaf = Extract<Why['cond'], { op: 'test' }>;

const needs = ({ rel, value }: Leaf, def: FactDef | undefined, lang: Lang): string => {
  const label = (id: unknown): string => def?.values?.find((v) => v.id === id)?.label[lang] ?? String(id);
  if (rel === 'is') return (value === true ? messages.yes : messages.no)[lang];
  if (rel === 'in') return (value as readonly string[]).map(label).join(lang === 'ja' ? '・' : ', ');
  if (rel === 'has') return label(value);
  const words = { '>': messages.moreThan, '>=': messages.atLeast, '<': messages.lessThan, '<=': messages.atMost } as const;
  return words[rel](Number(value).toLocaleString(lang))[lang];
};

const sayNot = (unless: boolean, label: Text | undefined, lang: Lang): string => {
  if (label) return (unless ? messages.unlessOf(label[lang]) : messages.notOf(label[lang]))[lang];
  return (unless ? messages.unlessGroup : messages.notGroup)[lang];
};

const sameQuestion = (a: Why, b: Why): boolean =>
  a.cond.op === 'test' &&
  b.cond.op === 'test' &&
  a.cond.rel === 'has' &&
  b.cond.rel === 'has' &&
  a.cond.fact === b.cond.fact &&
  a.v === b.v;

/** The rungs below: members of one question that stand alike are said on one rung. */
const gather = (whys: readonly Why[], defs: ReadonlyMap<FactId, FactDef>, reader: Reader): readonly Rung[] => {
  const sets: Why[][] = [];
  for (const why of whys) {
    const set = sets.find(([first]) => first && sameQuestion(first, why));
    if (set) set.push(why);
    else sets.push([why]);
  }
  return sets.map(([first, ...more]) => {
    const rung = rungOf(first as Why, defs, reader);
    const others = more.flatMap(({ cond }) => (cond.op === 'test' ? needs(cond, defs.get(cond.fact), reader.lang) : []));
    return { ...rung, text: rung.text + others.map((other) => messages.leafToo(other)[reader.lang]).join('') };
  });
};

/** The evaluated condition as a ladder of sentences. A bare group of one gives way to its only member. */
export const rungOf = (why: Why, defs: ReadonlyMap<FactId, FactDef>, reader: Reader): Rung => {
  const { lang } = reader;
  const { cond } = why;
  const cite = cond.cite ?? '';
  if (cond.op === 'test') {
    const def = defs.get(cond.fact);
    const text = messages.leaf(def?.question[lang] ?? cond.fact, needs(cond, def, lang))[lang];
    return { value: why.v, text, answer: sayAnswer(why.known ?? null, def, reader), cite, kids: [] };
  }
  const kids = gather(why.kids, defs, reader);
  if (cond.op === 'not') return { value: why.v, text: sayNot(cond.unless === true, cond.label, lang), cite, kids };
  const only = kids.length === 1 ? kids[0] : undefined;
  if (only && !cond.label) return { ...only, cite: only.cite || cite };
  const joins = only ? undefined : (cond.op === 'all' ? messages.allOf : messages.anyOf)[lang];
  return { value: why.v, text: cond.label?.[lang] ?? joins ?? '', ...(cond.label && joins && { joins }), cite, kids };
};
