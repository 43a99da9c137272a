import type { FactDef, FactId, Facts, Learned } from '../facts/fact.ts';
import { type Moment, momentOf, orderOf, readMoment } from '../time/moment.ts';
import { since, type Why } from './evaluate.ts';

/** A start of a clock. `assumed`: it was not stated, the earliest moment anyone noticed stands in for it. */
export type Start = { readonly moment: Moment; readonly assumed: boolean };

/** What is said about when things were noticed and learned. */
export type Noticed = {
  readonly facts: Facts;
  readonly learned: Learned;
  readonly origins: Readonly<Record<FactId, readonly FactId[]>>;
  readonly defs: ReadonlyMap<FactId, FactDef>;
};

const earliest = (moments: readonly Moment[], zone: string): Moment | undefined =>
  [...moments].sort((a, b) => orderOf(a, zone) - orderOf(b, zone))[0];

const findKnown = ({ facts, learned, defs }: Noticed, zone: string): Start | undefined => {
  const stated = momentOf(learned.default) ?? momentOf(facts.knownAt);
  if (stated) return { moment: stated, assumed: false };
  const noticed = [...defs.values()].flatMap((d) => (d.start === 'awareness' ? (momentOf(facts[d.id]) ?? []) : []));
  const moment = earliest(noticed, zone);
  return moment && { moment, assumed: true };
};

/** Whether a clock runs from an assumed moment while its start is unanswered. Only an act has not begun until it is stated. */
export const mayBeAssumed = (by: 'situation' | FactId, defs: Noticed['defs']): boolean => {
  const start = by === 'situation' ? 'awareness' : defs.get(by)?.start;
  return start === 'awareness' || start === 'occurrence';
};

const knownMemo = new WeakMap<Noticed, Map<string, Start | undefined>>();

/** When the situation became known where no fact says otherwise: `learned.default`, `knownAt`, else the earliest awareness. */
export const knownSince = (noticed: Noticed, zone: string): Start | undefined => {
  const byZone = knownMemo.get(noticed) ?? new Map<string, Start | undefined>();
  knownMemo.set(noticed, byZone);
  if (!byZone.has(zone)) byZone.set(zone, findKnown(noticed, zone));
  return byZone.get(zone);
};

/** When a fact was learned, as it was said of it, of what it follows from, or of the rest; undefined where nothing was said. */
export const learnedMoment = (fact: FactId, { learned, origins }: Noticed): Moment | undefined => {
  const own = learned[fact] ?? origins[fact]?.flatMap((f) => learned[f] ?? [])[0] ?? learned.default;
  return own === undefined ? undefined : readMoment(own);
};

/** The moment a reportable situation became known, read off the evaluated tree (docs/architecture.md). */
export const situationOf = (why: Why, noticed: Noticed, zone: string): Start | undefined => {
  const fallback = knownSince(noticed, zone);
  // Without a fact learned apart from the rest there is one moment only.
  if (!fallback || Object.keys(noticed.learned).every((fact) => fact === 'default')) return fallback;
  const moments = new Map<number, Moment>();
  const at = since(why, (fact) => {
    const moment = learnedMoment(fact, noticed) ?? fallback.moment;
    const order = orderOf(moment, zone);
    moments.set(order, moment);
    return order;
  });
  const moment = moments.get(at) ?? fallback.moment;
  return { moment, assumed: fallback.assumed && moment === fallback.moment };
};

/**
 * The start a stage names: the situation, an awareness fact or an occurrence (the moment of noticing is assumed while
 * unanswered), or an act (none until it happened).
 */
export const startOf = (by: 'situation' | FactId, why: Why, noticed: Noticed, zone: string): Start | undefined => {
  if (by === 'situation') return situationOf(why, noticed, zone);
  const moment = momentOf(noticed.facts[by]);
  if (moment) return { moment, assumed: false };
  if (!mayBeAssumed(by, noticed.defs)) return undefined;
  const known = knownSince(noticed, zone);
  return known && { moment: known.moment, assumed: true };
};
