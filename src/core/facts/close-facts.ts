import type { Cond, Implication } from '../obligations/rule.ts';
import type { FactId, Facts, Known } from './fact.ts';
import { groupBy } from './group-by.ts';
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

/** An implication with the facts it reads. */
export type Linked = Implication & { readonly sources: readonly FactId[] };

export type Links = {
  readonly all: readonly Linked[];
  readonly bySource: ReadonlyMap<FactId, readonly Linked[]>;
  readonly byTarget: ReadonlyMap<FactId, readonly Linked[]>;
};

const linksOf = new WeakMap<readonly Implication[], Links>();

/** The implications of a catalogue by the facts they read and the facts they set; worked out once for each catalogue. */
export const linkImplications = (implications: readonly Implication[]): Links => {
  const known = linksOf.get(implications);
  if (known) return known;
  const all = implications.map((i) => ({ ...i, sources: 'known' in i.if ? [i.if.known] : [...new Set(factsIn(i.if))] }));
  const links = {
    all,
    bySource: groupBy(
      all.flatMap((link) => link.sources.map((source) => ({ source, link }))),
      (x) => x.source,
    ),
    byTarget: groupBy(all, (link) => link.then.fact),
  };
  const index: Links = {
    all,
    byTarget: links.byTarget,
    bySource: new Map([...links.bySource].map(([source, found]) => [source, found.map((x) => x.link)])),
  };
  linksOf.set(implications, index);
  return index;
};

type Open = { readonly has?: readonly string[]; readonly not?: readonly string[] };

const isOpen = (known: Known): known is Open => typeof known === 'object' && !Array.isArray(known) && ('has' in known || 'not' in known);

/**
 * Both statements about one some-of fact together; undefined where the implied one adds nothing. A member that follows
 * from a sign (a trace of theft means a suspected leak) joins a list said to be whole, and leaves a member that was denied
 * open: a person lists what they know, and the sign is something more.
 */
const joinMembers = (stated: Known, implied: Known): Known | undefined => {
  if (!isOpen(implied)) return undefined;
  const { has = [], not = [] } = implied;
  if (Array.isArray(stated)) {
    const added = has.filter((m) => !stated.includes(m));
    return added.length > 0 ? [...stated, ...added] : undefined;
  }
  if (!isOpen(stated)) return undefined;
  const denied = stated.not ?? [];
  const found = has.filter((m) => !stated.has?.includes(m) && !denied.includes(m));
  const opened = denied.filter((m) => has.includes(m));
  const lost = not.filter((m) => !denied.includes(m) && !stated.has?.includes(m));
  if (found.length + opened.length + lost.length === 0) return undefined;
  return { has: [...(stated.has ?? []), ...found], not: [...denied.filter((m) => !opened.includes(m)), ...lost] };
};

const contradicts = (stated: Known, implied: Known): boolean => {
  if (!isOpen(implied)) return typeof stated !== 'object' && typeof implied !== 'object' && stated !== implied;
  const { has = [], not = [] } = implied;
  const isIn = (m: string): boolean | undefined =>
    Array.isArray(stated)
      ? stated.includes(m)
      : isOpen(stated)
        ? stated.has?.includes(m)
          ? true
          : stated.not?.includes(m)
            ? false
            : undefined
        : undefined;
  return has.some((m) => isIn(m) === false) || not.some((m) => isIn(m) === true);
};

type Difference = Closed['differences'][number];

/** What one implication adds: a new value of its target, a difference with what was said, both, or neither. */
type Followed = { readonly value?: Known; readonly difference?: Difference };

/** One implication applied. Where the copied number is a floor, the larger of the two stands. */
const follow = ({ if: when, then, atLeast }: Linked, facts: Facts, stated: Facts): Followed => {
  if ('known' in when ? facts[when.known] === undefined : holds(when, facts) !== 2) return {};
  const implied = typeof then.value === 'object' && 'same' in then.value ? facts[then.value.same] : (then.value as Known);
  if (implied === undefined) return {};
  const before = facts[then.fact];
  if (before === undefined) return { value: implied };
  const said = stated[then.fact];
  const differs = said !== undefined && contradicts(said, implied);
  const difference = differs ? { fact: then.fact, stated: said, implied } : undefined;
  const floored = atLeast && typeof before === 'number' && typeof implied === 'number' && implied > before;
  const value = floored ? implied : joinMembers(before, implied);
  return { ...(value !== undefined && { value }), ...(difference && { difference }) };
};

/** Follows implications from the facts that are new until nothing more follows; `facts` is written to. */
const spread = (facts: Record<FactId, Known>, stated: Facts, links: Links, changed: readonly FactId[]): Omit<Closed, 'facts'> => {
  const origins: Record<FactId, readonly FactId[]> = {};
  const differences = new Map<FactId, Difference>();
  const waiting = [...changed];
  for (const fact of waiting)
    for (const link of links.bySource.get(fact) ?? []) {
      const { value, difference } = follow(link, facts, stated);
      if (difference) differences.set(difference.fact, difference);
      if (value === undefined) continue;
      facts[link.then.fact] = value;
      origins[link.then.fact] = link.sources.flatMap((f) => origins[f] ?? [f]);
      waiting.push(link.then.fact);
    }
  return { origins, differences: [...differences.values()] };
};

/**
 * Applies the implications of the catalogue until nothing new follows. An explicit answer wins over an implied one and
 * the difference is reported. An implication whose condition is open says nothing.
 */
export const closeFacts = (stated: Facts, implications: readonly Implication[]): Closed => {
  const facts: Record<FactId, Known> = { ...stated };
  return { facts, ...spread(facts, stated, linkImplications(implications), Object.keys(stated)) };
};

/** What one more answer makes of closed facts: only the facts that change, laid over the rest, which is not copied. */
export const learnAlso = (closed: Facts, fact: FactId, answer: Known, implications: readonly Implication[]): Facts => {
  const facts: Record<FactId, Known> = Object.create(closed);
  facts[fact] = answer;
  const links = linkImplications(implications);
  if (links.bySource.has(fact)) spread(facts, closed, links, [fact]);
  return facts;
};
