// The one door to Temporal: Node 24 and some browsers lack it. Its function form costs a phone half of what the classes do.
// Behind this door a civil day is an ISO string and an instant is milliseconds since 1970 UTC, so that results are plain data.
import * as instant from 'temporal-polyfill/fns/Instant';
import * as plainDate from 'temporal-polyfill/fns/PlainDate';
import * as zoned from 'temporal-polyfill/fns/ZonedDateTime';

const dateOf = (day: string): plainDate.Record =>
  plainDate.create(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)));

const inZone = (ms: number, zone: string): zoned.Record => instant.toZonedDateTimeISO(instant.fromEpochMilliseconds(ms), zone);

/** True for a real civil date: no 30 February. */
export const isDay = (day: string): boolean => plainDate.toString(dateOf(day)) === day;

/** The civil day n days later (earlier, if negative). */
export const addDays = (day: string, n: number): string => plainDate.toString(plainDate.addDays(dateOf(day), n));

/** The same day number n months later, or the last day of that month where it has none. */
export const addMonths = (day: string, n: number): string => plainDate.toString(plainDate.addMonths(dateOf(day), n));

/** ISO weekday: 1 Monday … 7 Sunday. */
export const weekdayOf = (day: string): number => plainDate.dayOfWeek(dateOf(day));

/** Milliseconds of an RFC 3339 instant; throws on one that does not exist. */
export const msOf = (rfc3339: string): number => instant.fromString(rfc3339).epochMilliseconds;

/** The first instant of a civil day in a zone. */
export const startOfDay = (day: string, zone: string): number =>
  zoned.toInstant(plainDate.toZonedDateTime(dateOf(day), zone)).epochMilliseconds;

/** The civil day on which an instant falls in a zone. */
export const dayIn = (ms: number, zone: string): string => plainDate.toString(zoned.toPlainDate(inZone(ms, zone)));

/** The beginning of the wall-clock hour of an instant in a zone. */
export const startOfHour = (ms: number, zone: string): number => zoned.toInstant(zoned.startOfHour(inZone(ms, zone))).epochMilliseconds;

/** RFC 3339 with the zone's offset, to the second or finer. */
export const write = (ms: number, zone: string, smallestUnit: 'second' | 'millisecond' = 'second'): string =>
  zoned.toString(inZone(ms, zone), { timeZoneName: 'never', smallestUnit });
