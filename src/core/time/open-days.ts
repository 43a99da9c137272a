import type { Text } from '../knowledge/text.ts';
import type { Calendar } from './calendar.ts';
import type { Temporal } from './temporal.ts';

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
export const sayDate = (day: Temporal.PlainDate): Text => {
  const weekday = weekdays[day.dayOfWeek - 1] as Text;
  return { ja: `${day}（${weekday.ja}）`, en: `${day} (${weekday.en})` };
};

/** Why the recipient is closed on a day; undefined when it is open. */
export const closedBy = (day: Temporal.PlainDate, calendar: Calendar | undefined): Text | undefined => {
  if (!calendar) return undefined;
  const iso = day.toString();
  return (
    calendar.days[iso] ??
    calendar.yearly[iso.slice(5)] ??
    (calendar.weekend.includes(day.dayOfWeek)
      ? { ja: `${(weekdays[day.dayOfWeek - 1] as Text).ja}曜日`, en: day.dayOfWeek === 6 ? 'a Saturday' : 'a Sunday' }
      : undefined)
  );
};

const walk = (day: Temporal.PlainDate, calendar: Calendar | undefined, step: 1 | -1): Temporal.PlainDate => {
  let at = day;
  while (closedBy(at, calendar)) at = at.add({ days: step });
  return at;
};

export const nextOpenDay = (day: Temporal.PlainDate, calendar: Calendar | undefined): Temporal.PlainDate => walk(day, calendar, 1);
export const lastOpenDay = (day: Temporal.PlainDate, calendar: Calendar | undefined): Temporal.PlainDate => walk(day, calendar, -1);

/** True when whether the recipient is open on that day is not officially known yet (or any more). */
export const isBeyond = (day: Temporal.PlainDate, calendar: Calendar | undefined): boolean => {
  const iso = day.toString();
  return calendar !== undefined && (iso > calendar.officialTo || iso < calendar.from);
};
