import type { Cond, FactDef, Implication, Known } from '../core/index.ts';
import { type Bdd, type BddStore, makeBddStore } from './bdd.ts';
import { defOf, type Catalogue } from './catalogue.ts';
import { type TestLeaf, testsOf } from './lint/conditions.ts';

/** Situations as the linter reasons about them: conditions as diagrams, and which situations can exist at all. */
export type World = {
  readonly store: BddStore;
  /** The diagram of an inlined condition. `instead` stands in for some of its parts. */
  readonly of: (cond: Cond, instead?: (part: Cond) => Bdd | undefined) => Bdd;
  /** True in every situation that can exist: one value of a one-of, thresholds in order, what follows from what. */
  readonly possible: Bdd;
  /** The same as far as it concerns what these diagrams depend on; small, and as good for deciding about them. */
  readonly possibleFor: (...fs: readonly Bdd[]) => Bdd;
  /** Thresholds that rules test of a number, ascending, each read as "more than n". */
  readonly thresholds: (fact: string) => readonly number[];
  /** A fact and those that copy its value, or give it theirs. */
  readonly linked: (fact: string) => readonly string[];
};

/** Counts are whole, so every relation is "more than n" or its denial. */
export const asMoreThan = (test: TestLeaf): { readonly n: number; readonly denied: boolean } => {
  const n = test.value as number;
  if (test.rel === '>') return { n, denied: false };
  if (test.rel === '>=') return { n: n - 1, denied: false };
  return test.rel === '<' ? { n: n - 1, denied: true } : { n, denied: true };
};

const groupBy = (tests: readonly TestLeaf[]): ReadonlyMap<string, readonly TestLeaf[]> => {
  const groups = new Map<string, TestLeaf[]>();
  for (const t of tests) groups.set(t.fact, [...(groups.get(t.fact) ?? []), t]);
  return groups;
};

/** Facts that follow from each other stand next to each other in the order of variables, which keeps diagrams small. */
const orderFacts = (facts: readonly string[], implications: readonly Implication[]): readonly string[] => {
  const ordered: string[] = [];
  const visit = (fact: string): void => {
    if (ordered.includes(fact)) return;
    ordered.push(fact);
    for (const i of implications) {
      const sources = 'known' in i.if ? [i.if.known] : testsOf(i.if).map((t) => t.fact);
      if (i.then.fact === fact) sources.forEach(visit);
      if (sources.includes(fact)) visit(i.then.fact);
    }
  };
  facts.forEach(visit);
  return ordered;
};

/** What is known of a fact as a diagram; undefined where it says nothing that a rule tests. */
const valueDiagram = (
  store: BddStore,
  def: FactDef | undefined,
  fact: string,
  value: Known,
  thresholds: readonly number[],
): Bdd | undefined => {
  if (!def) return undefined;
  if (def.kind === 'yes-no' && typeof value === 'boolean') return value ? store.variable(fact) : store.not(store.variable(fact));
  if (def.kind === 'one-of') {
    const values = typeof value === 'string' ? [value] : ((value as { in?: string[] }).in ?? []);
    return store.or(...values.map((v) => store.variable(`${fact}=${v}`)));
  }
  if (def.kind === 'number' && typeof value === 'number')
    return store.and(...thresholds.map((n) => (value > n ? store.variable(`${fact}>${n}`) : store.not(store.variable(`${fact}>${n}`)))));
  if (def.kind !== 'some-of') return undefined;
  const { has, not } = Array.isArray(value)
    ? { has: value as string[], not: (def.values ?? []).map((v) => v.id).filter((v) => !value.includes(v)) }
    : (value as { has?: string[]; not?: string[] });
  return store.and(
    ...(has ?? []).map((m) => store.variable(`${fact} has ${m}`)),
    ...(not ?? []).map((m) => store.not(store.variable(`${fact} has ${m}`))),
  );
};

