const formats = new Map<string, Intl.DateTimeFormat>();

const dayIn = (instant: number, zone: string): string => {
  const format =
    formats.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(zone, format);
  return format.format(instant);
};

const isDay = (moment: string): boolean => moment.length === 10;

/**
 * Has a limit passed at a moment? A day ends at 24:00 in the zone of its rule; a moment said as a day is its 00:00.
 * Both are as the contract writes moments.
 */
export const isPast = (limit: string, at: string, zone: string): boolean => {
  if (isDay(limit)) return limit < (isDay(at) ? at : dayIn(Date.parse(at), zone));
  return isDay(at) ? limit.slice(0, 10) < at : Date.parse(limit) < Date.parse(at);
};
