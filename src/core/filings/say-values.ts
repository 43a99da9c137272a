import type { FactDef, Known } from '../facts/fact.ts';
import type { Text } from '../knowledge/text.ts';
import { readSaid } from '../log/said-at.ts';
import { sayDate } from '../time/open-days.ts';
import { orderOf } from '../time/moment.ts';
import { write } from '../time/temporal.ts';

const both = (make: (lang: 'ja' | 'en') => string): Text => ({ ja: make('ja'), en: make('en') });

const formal = (day: string): Text => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const weekday = sayDate(day);
  return { ja: `${year}年${month}月${date}日${weekday.ja.slice(10)}`, en: weekday.en };
};

const said = new Map<string, Text>();
const remembered = 5_000;

/**
 * A moment as it stands in a letter, on the clock of the incident's zone; a civil day as that day. A draft is made anew with
 * every answer and names the same moments, so their words are remembered.
 */
export const sayFormal = (written: string, zone: string): Text => {
  const key = `${written} ${zone}`;
  const known = said.get(key);
  if (known) return known;
  if (said.size >= remembered) said.clear();
  const words = sayAnew(written, zone);
  said.set(key, words);
  return words;
};

const sayAnew = (written: string, zone: string): Text => {
  const moment = readSaid(written)?.moment;
  if (!moment) return { ja: written, en: written };
  if (!moment.timed) return formal(moment.text);
  const there = write(orderOf(moment, zone), zone);
  const day = formal(there.slice(0, 10));
  const [hour, minute] = [Number(there.slice(11, 13)), there.slice(14, 16)];
  const offset = there.slice(19);
  const foreign = offset === '+09:00' ? { ja: '', en: '' } : { ja: `（UTC${offset}）`, en: ` (UTC${offset})` };
  return { ja: `${day.ja}${hour}時${minute}分${foreign.ja}`, en: `${day.en} ${there.slice(11, 16)}${foreign.en}` };
};

/** Digits in threes, without the platform's own habits. */
const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

const people = (n: number): Text => ({ ja: `${grouped(n)}人`, en: n === 1 ? '1 person' : `${grouped(n)} people` });

const sayPeople = (known: number | { readonly min?: number; readonly max?: number }): Text => {
  if (typeof known === 'number') return people(known);
  const { min, max } = known;
  if (min !== undefined && max !== undefined)
    return both((l) => `${people(min)[l]}${l === 'ja' ? 'から' : ' to '}${people(max)[l]}${l === 'ja' ? 'まで' : ''}`);
  if (min !== undefined) return { ja: `少なくとも${people(min).ja}`, en: `at least ${people(min).en}` };
  return { ja: `多くても${people(max ?? 0).ja}`, en: `at most ${people(max ?? 0).en}` };
};

const saySpan = ({ after, before }: { readonly after?: string; readonly before?: string }, zone: string): Text => {
  const [a, b] = [after === undefined ? undefined : sayFormal(after, zone), before === undefined ? undefined : sayFormal(before, zone)];
  if (a && b) return { ja: `${a.ja}から${b.ja}までの間`, en: `between ${a.en} and ${b.en}` };
  return a ? { ja: `${a.ja}以降`, en: `${a.en} or later` } : { ja: `${b?.ja}以前`, en: `${b?.en} or earlier` };
};

const labels = (ids: readonly string[], def: FactDef): Text =>
  both((l) => ids.map((id) => def.values?.find((v) => v.id === id)?.label[l] ?? id).join(l === 'ja' ? '、' : ', '));

/**
 * A known answer as it stands in a letter; undefined while it leaves too much open to be said: several choices, a set of
 * which nothing is in yet. A whole set without members is said as nothing by the sentences around it.
 */
export const sayInLetter = (known: Known | undefined, def: FactDef, zone: string): Text | undefined => {
  if (known === undefined) return undefined;
  if (typeof known === 'number') return people(known);
  if (typeof known === 'string') return def.kind === 'instant' ? sayFormal(known, zone) : labels([known], def);
  if (typeof known === 'boolean') return known ? { ja: 'はい', en: 'yes' } : { ja: 'いいえ', en: 'no' };
  if (Array.isArray(known)) return known.length > 0 ? labels(known, def) : undefined;
  if ('min' in known || 'max' in known) return sayPeople(known);
  if ('after' in known || 'before' in known) return saySpan(known, zone);
  return 'has' in known && known.has && known.has.length > 0 ? labels(known.has, def) : undefined;
};
