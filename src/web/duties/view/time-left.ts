import type { Lang } from '../../../core/index.ts';
import { civilOf, daysBetween, isTimed, limitAt } from './zone-time.ts';

/** How long is left to a limit. A civil limit is counted in days of the rule's zone, an instant in hours and minutes. */
export type TimeLeft =
  | { readonly kind: 'days'; readonly late: boolean; readonly days: number }
  | { readonly kind: 'hours'; readonly late: boolean; readonly minutes: number };

export const timeLeft = (limit: string, now: number, ruleZone: string): TimeLeft => {
  const late = limitAt(limit, ruleZone) <= now;
  if (!isTimed(limit)) return { kind: 'days', late, days: Math.abs(daysBetween(civilOf(now, ruleZone).date, limit)) };
  return { kind: 'hours', late, minutes: Math.floor(Math.abs(Date.parse(limit) - now) / 60_000) };
};

const sayLength = (left: TimeLeft, lang: Lang): string => {
  const ja = lang === 'ja';
  const count = (n: number, jaUnit: string, enUnit: string): string => (ja ? `${n}${jaUnit}` : `${n} ${enUnit}${n === 1 ? '' : 's'}`);
  if (left.kind === 'days') return count(left.days, '日', 'day');
  const days = Math.floor(left.minutes / 1440);
  const hours = Math.floor((left.minutes % 1440) / 60);
  const minutes = left.minutes % 60;
  const parts = days
    ? [count(days, '日', 'day'), hours ? count(hours, '時間', 'hour') : '']
    : hours
      ? [count(hours, '時間', 'hour'), minutes ? count(minutes, '分', 'minute') : '']
      : [count(minutes, '分', 'minute')];
  return parts.filter(Boolean).join(ja ? '' : ' ');
};

/** Time left in words: 「あと4日」, 「きょうまで」, 「過ぎています（2日）」. */
export const sayTimeLeft = (left: TimeLeft, lang: Lang): string => {
  const length = sayLength(left, lang);
  if (left.late) return lang === 'ja' ? `過ぎています（${length}）` : `Overdue by ${length}`;
  if (left.kind === 'days' && left.days === 0) return lang === 'ja' ? 'きょうまで' : 'Today';
  return lang === 'ja' ? `あと${length}` : `${length} left`;
};
