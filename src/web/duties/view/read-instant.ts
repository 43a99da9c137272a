import type { Known } from '../../../core/index.ts';
import { civilOf, instantOf, isTimed, writeInstant } from './zone-time.ts';

/** What was typed for a moment, on the wall clock of the device. */
export type TypedMoment = { readonly date: string; readonly time: string; readonly dayOnly: boolean };

export type MomentRead = { readonly known: string } | { readonly error: 'day' | 'time' | 'future' };

/** Reads a moment: a civil date alone, or an instant with the offset of the device. One minute of grace for a fast clock. */
export const readTyped = ({ date, time, dayOnly }: TypedMoment, zone: string, now: number, past: boolean): MomentRead => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return { error: 'day' };
  if (dayOnly) return past && date > civilOf(now, zone).date ? { error: 'future' } : { known: date };
  if (!/^\d{2}:\d{2}/.test(time)) return { error: 'time' };
  const at = instantOf(date, time.slice(0, 5), zone);
  return past && at > now + 60_000 ? { error: 'future' } : { known: writeInstant(at, zone) };
};

/** What the boxes show for an answer given before; today's date for a first answer. */
export const typedOf = (value: Known | null | undefined, zone: string, now: number): TypedMoment => {
  if (typeof value !== 'string') return { date: civilOf(now, zone).date, time: '', dayOnly: false };
  if (!isTimed(value)) return { date: value, time: '', dayOnly: true };
  return { ...civilOf(Date.parse(value), zone), dayOnly: false };
};
