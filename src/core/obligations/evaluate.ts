import type { FactId, Facts, Known } from '../facts/fact.ts';
import { testKnown } from '../facts/test-known.ts';
import type { Tri } from '../facts/tri.ts';
import type { Cond, Law } from './rule.ts';

/**
 * An evaluated condition: the tree itself is the explanation. `v` is the value, `p` the value while every open
 * exclusion is taken as not (yet) lifting anything.
 */
export type Why = {
  readonly v: Tri;
  readonly p: Tri;
  readonly cond: Exclude<Cond, { op: 'term' }>;
  readonly kids: readonly Why[];
  readonly known?: Known | undefined;
};

type Inlined = Exclude<Cond, { op: 'term' }>;

/**
 * Replaces every term by the text in force, keeping its label and citation. A term that several rules name becomes one and
 * the same condition (`shared`), so that it is evaluated once for all of them.
 */
export const inline = (cond: Cond, terms: Law['terms'], shared: Map<string, Inlined> = new Map()): Inlined => {
  if (cond.op === 'test') return cond;
  if (cond.op === 'not') return { ...cond, of: inline(cond.of, terms, shared) };
  if (cond.op !== 'term') return { ...cond, of: cond.of.map((c) => inline(c, terms, shared)) };
  const key = `${cond.term} ${cond.cite ?? ''}`;
  const known = shared.get(key);
  if (known) return known;
  const term = terms.get(cond.term);
  const inner: Inlined = term ? inline(term.cond, terms, shared) : { op: 'any', of: [] };
  const dress = { term: cond.term, cite: cond.cite ?? term?.cite ?? '', ...(term && { label: term.label }) };
  const group: Inlined =
    inner.op === 'test' || inner.op === 'not' || inner.term ? { op: 'all', of: [inner], ...dress } : { ...inner, ...dress };
  shared.set(key, group);
  return group;
};

/** The value of an inlined condition, without the tree. */
export const triOf = (cond: Cond, facts: Facts): Tri => {
  if (cond.op === 'test') return testKnown(facts[cond.fact], cond.rel, cond.value);
  if (cond.op === 'not') return (2 - triOf(cond.of, facts)) as Tri;
  if (cond.op === 'term') return 1;
  let v: Tri = cond.op === 'all' ? 2 : 0;
  for (const kid of cond.of) {
    const k = triOf(kid, facts);
    if (cond.op === 'all' ? k < v : k > v) v = k;
    if (v === (cond.op === 'all' ? 0 : 2)) return v;
  }
  return v;
};

/** Evaluates an inlined condition into its explanation. `seen` keeps terms that other rules of the same law share. */
export const evaluate = (cond: Cond, facts: Facts, seen: Map<Cond, Why> = new Map()): Why => {
  if (cond.op === 'test') {
    const known = facts[cond.fact];
    const v = testKnown(known, cond.rel, cond.value);
    return { v, p: v, cond, kids: [], known };
  }
  if (cond.op === 'not') {
    const kid = evaluate(cond.of, facts, seen);
    const v = (2 - kid.v) as Tri;
    return { v, p: cond.unless && kid.v === 1 ? 2 : v, cond, kids: [kid] };
  }
  if (cond.op === 'term') throw new Error(`term ${cond.term} was not inlined`);
  const known = cond.term === undefined ? undefined : seen.get(cond);
  if (known) return known;
  const kids = cond.of.map((c) => evaluate(c, facts, seen));
  const fold = (of: 'v' | 'p'): Tri =>
    (cond.op === 'all' ? Math.min(2, ...kids.map((k) => k[of])) : Math.max(0, ...kids.map((k) => k[of]))) as Tri;
  const why: Why = { v: fold('v'), p: fold('p'), cond, kids };
  if (cond.term !== undefined) seen.set(cond, why);
  return why;
};

/** Is this node a proviso, taken apart from the rest as statutes keep it? */
export const isUnless = (why: Why): boolean => why.cond.op === 'not' && why.cond.unless === true;

/** The children that carry their parent's value (`p`: its value while open exclusions lift nothing). */
export const carriers = (why: Why, by: 'v' | 'p' = 'v'): readonly Why[] =>
  why.cond.op === 'not' ? (by === 'p' && why.cond.unless ? [] : why.kids) : why.kids.filter((k) => k[by] === why[by]);

