/**
 * The national holidays of Japan 2022–2027 worked out from the Act on National Holidays (Act No. 178 of 1948) alone:
 * fixed days, Monday holidays, equinoxes by the usual astronomical formula, substitute (振替休日, art. 3(2)) and
 * sandwiched days (国民の休日, art. 3(3)). It shares nothing with the calendar of the knowledge, which it checks.
 */
const DAY = 86_400_000;
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const utc = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day);
const monday = (year: number, month: number, nth: number): number => {
  const first = new Date(utc(year, month, 1)).getUTCDay();
  return utc(year, month, 1 + ((8 - first) % 7) + (nth - 1) * 7);
};
const equinox = (year: number, base: number): number => Math.floor(base + 0.242194 * (year - 1980) - Math.floor((year - 1980) / 4));

const named = (year: number): readonly number[] => [
  utc(year, 1, 1),
  monday(year, 1, 2),
  utc(year, 2, 11),
  utc(year, 2, 23),
  utc(year, 3, equinox(year, 20.8431)),
  utc(year, 4, 29),
  utc(year, 5, 3),
  utc(year, 5, 4),
  utc(year, 5, 5),
  monday(year, 7, 3),
  utc(year, 8, 11),
  monday(year, 9, 3),
  utc(year, 9, equinox(year, 23.2488)),
  monday(year, 10, 2),
  utc(year, 11, 3),
  utc(year, 11, 23),
];

const japaneseHolidays = (year: number): ReadonlySet<string> => {
  const days = new Set(named(year).map(iso));
  for (const ms of named(year)) {
    let next = ms + DAY;
    if (new Date(ms).getUTCDay() === 0) {
      while (days.has(iso(next))) next += DAY;
      days.add(iso(next));
    } else if (days.has(iso(ms + 2 * DAY)) && !days.has(iso(ms + DAY)) && new Date(ms + DAY).getUTCDay() !== 0) days.add(iso(ms + DAY));
  }
  return days;
};

/** A day on which national offices are closed (Act No. 91 of 1988, art. 1). */
export const isOfficeClosed = (date: string): boolean => {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  const monthDay = date.slice(5);
  return (
    weekday === 0 || weekday === 6 || monthDay >= '12-29' || monthDay <= '01-03' || japaneseHolidays(Number(date.slice(0, 4))).has(date)
  );
};

export const addDays = (date: string, n: number): string => iso(Date.parse(`${date}T00:00:00Z`) + n * DAY);
