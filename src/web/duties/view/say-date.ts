import type { Lang } from '../../../core/index.ts';
import { civilOf, isTimed } from './zone-time.ts';

/** Where a date is read: the reader's language, zone, and the present (epoch milliseconds). */
export type Reader = { readonly lang: Lang; readonly zone: string; readonly now: number };

export const home = 'Asia/Tokyo';

const days = { ja: ['日', '月', '火', '水', '木', '金', '土'], en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] } as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A civil date with its weekday; the year only where it is not the present one. */
export const sayDay = (date: string, { lang, zone, now }: Reader): string => {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const weekday = days[lang][new Date(Date.UTC(year, month - 1, day)).getUTCDay()];
  const other = civilOf(now, zone).date.slice(0, 4) !== date.slice(0, 4);
  if (lang === 'ja') return `${other ? `${year}/` : ''}${month}/${day}（${weekday}）`;
  return `${weekday} ${day} ${months[month - 1]}${other ? ` ${year}` : ''}`;
};

/** Day, month and weekday without the year, for a line of dates. */
export const sayShortDay = (date: string, lang: Lang): string => {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const weekday = days[lang][new Date(Date.UTC(year, month - 1, day)).getUTCDay()];
  return lang === 'ja' ? `${month}/${day}（${weekday}）` : `${weekday} ${day} ${months[month - 1]}`;
};

/** A zone in words. Tokyo by name, others as the platform names them. */
export const sayZone = (zone: string, lang: Lang, at: number): string => {
  if (zone === home) return lang === 'ja' ? '日本時間' : 'Japan time';
  const part = new Intl.DateTimeFormat(lang, { timeZone: zone, timeZoneName: 'short' })
    .formatToParts(at)
    .find((p) => p.type === 'timeZoneName');
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  return `${city}${lang === 'ja' ? '・' : ', '}${part?.value ?? zone}`;
};

/**
 * A moment as the reader reads it: instants on the reader's wall clock, with the zone named unless it is Tokyo; civil
 * dates as they are, with the rule's zone named where it is not the reader's.
 */
export const sayMoment = (moment: string, reader: Reader, ruleZone: string = home): string => {
  if (!isTimed(moment)) {
    const foreign = reader.zone !== ruleZone;
    return sayDay(moment, reader) + (foreign ? bracket(sayZone(ruleZone, reader.lang, reader.now), reader.lang) : '');
  }
  const at = Date.parse(moment);
  const { date, time } = civilOf(at, reader.zone);
  const zone = reader.zone === home ? '' : bracket(sayZone(reader.zone, reader.lang, at), reader.lang);
  return `${sayDay(date, reader)} ${time}${zone}`;
};

const bracket = (text: string, lang: Lang): string => (lang === 'ja' ? `［${text}］` : ` [${text}]`);