/** Unknown leaves reached through unknown nodes only: the facts that can still move the answer. */
export const missingIn = (why: Why, into: Set<FactId> = new Set()): Set<FactId> => {
  if (why.v !== 1) return into;
  if (why.cond.op === 'test') into.add(why.cond.fact);
  for (const kid of why.kids) missingIn(kid, into);
  return into;
};

/** Every fact a condition names. */
export const factsOf = (cond: Cond, into: Set<FactId> = new Set()): Set<FactId> => {
  if (cond.op === 'test') into.add(cond.fact);
  else if (cond.op === 'not') factsOf(cond.of, into);
  else if (cond.op !== 'term') for (const kid of cond.of) factsOf(kid, into);
  return into;
};

const factsMemo = new WeakMap<Cond, ReadonlySet<FactId>>();

const factsWithin = (cond: Cond): ReadonlySet<FactId> => {
  const facts = factsMemo.get(cond) ?? factsOf(cond);
  factsMemo.set(cond, facts);
  return facts;
};

/**
 * The value an evaluated tree would have if only the `changed` facts became known as in the picture. Learning never flips
 * a settled node, so only open nodes that name one of them are looked at again. `seen` keeps what rules share, for one picture.
 */
export const triIfLearned = (why: Why, changed: readonly FactId[], picture: Facts, seen: Map<Why, Tri>): Tri => {
  if (why.v !== 1) return why.v;
  const { cond } = why;
  if (cond.op === 'test') return changed.includes(cond.fact) ? testKnown(picture[cond.fact], cond.rel, cond.value) : 1;
  const named = factsWithin(cond);
  if (!changed.some((fact) => named.has(fact))) return 1;
  if (cond.op === 'not') return (2 - triIfLearned(why.kids[0] as Why, changed, picture, seen)) as Tri;
  const known = cond.term === undefined ? undefined : seen.get(why);
  if (known !== undefined) return known;
  const ends = cond.op === 'all' ? 0 : 2;
  let value = (2 - ends) as Tri;
  for (const kid of why.kids) {
    const v = triIfLearned(kid, changed, picture, seen);
    if (v === 1) value = 1;
    if (v !== ends) continue;
    value = ends;
    break;
  }
  if (cond.term !== undefined) seen.set(why, value);
  return value;
};

/** The value an evaluated tree would have if one fact were answered otherwise; only nodes that name it are looked at again. */
export const triIfAnswered = (why: Why, fact: FactId, answer: Known): Tri => {
  const { cond } = why;
  if (cond.op === 'test') return cond.fact === fact ? testKnown(answer, cond.rel, cond.value) : why.v;
  if (!factsWithin(cond).has(fact)) return why.v;
  const kids = why.kids.map((k) => triIfAnswered(k, fact, answer));
  if (cond.op === 'not') return (2 - (kids[0] as Tri)) as Tri;
  return (cond.op === 'all' ? Math.min(2, ...kids) : Math.max(0, ...kids)) as Tri;
};

/**
 * When the answer became settled, read off the tree: for a satisfied `all` the latest of its children, for a satisfied
 * `any` the earliest, mirrored for no. An exclusion never delays a clock (who learns of the leak on Monday and confirms
 * on Thursday that nothing lifts the duty has known since Monday). While the answer is open, open leaves count with
 * their own learned time, so the result is the earliest possible start.
 */
export const since = (why: Why, learnedAt: (fact: FactId) => number, want: 0 | 2 = 2): number => {
  if (why.cond.op === 'test') return learnedAt(why.cond.fact);
  if (why.cond.op === 'not') return since(why.kids[0] as Why, learnedAt, (2 - want) as 0 | 2);
  const every = (why.cond.op === 'all') === (want === 2);
  const kids = every ? why.kids.filter((k) => !isUnless(k)) : why.kids.filter((k) => k.v !== 2 - want);
  const settled = every ? kids : kids.filter((k) => k.v === want);
  const times = (why.v === want && settled.length > 0 ? settled : kids).map((k) => since(k, learnedAt, want));
  return every ? Math.max(...times) : Math.min(...times);
};
