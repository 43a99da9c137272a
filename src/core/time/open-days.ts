import type { Text } from '../knowledge/text.ts';
import type { Calendar } from './calendar.ts';
import { addDays, weekdayOf } from './temporal.ts';

const weekdays: readonly Text[] = [
  { ja: '月', en: 'Mon' },
  { ja: '火', en: 'Tue' },
  { ja: '水', en: 'Wed' },
  { ja: '木', en: 'Thu' },
  { ja: '金', en: 'Fri' },
  { ja: '土', en: 'Sat' },
  { ja: '日', en: 'Sun' },
];

/** A civil date with its weekday, as every screen shows it. */
export const sayDate = (day: string): Text => {
  const weekday = weekdays[weekdayOf(day) - 1] as Text;
  return { ja: `${day}（${weekday.ja}）`, en: `${day} (${weekday.en})` };
};

/** A written moment (`YYYY-MM-DD`, or RFC 3339 with offset) with its weekday, as a person reads it. */
export const sayWritten = (written: string): Text => {
  const day = sayDate(written.slice(0, 10));
  if (written.length === 10) return day;
  const [time, offset] = [written.slice(11, 16), written.slice(19)];
  return { ja: `${day.ja} ${time}（UTC${offset}）`, en: `${day.en} ${time} (UTC${offset})` };
};

/** Why the recipient is closed on a day; undefined when it is open. */
export const closedBy = (day: string, calendar: Calendar | undefined): Text | undefined => {
  if (!calendar) return undefined;
  return (
    calendar.days[day] ??
    calendar.yearly[day.slice(5)] ??
    (calendar.weekend.includes(weekdayOf(day))
      ? { ja: `${(weekdays[weekdayOf(day) - 1] as Text).ja}曜日`, en: weekdayOf(day) === 6 ? 'a Saturday' : 'a Sunday' }
      : undefined)
  );
};

const walk = (day: string, calendar: Calendar | undefined, step: 1 | -1): string => {
  let at = day;
  while (closedBy(at, calendar)) at = addDays(at, step);
  return at;
};

/** The day itself if the recipient is open, else the next day on which it is. */
export const nextOpenDay = (day: string, calendar: Calendar | undefined): string => walk(day, calendar, 1);
/** The day itself if the recipient is open, else the last day before on which it was. */
export const lastOpenDay = (day: string, calendar: Calendar | undefined): string => walk(day, calendar, -1);

/** True when whether the recipient is open on that day is not officially known yet (or any more). */
export const isBeyond = (day: string, calendar: Calendar | undefined): boolean => {
  return calendar !== undefined && (day > calendar.officialTo || day < calendar.from);
};
