import type { FactId, Known, Learned } from '../facts/fact.ts';
import type { Picture } from '../obligations/assess.ts';
import { orderOf, readMoment } from '../time/moment.ts';
import type { Incident } from './incident.ts';

type Open = {
  readonly in?: readonly string[];
  readonly has?: readonly string[];
  readonly not?: readonly string[];
  readonly min?: number;
  readonly max?: number;
};

const isOpen = (known: Known): known is Exclude<Known, boolean | number | string | readonly string[]> =>
  typeof known === 'object' && !Array.isArray(known);

const rangeOf = (known: Known): { readonly min?: number; readonly max?: number } | undefined =>
  typeof known === 'number' ? { min: known, max: known } : isOpen(known) && ('min' in known || 'max' in known) ? known : undefined;

const choicesOf = (known: Known): readonly string[] | undefined =>
  typeof known === 'string' ? [known] : isOpen(known) && 'in' in known ? known.in : undefined;

const momentsOf = (known: Known): { readonly after?: string; readonly before?: string } | undefined => {
  if (typeof known === 'string') return readMoment(known) ? { after: known, before: known } : undefined;
  return isOpen(known) && ('after' in known || 'before' in known) ? known : undefined;
};

/**
 * Moments in the order of time. Beside instants a civil day becomes the instant at which it begins in Japan, the first of
 * the places whose law counts here, so that no clock anywhere starts later than somebody said.
 */
export const inOrder = (texts: readonly string[]): readonly string[] => {
  const isMixed = new Set(texts.map((text) => text.includes('T'))).size > 1;
  const placed = texts.map((text) => (isMixed && !text.includes('T') ? `${text}T00:00:00+09:00` : text));
  const place = (text: string): number => {
    const moment = readMoment(text);
    return moment ? orderOf(moment, 'Asia/Tokyo') : 0;
  };
  return placed.sort((a, b) => place(a) - place(b));
};

const both = (a: readonly string[] = [], b: readonly string[] = []): readonly string[] => a.filter((x) => b.includes(x));

/**
 * What two statements that were made apart leave possible: everything that either leaves possible. So a dispute about a
 * fact opens it and never settles a duty. Undefined when that is everything.
 */
const joinKnown = (a: Known, b: Known): Known | undefined => {
  if (JSON.stringify(a) === JSON.stringify(b)) return a;
  const [ra, rb] = [rangeOf(a), rangeOf(b)];
  if (ra && rb) {
    const min = ra.min !== undefined && rb.min !== undefined ? Math.min(ra.min, rb.min) : undefined;
    const max = ra.max !== undefined && rb.max !== undefined ? Math.max(ra.max, rb.max) : undefined;
    return min === undefined && max === undefined ? undefined : { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
  }
  const [ma, mb] = [momentsOf(a), momentsOf(b)];
  if (ma && mb) return joinMoments(ma, mb);
  const [ca, cb] = [choicesOf(a), choicesOf(b)];
  if (ca && cb) return { in: [...new Set([...ca, ...cb])] };
  if (typeof a === 'object' && typeof b === 'object') return joinSets(a as readonly string[] | Open, b as readonly string[] | Open);
  return undefined;
};

/** The earliest moment that anyone named keeps the start: a dispute about when never takes a clock away. */
const joinMoments = (
  a: { readonly after?: string; readonly before?: string },
  b: { readonly after?: string; readonly before?: string },
): Known | undefined => {
  const named = (...texts: readonly (string | undefined)[]): readonly string[] => inOrder(texts.filter((t) => t !== undefined));
  const after = named(a.after, b.after)[0];
  const before = a.before !== undefined && b.before !== undefined ? named(a.before, b.before)[1] : undefined;
  return after === undefined && before === undefined
    ? undefined
    : { ...(after !== undefined && { after }), ...(before !== undefined && { before }) };
};

/** A whole list and another: members of both are in; what a whole list leaves out is out only if the other says so too. */
const joinSets = (a: readonly string[] | Open, b: readonly string[] | Open): Known | undefined => {
  const inside = (s: readonly string[] | Open): readonly string[] => (Array.isArray(s) ? s : ((s as Open).has ?? []));
  const outside = (s: readonly string[] | Open, other: readonly string[] | Open): readonly string[] =>
    Array.isArray(s) ? ((other as Open).not ?? []).filter((m) => !s.includes(m)) : ((s as Open).not ?? []);
  const has = both(inside(a), inside(b));
  const not = both(outside(a, b), outside(b, a));
  return has.length + not.length === 0 ? undefined : { has, not };
};

/**
 * The facts of an incident as the decision core takes them. Where people said different things apart, everything that
 * either leaves possible stays possible. What nobody knows yet is parked. The earliest learned-at of the standing
 * statements counts, because a duty starts when any department knew. Answers of the organisation's card stand behind those
 * of the incident.
 */
export const pictureOf = (incident: Pick<Incident, 'facts'>, organisation: Readonly<Record<FactId, Known>> = {}): Picture => {
  const facts: Record<FactId, Known> = { ...organisation };
  const learned: Record<string, string> = {};
  const parked: FactId[] = [];
  for (const [fact, register] of Object.entries(incident.facts)) {
    const said = register.flatMap(({ value: { value } }) => (value === null ? [] : [value]));
    // Somebody who could not tell leaves everything possible; a moment that somebody else named still starts a clock.
    const open = said.length < register.length && !said.every(momentsOf);
    const values = open ? [] : said;
    const [first, ...others] = values;
    const known =
      first === undefined
        ? undefined
        : others.reduce<Known | undefined>((sum, value) => (sum === undefined ? undefined : joinKnown(sum, value)), first);
    delete facts[fact];
    if (known !== undefined) facts[fact] = known;
    else if (values.length === 0 && register.length > 0) parked.push(fact);
    const times = register.flatMap(({ value: { learned: at } }) => (at === undefined ? [] : [at]));
    // Where one of them said no time, the moment of knowing stands for it, and that is the earlier one.
    const earliest = times.length === register.length ? inOrder(times)[0] : undefined;
    if (earliest !== undefined) learned[fact] = earliest;
  }
  return { facts, learned: learned as Learned, parked };
};
