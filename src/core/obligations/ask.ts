import { closeFacts, sourcesOf } from '../facts/close-facts.ts';
import type { FactDef, FactId, Facts, Known } from '../facts/fact.ts';
import type { Asked } from './assessment.ts';
import { conditionOf, type Decision } from './decide.ts';
import { triOf } from './evaluate.ts';
import type { Cond, Implication, Level } from './rule.ts';

const weight: Record<Level, number> = { mandatory: 8, contractual: 4, expected: 3, voluntary: 1 };

type Test = Extract<Cond, { op: 'test' }>;

const testsIn = (cond: Cond, into: Test[] = []): Test[] => {
  if (cond.op === 'test') into.push(cond);
  else if (cond.op === 'not') testsIn(cond.of, into);
  else if (cond.op !== 'term') for (const kid of cond.of) testsIn(kid, into);
  return into;
};

const memo = new WeakMap<Cond, ReadonlyMap<FactId, readonly Test[]>>();

/** The tests of a condition by the fact they read; conditions are immutable, so this is worked out once. */
const testsByFact = (cond: Cond): ReadonlyMap<FactId, readonly Test[]> => {
  const known = memo.get(cond);
  if (known) return known;
  const map = new Map<FactId, Test[]>();
  for (const test of testsIn(cond)) map.set(test.fact, [...(map.get(test.fact) ?? []), test]);
  memo.set(cond, map);
  return map;
};

/** The tests that an answer to this fact can move: those that name it, and those of the facts it implies. */
const testsMovedBy = (fact: FactId, cond: Cond, implications: readonly Implication[]): readonly Test[] => [
  ...(testsByFact(cond).get(fact) ?? []),
  ...implications.flatMap((i) =>
    'known' in i.if ? (i.if.known === fact ? (testsByFact(cond).get(i.then.fact) ?? []) : []) : (testsByFact(i.if).get(fact) ?? []),
  ),
];

/**
 * Answers worth imagining for a fact, read off the tests the law makes of it: one per side of each threshold, one per
 * member that matters. Members already known stay known.
 */
export const imagineAnswers = (def: FactDef, tests: readonly Test[], known?: Known): readonly Known[] => {
  if (def.kind === 'yes-no') return [true, false];
  if (def.kind === 'number') {
    const limits = [...new Set(tests.flatMap((t) => (typeof t.value === 'number' ? [t.value, t.value + 1] : [])))];
    return limits.length ? limits : [0];
  }
  if (def.kind === 'one-of') return (def.values ?? []).map((v) => v.id);
  if (def.kind === 'some-of') {
    const members = [...new Set(tests.flatMap((t) => (t.rel === 'has' ? [t.value as string] : [])))];
    const has = typeof known === 'object' && 'has' in known ? (known.has ?? []) : [];
    return [...members.map((m) => [...has, m]), has];
  }
  return [];
};

const withAnswer = (facts: Facts, fact: FactId, answer: Known, implications: readonly Implication[]): Facts => {
  const next = { ...facts, [fact]: answer };
  return implications.some((i) => sourcesOf(i).includes(fact)) ? closeFacts(next, implications).facts : next;
};

/** Facts that can move an open decision: its missing leaves and whatever implies them. */
export const openFacts = (decision: Decision, facts: Facts, implications: readonly Implication[]): ReadonlySet<FactId> => {
  const open = new Set<FactId>(decision.missing);
  for (const fact of open)
    for (const i of implications) if (i.then.fact === fact) for (const s of sourcesOf(i)) if (facts[s] === undefined) open.add(s);
  return open;
};

/**
 * The questions worth asking now, most decisive first: one step of look-ahead over imagined answers, weighed by the level
 * of the duties they settle and divided by the effort of answering (decision-core.md §6.6). Parked facts (asked, nobody
 * knows) are left out. Ties keep the order of the catalogue.
 */
export const ask = (
  defs: readonly FactDef[],
  implications: readonly Implication[],
  facts: Facts,
  decisions: readonly Decision[],
  parked: ReadonlySet<FactId> = new Set(),
): readonly Asked[] => {
  const open = decisions
    .filter((d) => d.why.v === 1)
    .map((d) => ({ ...d, cond: conditionOf(d.rule), open: openFacts(d, facts, implications) }));
  const asked: (Asked & { readonly effort: number })[] = [];
  for (const def of defs) {
    if (parked.has(def.id)) continue;
    const touched = open.filter((d) => d.open.has(def.id));
    if (touched.length === 0) continue;
    const answers = imagineAnswers(
      def,
      touched.flatMap((d) => testsMovedBy(def.id, d.cond, implications)),
      facts[def.id],
    );
    const pictures = answers.map((a) => withAnswer(facts, def.id, a, implications));
    let score = 0;
    const settles: string[] = [];
    for (const d of touched) {
      const hits = pictures.filter((p) => triOf(d.cond, p) !== 1).length;
      if (hits > 0) settles.push(d.rule.id);
      score += weight[d.rule.level] * (answers.length ? hits / answers.length : 0) + 0.02;
    }
    asked.push({
      fact: def.id,
      score: Math.round((score / def.effort) * 1000) / 1000,
      settles,
      touches: touched.map((d) => d.rule.id),
      effort: def.effort,
    });
  }
  return asked.sort((a, b) => b.score - a.score).map(({ effort: _, ...question }) => question);
};
