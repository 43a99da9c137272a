import { learnAlso, linkImplications } from '../facts/close-facts.ts';
import { groupBy } from '../facts/group-by.ts';
import type { FactDef, FactId, Facts, Known } from '../facts/fact.ts';
import type { Tri } from '../facts/tri.ts';
import type { Asked } from './assessment.ts';
import { conditionOf, type Decision } from './decide.ts';
import { triIfLearned, type Why } from './evaluate.ts';
import type { Cond, Implication, Level } from './rule.ts';

const weight: Record<Level, number> = { mandatory: 8, contractual: 4, expected: 3, voluntary: 1 };

/** What a question is worth to a duty that it alone cannot settle: without it, duties of many conditions would be asked last. */
const mention = 0.1;

/** What a sign is worth beside the question it answers: signs are asked where the question itself is parked. */
const indirect = 0.3;

type Test = Extract<Cond, { op: 'test' }>;

const testsIn = (cond: Cond, into: Test[] = []): Test[] => {
  if (cond.op === 'test') into.push(cond);
  else if (cond.op === 'not') testsIn(cond.of, into);
  else if (cond.op !== 'term') for (const kid of cond.of) testsIn(kid, into);
  return into;
};

type TestsByFact = ReadonlyMap<FactId, readonly Test[]>;

const memo = new WeakMap<Cond, TestsByFact>();

/** The tests of a condition by the fact they read. */
export const testsByFact = (cond: Cond): TestsByFact => {
  const known = memo.get(cond) ?? groupBy(testsIn(cond), (test) => test.fact);
  memo.set(cond, known);
  return known;
};

const movedMemo = new WeakMap<readonly Implication[], WeakMap<Cond, TestsByFact>>();

/**
 * The tests of a condition by the facts whose answer can move them: those that name a fact, and those of the facts it
 * implies. Conditions and catalogues are immutable, so this is worked out once.
 */
const testsMoved = (cond: Cond, implications: readonly Implication[]): TestsByFact => {
  const byCond = movedMemo.get(implications) ?? new WeakMap<Cond, TestsByFact>();
  movedMemo.set(implications, byCond);
  const known = byCond.get(cond);
  if (known) return known;
  const own = testsByFact(cond);
  const moved = new Map(own);
  for (const { sources, ...implication } of linkImplications(implications).all)
    for (const source of sources) {
      const tests = 'known' in implication.if ? (own.get(implication.then.fact) ?? []) : (testsByFact(implication.if).get(source) ?? []);
      moved.set(source, [...(moved.get(source) ?? []), ...tests]);
    }
  byCond.set(cond, moved);
  return moved;
};

/** A number on either side of a threshold. */
const sidesOf = (rel: Test['rel'], n: number): readonly number[] => (rel === '>' || rel === '<=' ? [n, n + 1] : [n - 1, n]);

/**
 * Answers worth imagining for a fact, read off the tests the law makes of it: one per side of each threshold, one per
 * member that matters. Members already known stay known.
 */
export const imagineAnswers = (def: FactDef, tests: readonly Test[], known?: Known): readonly Known[] => {
  if (def.kind === 'yes-no') return [true, false];
  if (def.kind === 'number') {
    const limits = [...new Set(tests.flatMap((t) => (typeof t.value === 'number' ? sidesOf(t.rel, t.value) : [])))];
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

/** An answer imagined: the facts it changes, and what rules share under it. */
type Imagined = { readonly picture: Facts; readonly changed: readonly FactId[]; readonly seen: Map<Why, Tri> };

const imagine = (facts: Facts, fact: FactId, answer: Known, implications: readonly Implication[]): Imagined => {
  const picture = learnAlso(facts, fact, answer, implications);
  return { picture, changed: Object.keys(picture), seen: new Map() };
};

/** Facts that can move an open decision: its missing leaves and whatever implies them. */
const openFacts = (decision: Decision, facts: Facts, implications: readonly Implication[]): ReadonlySet<FactId> => {
  const { byTarget } = linkImplications(implications);
  const open = new Set<FactId>(decision.missing);
  for (const fact of open)
    for (const { sources } of byTarget.get(fact) ?? []) for (const s of sources) if (facts[s] === undefined) open.add(s);
  return open;
};

/**
 * The questions worth asking now, most decisive first: one step of look-ahead over imagined answers, weighed by the level
 * of the duties they settle and divided by the effort of answering. Parked facts (asked, nobody
 * knows) are left out. Ties keep the order of the catalogue.
 */
export const ask = (
  defs: readonly FactDef[],
  implications: readonly Implication[],
  facts: Facts,
  decisions: readonly Decision[],
  parked: ReadonlySet<FactId> = new Set(),
): readonly Asked[] => {
  const touchedBy = new Map<FactId, { readonly decision: Decision; readonly cond: Cond }[]>();
  for (const decision of decisions) {
    if (decision.why.v !== 1) continue;
    const entry = { decision, cond: conditionOf(decision.rule) };
    for (const fact of openFacts(decision, facts, implications)) touchedBy.set(fact, [...(touchedBy.get(fact) ?? []), entry]);
  }
  const asked: (Asked & { readonly effort: number })[] = [];
  for (const def of defs) {
    const touched = touchedBy.get(def.id);
    if (!touched || parked.has(def.id)) continue;
    const tests = touched.flatMap((t) => testsMoved(t.cond, implications).get(def.id) ?? []);
    const imagined = imagineAnswers(def, tests, facts[def.id]).map((answer) => imagine(facts, def.id, answer, implications));
    let score = 0;
    const settles: string[] = [];
    for (const { decision } of touched) {
      const hits = imagined.filter((i) => triIfLearned(decision.why, i.changed, i.picture, i.seen) !== 1).length;
      if (hits > 0) settles.push(decision.rule.id);
      const share = imagined.length ? hits / imagined.length : 0;
      score += weight[decision.rule.level] * (decision.missing.includes(def.id) ? share + mention : share * indirect);
    }
    const rounded = Math.round((score / def.effort) * 1000) / 1000;
    asked.push({ fact: def.id, score: rounded, settles, touches: touched.map((t) => t.decision.rule.id), effort: def.effort });
  }
  return asked.sort((a, b) => b.score - a.score).map(({ effort: _, ...question }) => question);
};
