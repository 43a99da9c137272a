import { join } from 'node:path';
// @ts-expect-error: the package has no types
import LogicSolver from 'logic-solver';
import { describe, expect, it } from 'vitest';
import { type Cond, conditionOf, type Law } from '../../core/index.ts';
import { catalogueOf, defOf } from '../catalogue.ts';
import { loadKnowledge } from '../load-knowledge.ts';
import { type TestLeaf, testsOf } from './conditions.ts';
import { lawsOf } from './laws.ts';
import { relationsOf } from './relations.ts';

// MiniSat beside our own diagrams: nothing but the rules is shared, the encoding is written anew.
type Formula = unknown;
type Solver = { require: (...f: Formula[]) => void; solveAssuming: (f: Formula) => unknown };
const Logic = LogicSolver as {
  Solver: new () => Solver;
  and: (...f: Formula[]) => Formula;
  or: (...f: Formula[]) => Formula;
  not: (f: Formula) => Formula;
  implies: (a: Formula, b: Formula) => Formula;
  equiv: (a: Formula, b: Formula) => Formula;
  exactlyOne: (...f: Formula[]) => Formula;
  TRUE: Formula;
};

const { files } = loadKnowledge(join(import.meta.dirname, '../../../knowledge'));
const catalogue = catalogueOf(files);
const { epochs, world } = lawsOf(files);
const name = (...parts: readonly unknown[]): string => parts.map(String).join('·').replace(/^-/, '~');

const numberAtom = (fact: string, rel: string, n: number): Formula => {
  if (rel === '>') return name(fact, 'over', n);
  if (rel === '>=') return name(fact, 'over', n - 1);
  return Logic.not(rel === '<' ? name(fact, 'over', n - 1) : name(fact, 'over', n));
};

const encodeTest = ({ fact, rel, value }: TestLeaf): Formula => {
  if (rel === 'is') return value ? name(fact) : Logic.not(name(fact));
  if (rel === 'has') return name(fact, 'has', value);
  if (rel === 'in') return Logic.or(...(value as readonly string[]).map((v) => name(fact, 'is', v)));
  return numberAtom(fact, rel, value as number);
};

const encode = (cond: Cond): Formula => {
  if (cond.op === 'test') return encodeTest(cond);
  if (cond.op === 'not') return Logic.not(encode(cond.of));
  if (cond.op === 'term') throw new Error(`${cond.term} was not put in its place`);
  const kids = cond.of.map(encode);
  return cond.op === 'all' ? Logic.and(...kids, Logic.TRUE) : Logic.or(...kids, Logic.not(Logic.TRUE));
};

const solverOf = (law: Law): Solver => {
  const solver = new Logic.Solver();
  const conds = [...law.rules.map(conditionOf), ...files.implications.flatMap((i) => ('known' in i.if ? [] : [i.if]))];
  const tests = conds.flatMap(testsOf);
  const copies = files.implications.flatMap((i) => ('known' in i.if ? [[i.if.known, i.then.fact] as const] : []));
  const copied = new Set(copies.flat());
  const alike = (fact: string) => (other: string) => other === fact || (copied.has(fact) && copied.has(other));
  const limitsOf = (fact: string): readonly number[] =>
    [
      ...new Set(
        tests
          .filter((t) => alike(fact)(t.fact))
          .flatMap((t) => (typeof t.value === 'number' ? [t.rel === '>=' || t.rel === '<' ? t.value - 1 : t.value] : [])),
      ),
    ].sort((a, b) => a - b);
  const read = new Set([...tests.map((t) => t.fact), ...files.implications.map((i) => i.then.fact), ...copied]);
  for (const def of files.facts.filter((d) => read.has(d.id))) {
    if (def.kind === 'one-of') solver.require(Logic.exactlyOne(...(def.values ?? []).map((v) => name(def.id, 'is', v.id))));
    const limits = limitsOf(def.id);
    if (def.kind === 'number')
      limits.slice(1).forEach((n, i) => {
        solver.require(Logic.implies(name(def.id, 'over', n), name(def.id, 'over', limits[i])));
      });
  }
  for (const { if: when, then } of files.implications) {
    const value = then.value as { same?: string; in?: string[]; has?: string[]; not?: string[] } | boolean | string | string[] | number;
    if ('known' in when) {
      for (const n of limitsOf(then.fact)) solver.require(Logic.equiv(name(when.known, 'over', n), name(then.fact, 'over', n)));
      continue;
    }
    const kind = defOf(then.fact, catalogue)?.kind;
    const follows = (f: Formula): void => solver.require(Logic.implies(encode(when), f));
    if (typeof value === 'boolean') follows(value ? name(then.fact) : Logic.not(name(then.fact)));
    else if (kind === 'one-of' && typeof value === 'string') follows(name(then.fact, 'is', value));
    else if (kind === 'some-of' && typeof value === 'object' && !Array.isArray(value)) {
      for (const m of value.has ?? []) follows(name(then.fact, 'has', m));
      for (const m of value.not ?? []) follows(Logic.not(name(then.fact, 'has', m)));
    }
  }
  return solver;
};

describe('a second opinion by a SAT solver [K-06]', () => {
  it.each(epochs)('agrees with the diagrams on what can be, under the law of $on', (law) => {
    const solver = solverOf(law);
    const { store, possibleFor, of } = world;
    for (const rule of law.rules) {
      const cond = conditionOf(rule);
      const f = of(cond);
      expect(solver.solveAssuming(encode(cond)) !== null, `${rule.id} can apply`).toBe(store.and(possibleFor(f), f) !== 0);
      expect(solver.solveAssuming(Logic.not(encode(cond))) !== null, `${rule.id} can be lifted`).toBe(
        store.and(possibleFor(f), store.not(f)) !== 0,
      );
    }
  });

  it('agrees on which rule implies which, in the law as it stands', () => {
    const law = epochs.at(-1);
    if (!law) return;
    const solver = solverOf(law);
    const { store, possibleFor, of } = world;
    const rules = law.rules.map((r) => ({ id: r.id, formula: encode(conditionOf(r)), f: of(conditionOf(r)) }));
    const found = relationsOf({ epochs, world }).filter((r) => r.kind !== 'overlap');
    const claimed = new Set(found.flatMap((r) => (r.kind === 'same' ? [r.rules.join(), [...r.rules].reverse().join()] : [r.rules.join()])));
    const pairs = rules.flatMap((a) => rules.map((b) => ({ a, b })));
    // Every implication the diagrams claim, and each 61st of all pairs: the solver is slow.
    for (const { a, b } of pairs.filter((p, i) => claimed.has(`${p.a.id},${p.b.id}`) || i % 61 === 0)) {
      const apart = store.and(possibleFor(a.f, b.f), a.f, store.not(b.f)) !== 0;
      expect(apart, `${a.id} without ${b.id}, by the diagrams`).toBe(a !== b && !claimed.has(`${a.id},${b.id}`));
      expect(solver.solveAssuming(Logic.and(a.formula, Logic.not(b.formula))) !== null, `${a.id} without ${b.id}`).toBe(apart);
    }
  });
});
