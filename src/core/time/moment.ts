import type { Known } from '../facts/fact.ts';
import { dayIn, isDay, msOf, startOfDay, write } from './temporal.ts';

/** A start as it was said: an instant with its offset, or a whole civil day (`timed: false`). */
export type Moment = {
  readonly text: string;
  readonly timed: boolean;
  /** The zone to write results in, where one was asked for. */
  readonly shownIn?: string;
};

const dateOnly = /^\d{4}-\d{2}-\d{2}$/;

/** The years that dates are counted in: near either end of the calendar a count would leave it. */
export const countedYears = { first: 1900, last: 2199 } as const;

const isCountable = (text: string): boolean =>
  Number(text.slice(0, 4)) >= countedYears.first && Number(text.slice(0, 4)) <= countedYears.last;

/** RFC 3339 with an offset (minutes may stand without seconds). A leap second is read as the second before it. */
const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/i;

/**
 * Reads one written moment; undefined when it is neither a real civil date nor a real instant with its offset, or lies
 * outside the years that are counted.
 */
export const readMoment = (text: string): Moment | undefined => {
  if (!isCountable(text)) return undefined;
  try {
    if (dateOnly.test(text)) return isDay(text) ? { text, timed: false } : undefined;
    if (rfc3339.test(text)) return Number.isFinite(msOf(text)) ? { text, timed: true } : undefined;
  } catch {
    // A thirteenth month or a 25th hour: not a moment.
  }
  return undefined;
};

/** The start that a known instant stands for. An interval counts from its early end; one without is no start. */
export const momentOf = (known: Known | undefined): Moment | undefined => {
  const text = typeof known === 'string' ? known : typeof known === 'object' && 'after' in known ? known.after : undefined;
  return text === undefined ? undefined : readMoment(text);
};

type Placed = { readonly ms: number; readonly day: string; readonly written: string };

const placed = new WeakMap<Moment, Map<string, Placed>>();

/** Where a moment lies in a zone. One moment dates many stages, so it is worked out once. */
const placeOf = (moment: Moment, zone: string): Placed => {
  const byZone = placed.get(moment) ?? new Map<string, Placed>();
  placed.set(moment, byZone);
  const known = byZone.get(zone);
  if (known) return known;
  const { text, timed } = moment;
  const ms = timed ? msOf(text) : startOfDay(text, zone);
  const place = timed ? { ms, day: dayIn(ms, zone), written: write(ms, zoneToShow(moment, zone)) } : { ms, day: text, written: text };
  byZone.set(zone, place);
  return place;
};

/** Milliseconds since 1970 UTC, for ordering and for hours; a whole day begins at 00:00 in the zone. */
export const orderOf = (moment: Moment, zone: string): number =>
  moment.timed ? (placed.get(moment)?.get(zone)?.ms ?? msOf(moment.text)) : placeOf(moment, zone).ms;

/** The civil day of a moment in a zone. A day said as a day is that day. */
export const dayOf = (moment: Moment, zone: string): string => placeOf(moment, zone).day;

/** The zone to write results in: the one asked for, else the offset the moment was said with, else the rule's zone. */
export const zoneToShow = (moment: Moment, zone: string): string => {
  if (moment.shownIn !== undefined) return moment.shownIn;
  const offset = moment.timed ? /(Z|[+-]\d{2}:\d{2})$/i.exec(moment.text)?.[1] : undefined;
  return offset === undefined ? zone : offset.toUpperCase() === 'Z' ? '+00:00' : offset;
};

/** The moment as results carry it: `YYYY-MM-DD`, or RFC 3339 with the offset it was said with. */
export const writeMoment = (moment: Moment, zone: string): string => placeOf(moment, zone).written;
