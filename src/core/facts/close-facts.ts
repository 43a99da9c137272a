import type { Cond, Implication } from '../obligations/rule.ts';
import type { FactId, Facts, Known } from './fact.ts';
import { testKnown } from './test-known.ts';
import type { Tri } from './tri.ts';

/** Facts with everything that follows from them. */
export type Closed = {
  readonly facts: Facts;
  /** For each implied fact, the facts it followed from. */
  readonly origins: Readonly<Record<FactId, readonly FactId[]>>;
  /** Stated answers that differ from what other answers imply; the stated one stands. */
  readonly differences: readonly { readonly fact: FactId; readonly stated: Known; readonly implied: Known }[];
};

/** The value of a condition that names facts only (no terms). */
const holds = (cond: Cond, facts: Facts): Tri => {
  if (cond.op === 'test') return testKnown(facts[cond.fact], cond.rel, cond.value);
  if (cond.op === 'not') return (2 - holds(cond.of, facts)) as Tri;
  if (cond.op === 'term') return 1;
  const kids = cond.of.map((c) => holds(c, facts));
  return (cond.op === 'all' ? Math.min(2, ...kids) : Math.max(0, ...kids)) as Tri;
};

const factsIn = (cond: Cond): readonly FactId[] =>
  cond.op === 'test' ? [cond.fact] : cond.op === 'not' ? factsIn(cond.of) : cond.op === 'term' ? [] : cond.of.flatMap(factsIn);

/** The facts an implication reads. */
export const sourcesOf = (implication: Implication): readonly FactId[] =>
  'known' in implication.if ? [implication.if.known] : factsIn(implication.if);

type Open = { readonly has?: readonly string[]; readonly not?: readonly string[] };

/** Both statements about one some-of fact together; undefined where they cannot both hold or say nothing new. */
const joinOpen = (stated: Known, implied: Known): Known | undefined => {
  if (typeof stated !== 'object' || typeof implied !== 'object' || Array.isArray(stated) || Array.isArray(implied)) return;
  const a = stated as Open;
  const b = implied as Open;
  if (!(a.has ?? a.not) || !(b.has ?? b.not)) return;
  const has = [...new Set([...(a.has ?? []), ...(b.has ?? []).filter((m) => !a.not?.includes(m))])];
  const not = [...new Set([...(a.not ?? []), ...(b.not ?? []).filter((m) => !a.has?.includes(m))])];
  return has.length === (a.has?.length ?? 0) && not.length === (a.not?.length ?? 0) ? undefined : { has, not };
};

const contradicts = (stated: Known, implied: Known): boolean => {
  if (Array.isArray(stated) && !Array.isArray(implied) && typeof implied === 'object') {
    const { has = [], not = [] } = implied as Open;
    return has.some((m) => !stated.includes(m)) || not.some((m) => stated.includes(m));
  }
  return typeof stated !== 'object' && typeof implied !== 'object' && stated !== implied;
};

/**
 * Applies the implications of the catalogue until nothing new follows. An explicit answer wins over an implied one and
 * the difference is reported. An implication whose condition is open says nothing.
 */
export const closeFacts = (stated: Facts, implications: readonly Implication[]): Closed => {
  const facts: Record<FactId, Known> = { ...stated };
  const origins: Record<FactId, readonly FactId[]> = {};
  const differences: { fact: FactId; stated: Known; implied: Known }[] = [];
  for (let again = true; again; ) {
    again = false;
    for (const implication of implications) {
      const { if: when, then } = implication;
      if ('known' in when ? facts[when.known] === undefined : holds(when, facts) !== 2) continue;
      const value = then.value;
      const implied = typeof value === 'object' && 'same' in value ? facts[value.same] : (value as Known);
      if (implied === undefined) continue;
      const before = facts[then.fact];
      const joined = before === undefined ? implied : joinOpen(before, implied);
      if (joined !== undefined) {
        facts[then.fact] = joined;
        origins[then.fact] = sourcesOf(implication).flatMap((f) => origins[f] ?? [f]);
        again = true;
      } else if (
        stated[then.fact] !== undefined &&
        contradicts(stated[then.fact] as Known, implied) &&
        !differences.some((d) => d.fact === then.fact)
      ) {
        differences.push({ fact: then.fact, stated: stated[then.fact] as Known, implied });
      }
    }
  }
  return { facts, origins, differences };
};
