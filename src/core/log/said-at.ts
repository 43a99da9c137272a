import { type Moment, orderOf, readMoment } from '../time/moment.ts';
import { write } from '../time/temporal.ts';

/** Upper case only, no leap second, and the zone in brackets: one grammar that every language reads alike. */
const grammar =
  /^(\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?)(?:\[([A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*)\])?$/;

/** A moment with the zone it was said in: RFC 9557 without further suffixes. The zone is undefined where none was said. */
export type Said = { readonly moment: Moment; readonly zone: string | undefined };

/**
 * Reads `2026-11-25T09:14:00+09:00[Asia/Tokyo]`, the same without zone, or a civil day; undefined for anything else. The
 * offset decides; the zone is for showing.
 */
export const readSaid = (text: string): Said | undefined => {
  const [, plain = '', zone] = grammar.exec(text) ?? [];
  const moment = readMoment(plain);
  return moment && { moment, zone };
};

/** Has a moment with a time and an offset, as every entry needs. */
export const isSaidAt = (text: string): boolean => readSaid(text)?.moment.timed === true;

/**
 * Where a moment lies among others: milliseconds since 1970 UTC, a civil day by its beginning in the zone; what is no moment
 * comes first. A zone that this machine does not know (zone data differ) is read as UTC: nobody's record may stop opening
 * for it.
 */
export const placeInTime = (text: string, zone: string): number => {
  const moment = readSaid(text)?.moment;
  if (!moment) return 0;
  try {
    return orderOf(moment, zone);
  } catch {
    return orderOf(moment, 'UTC');
  }
};

/** A moment (milliseconds since 1970 UTC) as an entry says it, in a zone. */
export const writeSaidAt = (ms: number, zone: string): string => `${write(ms, zone, 'millisecond')}[${zone}]`;

/** The RFC 3339 part, without the zone: as facts and dates take it. */
export const withoutZone = (text: string): string => text.replace(/\[[^\]]*\]$/, '');
