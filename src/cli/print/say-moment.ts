import { type Lang, sayDate } from '../../core/index.ts';

/** A date or instant of the contract for people: the weekday always beside it, the offset kept. */
export const sayMoment = (moment: string, lang: Lang): string => {
  const day = sayDate(moment.slice(0, 10))[lang];
  if (moment.length === 10) return day;
  const [, time = '', offset = ''] = /T(\d{2}:\d{2})(?::\d{2})?(?:\.\d+)?(.*)$/.exec(moment) ?? [];
  return `${day} ${time} (${offset === 'Z' ? '+00:00' : offset})`;
};
