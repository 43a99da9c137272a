import { type Cond, conditionOf, type Law } from '../../core/index.ts';
import type { Bdd } from '../bdd.ts';
import { asMoreThan, type World } from '../world.ts';
import type { TestLeaf } from './conditions.ts';
import type { Finding } from './finding.ts';

/** One way a fact can still be, as the variables it fixes. */
type Region = ReadonlyMap<string, boolean>;

/** What each test of the fact is worth in a region. */
const holdsIn = (test: TestLeaf, region: Region): boolean => {
  if (test.rel === 'is') return region.get(test.fact) === (test.value === true);
  if (test.rel === 'has') return region.get(`${test.fact} has ${String(test.value)}`) === true;
  if (test.rel === 'in') return (test.value as readonly string[]).some((v) => region.get(`${test.fact}=${v}`) === true);
  const { n, denied } = asMoreThan(test);
  return region.get(`${test.fact}>${n}`) !== denied;
};

const upTo = <T>(list: readonly T[], n: number): readonly (readonly T[])[] =>
  list.map((_, i) => list.slice(n > 0 ? i : 0, n > 0 ? list.length : i + 1));

/**
 * The states of knowledge of one fact that a person can give: nothing known of a yes-no, a member or a one-of; nothing known,
 * at least or at most of a number. Each is the list of regions still possible. (A one-of narrowed to some values is left
 * out: it can only make an answer later, never wrong.)
 */
const statesOf = (fact: string, tests: readonly TestLeaf[], values: readonly string[], world: World): readonly (readonly Region[])[] => {
  const rel = tests[0]?.rel;
  if (rel === 'is') return [[new Map([[fact, false]]), new Map([[fact, true]])]];
  if (rel === 'has') {
    const members = [...new Set(tests.map((t) => `${fact} has ${String(t.value)}`))];
    return members.map((m) => [new Map([[m, false]]), new Map([[m, true]])]);
  }
  if (rel === 'in') return [values.map((v) => new Map(values.map((w) => [`${fact}=${w}`, w === v])))];
  const limits = world.thresholds(fact);
  const regions = Array.from(
    { length: limits.length + 1 },
    (_, i) => new Map(world.linked(fact).flatMap((f) => limits.map((n, j) => [`${f}>${n}`, j < i] as const))),
  );
  return [...upTo(regions, 1), ...upTo(regions, -1)].filter((r) => r.length > 1);
};

/** The value three-valued logic is sure of: unknown tests count against `want` wherever they stand. */
const pessimistic = (cond: Cond, world: World, value: (test: TestLeaf) => boolean | undefined, want: boolean): Bdd => {
  const { store } = world;
  if (cond.op === 'test') {
    const v = value(cond);
    return v === undefined ? (want ? 0 : 1) : world.of(cond);
  }
  if (cond.op === 'not') return store.not(pessimistic(cond.of, world, value, !want));
  if (cond.op === 'term') return 0;
  const kids = cond.of.map((c) => pessimistic(c, world, value, want));
  return cond.op === 'all' ? store.and(...kids) : store.or(...kids);
};

/** Situations in which every value still possible gives one answer and three-valued logic says "cannot tell". */
const gapOf = (cond: Cond, tests: readonly TestLeaf[], state: readonly Region[], world: World): Bdd => {
  const { store } = world;
  const value = (test: TestLeaf): boolean | undefined => {
    if (!tests.includes(test)) return true;
    const seen = new Set(state.map((region) => holdsIn(test, region)));
    return seen.size > 1 ? undefined : seen.has(true);
  };
  // A test that the state settles is no variable any more: fix it by any region of the state.
  const settle = (f: Bdd): Bdd => store.restrict(f, state[0] as Region);
  const whole = world.of(cond);
  const fixed = [...(state[0] as Region).keys()].map(store.variable);
  const near = world.possibleFor(whole, ...fixed);
  const possible = store.and(...state.map((region) => store.restrict(near, region)));
  const forced = (want: boolean): Bdd => store.and(...state.map((region) => store.restrict(want ? whole : store.not(whole), region)));
  const sureYes = settle(pessimistic(cond, world, value, true));
  const sureNo = store.not(settle(pessimistic(cond, world, value, false)));
  return store.and(possible, store.or(store.and(forced(true), store.not(sureYes)), store.and(forced(false), store.not(sureNo))));
};

/** Facts that a condition reads in more than one way: only there can three-valued logic say less than it could. */
const readTwice = (cond: Cond): readonly (readonly [string, readonly TestLeaf[]])[] => {
  const byFact = new Map<string, TestLeaf[]>();
  const visit = (c: Cond): void => {
    if (c.op === 'test') byFact.set(c.fact, [...(byFact.get(c.fact) ?? []), c]);
    else if (c.op === 'not') visit(c.of);
    else if (c.op !== 'term') c.of.forEach(visit);
  };
  visit(cond);
  return [...byFact].filter(([, tests]) => tests.length > 1);
};

/** Rules on which strong Kleene logic is not exact: one fact in both polarities, or opposite thresholds, and a situation that shows it. */
export const checkKleene = ({ on, rules }: Law, world: World, valuesOf: (fact: string) => readonly string[]): readonly Finding[] =>
  rules.flatMap((rule) => {
    const cond = conditionOf(rule);
    return readTwice(cond).flatMap(([fact, tests]): readonly Finding[] => {
      const found = statesOf(fact, tests, valuesOf(fact), world).find((state) => gapOf(cond, tests, state, world) !== 0);
      return found
        ? [
            {
              at: `rule:${rule.id}`,
              check: 'kleene-gap',
              message: `${rule.id}: while ${fact} is open the answer can be settled and still be "cannot tell" (law of ${on})`,
            },
          ]
        : [];
    });
  });
