import type { Text } from '../knowledge/text.ts';
import type { Calendar } from './calendar.ts';
import type { Convention } from './convention.ts';
import { dayOf, type Moment, orderOf, zoneToShow } from './moment.ts';
import { closedBy, isBeyond, nextOpenDay, sayDate, sayWritten } from './open-days.ts';
import { addDays, addMonths, startOfHour, write } from './temporal.ts';

/** A counted limit. `raw` is the last day before any roll-over; hour rules have none. */
export type Counted = {
  readonly latest: string;
  readonly raw?: string;
  readonly provisional: boolean;
  readonly steps: readonly Text[];
};

type Dated = Exclude<Convention, { unit: 'none' | 'hours' }>;

const hour = 3_600_000;

const units = {
  days: { ja: '日', en: 'day' },
  weeks: { ja: '週', en: 'week' },
  months: { ja: 'か月', en: 'month' },
  openDays: { ja: '開庁日', en: 'open day' },
  dayOfNextMonth: { ja: '日', en: 'day' },
} as const;

/** Civil Code 143(2): the period ends the day before the corresponding day; where there is none, on the last day of the month. */
const civilMonths = (start: string, n: number): string => {
  const first = addDays(start, 1);
  const there = addMonths(first, n);
  return there.slice(8) === first.slice(8) ? addDays(there, -1) : there;
};

const openDaysAfter = (start: string, n: number, calendar: Calendar | undefined): string => {
  let day = start;
  for (let left = n; left > 0; left -= closedBy(day, calendar) ? 0 : 1) day = addDays(day, 1);
  return day;
};

/** The last day of a period that begins on `start`, before any roll-over. */
const lastDayOf = (start: string, how: Dated, calendar: Calendar | undefined): string => {
  if (how.unit === 'openDays') return openDaysAfter(start, how.n, calendar);
  if (how.unit === 'dayOfNextMonth') return `${addMonths(start, 1).slice(0, 8)}${String(how.n).padStart(2, '0')}`;
  if (how.unit === 'months') return how.method === 'civil' ? civilMonths(start, how.n) : addMonths(start, how.n);
  const days = how.n * (how.unit === 'weeks' ? 7 : 1);
  return addDays(start, how.firstDay === 'counts' ? days - 1 : days);
};

const withOpenDays = (start: string, end: string, least: number, calendar: Calendar | undefined): string => {
  const enough = openDaysAfter(start, least, calendar);
  return enough > end ? enough : end;
};

const sayRule = (how: Dated): Text => {
  if (how.unit === 'dayOfNextMonth') return { ja: `次の月の${how.n}日`, en: `Day ${how.n} of the next month` };
  if (how.unit === 'openDays') return { ja: '翌日から、開いている日だけを数える', en: 'Count open days only, from the next day' };
  if (how.unit === 'months')
    return how.method === 'civil'
      ? {
          ja: '翌日から数え、応当日の前日に終わる（応当日がない月は末日）',
          en: 'Counted from the next day; ends the day before the corresponding day (or on the last day of the month)',
        }
      : { ja: '同じ日付の日に終わる（その日がない月は末日）', en: 'Ends on the same day number (or the last day of the month)' };
  return how.firstDay === 'counts'
    ? { ja: 'その日を1日目と数える', en: 'That day is day 1' }
    : { ja: 'その日は数えず、翌日を1日目と数える', en: 'That day is not counted; the next day is day 1' };
};

const countDays = (start: Moment, how: Dated, calendar: Calendar | undefined, zone: string): Counted => {
  const first = dayOf(start, zone);
  const counted = lastDayOf(first, how, calendar);
  const raw = how.unit === 'days' && how.minOpenDays ? withOpenDays(first, counted, how.minOpenDays, calendar) : counted;
  const rolls = 'roll' in how && how.roll === 'next-open-day';
  const end = rolls ? nextOpenDay(raw, calendar) : raw;
  const provisional = (rolls || how.unit === 'openDays') && (isBeyond(end, calendar) || isBeyond(raw, calendar));
  const unit = units[how.unit];
  const named: Text =
    how.unit === 'dayOfNextMonth' ? { ja: '期限', en: 'Limit' } : { ja: `${how.n}${unit.ja}目`, en: `${unit.en} ${how.n}` };
  const steps: Text[] = [sayRule(how), { ja: `${named.ja}：${sayDate(raw).ja}`, en: `${named.en}: ${sayDate(raw).en}` }];
  for (let day = raw; day < end; day = addDays(day, 1)) {
    const why = closedBy(day, calendar) as Text;
    steps.push({
      ja: `${sayDate(day).ja} は${why.ja}で閉まっている → 次の日へ`,
      en: `${sayDate(day).en} is closed (${why.en}) → next day`,
    });
  }
  if (rolls) steps.push({ ja: `期限：${sayDate(end).ja}`, en: `Limit: ${sayDate(end).en}` });
  else if (how.unit !== 'openDays') steps.push({ ja: '休みの日でも延ばさない', en: 'Not moved for days off' });
  if (provisional)
    steps.push({
      ja: `${calendar?.label.ja ?? ''}の休日は ${calendar?.officialTo} まで公式に決まっている。この日付は仮のもの`,
      en: `Holidays are official only to ${calendar?.officialTo}. This date is provisional`,
    });
  return { latest: end, raw, provisional, steps };
};

const countHours = (start: Moment, how: Extract<Convention, { unit: 'hours' }>, zone: string): Counted => {
  const from = orderOf(start, zone);
  const shown = zoneToShow(start, zone);
  const begin = how.fullHours ? startOfHour(from, shown) + hour : from;
  const latest = write(begin + how.n * hour, shown);
  const steps: Text[] = [];
  if (!start.timed)
    steps.push({
      ja: `時刻が分からないので、その日の0時（${zone}）から数える`,
      en: `The time is not known, so it is counted from 00:00 of that day (${zone})`,
    });
  if (how.fullHours)
    steps.push({
      ja: `その時間帯は数えず、${sayWritten(write(begin, shown)).ja} から数える`,
      en: `That hour is not counted; counted from ${sayWritten(write(begin, shown)).en}`,
    });
  steps.push({
    ja: `${how.n}時間後：${sayWritten(latest).ja}。休日も数え、延ばさない`,
    en: `${how.n} hours later: ${sayWritten(latest).en}. Days off count; never moved`,
  });
  return { latest, provisional: false, steps };
};

/** Counts a limit from its start. Undefined for a convention without a number: the law gives a word, and no date is made up. */
export const countFrom = (start: Moment, how: Convention, calendar: Calendar | undefined, zone: string): Counted | undefined =>
  how.unit === 'none' ? undefined : how.unit === 'hours' ? countHours(start, how, zone) : countDays(start, how, calendar, zone);