/** Builds the world of some inlined conditions. Facts they do not mention take part where something follows from them. */
export const makeWorld = (catalogue: Catalogue, implications: readonly Implication[], conds: readonly Cond[]): World => {
  const store = makeBddStore();
  const tests = [...conds, ...implications.flatMap((i) => ('known' in i.if ? [] : [i.if]))].flatMap(testsOf);
  const byFact = groupBy(tests);
  const ownThresholds = (fact: string): readonly number[] =>
    (byFact.get(fact) ?? []).flatMap((t) => (typeof t.value === 'number' ? [asMoreThan(t).n] : []));
  const twins = (fact: string): readonly string[] =>
    implications.flatMap((i) => ('known' in i.if ? (i.then.fact === fact ? [i.if.known] : i.if.known === fact ? [i.then.fact] : []) : []));
  const linked = (fact: string): readonly string[] => {
    const all = new Set([fact]);
    for (const f of all) for (const t of twins(f)) all.add(t);
    return [...all];
  };
  const thresholds = (fact: string): readonly number[] => [...new Set(linked(fact).flatMap(ownThresholds))].sort((a, b) => a - b);

  const leaf = (test: TestLeaf): Bdd => {
    if (test.rel === 'is') return test.value ? store.variable(test.fact) : store.not(store.variable(test.fact));
    if (test.rel === 'has') return store.variable(`${test.fact} has ${String(test.value)}`);
    if (test.rel === 'in') return store.or(...(test.value as readonly string[]).map((v) => store.variable(`${test.fact}=${v}`)));
    const { n, denied } = asMoreThan(test);
    const more = store.variable(`${test.fact}>${n}`);
    return denied ? store.not(more) : more;
  };
  const of: World['of'] = (cond, instead) => {
    const other = instead?.(cond);
    if (other !== undefined) return other;
    if (cond.op === 'test') return leaf(cond);
    if (cond.op === 'not') return store.not(of(cond.of, instead));
    if (cond.op === 'term') return 0;
    const kids = cond.of.map((c) => of(c, instead));
    return cond.op === 'all' ? store.and(...kids) : store.or(...kids);
  };

  const facts = orderFacts([...new Set([...tests.map((t) => t.fact), ...implications.map((i) => i.then.fact)])], implications);
  const ofFact = (fact: string): Bdd => {
    const def = defOf(fact, catalogue);
    if (def?.kind === 'number') {
      const limits = thresholds(fact);
      return store.and(
        ...limits.slice(1).map((n, i) => store.implies(store.variable(`${fact}>${n}`), store.variable(`${fact}>${limits[i]}`))),
      );
    }
    if (def?.kind === 'yes-no') store.variable(fact);
    if (def?.kind !== 'one-of') return 1;
    const values = (def.values ?? []).map((v) => store.variable(`${fact}=${v.id}`));
    const others = (i: number): readonly Bdd[] => values.filter((_, j) => j !== i).map(store.not);
    return store.or(...values.map((v, i) => store.and(v, ...others(i))));
  };
  const ofImplication = ({ if: when, then }: Implication): Bdd => {
    const def = defOf(then.fact, catalogue);
    if ('known' in when)
      return store.and(
        ...thresholds(then.fact).map((n) =>
          store.not(store.xor(store.variable(`${when.known}>${n}`), store.variable(`${then.fact}>${n}`))),
        ),
      );
    const value = valueDiagram(store, def, then.fact, then.value as Known, thresholds(then.fact));
    return value === undefined ? 1 : store.implies(of(when), value);
  };
  // Mentioning the facts in their order fixes the order of the variables.
  const kinds = facts.map(ofFact);
  const possible = store.and(...kinds, ...implications.map(ofImplication));
  const projected = new Map<string, Bdd>();
  const possibleFor: World['possibleFor'] = (...fs) => {
    const keep = new Set(fs.flatMap((f) => [...store.support(f)]));
    const key = [...keep].sort().join();
    const made = projected.get(key) ?? store.project(possible, keep);
    projected.set(key, made);
    return made;
  };
  return { store, of, possible, possibleFor, thresholds, linked };
};
