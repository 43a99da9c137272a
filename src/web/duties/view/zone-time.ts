/** Civil time in a named zone, from what every browser has. Instants are epoch milliseconds; a civil date is `YYYY-MM-DD`. */

const formats = new Map<string, Intl.DateTimeFormat>();

const partsIn = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, made);
  return made;
};

export type Civil = { readonly date: string; readonly time: string };

/** The civil date and time (`HH:MM`) of an instant in a zone. */
export const civilOf = (at: number, zone: string): Civil => {
  const part = Object.fromEntries(
    partsIn(zone)
      .formatToParts(at)
      .map((p) => [p.type, p.value]),
  );
  return { date: `${part.year?.padStart(4, '0')}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}` };
};

/** Minutes that the zone is ahead of UTC at an instant. */
export const offsetAt = (at: number, zone: string): number => {
  const { date, time } = civilOf(at, zone);
  return Math.round((Date.parse(`${date}T${time}:00Z`) - Math.floor(at / 60_000) * 60_000) / 60_000);
};

/** The instant of a civil date and time in a zone. In the hour a clock repeats, the earlier; in one it skips, the moment after. */
export const instantOf = (date: string, time: string, zone: string): number => {
  const wall = Date.parse(`${date}T${time}:00Z`);
  const guess = wall - offsetAt(wall - 86_400_000, zone) * 60_000;
  const other = wall - offsetAt(guess, zone) * 60_000;
  const fits = [guess, other].find((at) => civilOf(at, zone).date === date && civilOf(at, zone).time === time);
  return fits ?? Math.max(guess, other);
};

const two = (n: number): string => String(n).padStart(2, '0');

/** RFC 3339 with the zone's offset, to the minute, as an answer is kept. */
export const writeInstant = (at: number, zone: string): string => {
  const { date, time } = civilOf(at, zone);
  const offset = offsetAt(at, zone);
  const abs = Math.abs(offset);
  return `${date}T${time}:00${offset < 0 ? '-' : '+'}${two(Math.floor(abs / 60))}:${two(abs % 60)}`;
};

/** The same as an entry says it (RFC 9557): with the zone beside the offset. */
export const writeSaid = (at: number, zone: string): string => `${writeInstant(at, zone)}[${zone}]`;

/** The civil date `days` later. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Whole days from one civil date to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** False for a civil date. */
export const isTimed = (moment: string): boolean => moment.includes('T');

/** The instant at which a limit passes: an instant itself, or the end (24:00) of a civil date in the rule's zone. */
export const limitAt = (limit: string, ruleZone: string): number =>
  isTimed(limit) ? Date.parse(limit) : instantOf(addDays(limit, 1), '00:00', ruleZone);
