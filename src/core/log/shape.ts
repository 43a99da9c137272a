import { isRecord } from '../knowledge/is-record.ts';
import { readMoment } from '../time/moment.ts';
import { isHash, isPartRef, type Json, type PartRef } from './entry.ts';
import { readSaid } from './said-at.ts';
import { isUuid } from './uuid.ts';

/**
 * What may stand in the field of a body. There is no free text among them: words of people are parts, so that they can be
 * erased or withheld while the chain holds.
 */
export type Field =
  | { readonly is: 'part' | 'uuid' | 'hash' | 'zone' | 'moment' | 'day' | 'name' | 'count' | 'yes-no' | 'facts' | 'learned' }
  | { readonly is: 'code'; readonly of: readonly string[] }
  | { readonly is: 'list'; readonly of: Field }
  | { readonly is: 'map'; readonly of: Field }
  | { readonly is: 'record'; readonly fields: Fields };

export type OptionalField = Field & { readonly optional: true };
export type Fields = Readonly<Record<string, Field | OptionalField>>;

type ValueOf<F extends Field> = F extends { is: 'part' }
  ? PartRef
  : F extends { is: 'count' }
    ? number
    : F extends { is: 'yes-no' }
      ? boolean
      : F extends { is: 'facts' }
        ? Readonly<Record<string, Json>>
        : F extends { is: 'learned' }
          ? Readonly<Record<string, string>>
          : F extends { is: 'code'; of: infer C extends readonly string[] }
            ? C[number]
            : F extends { is: 'list'; of: infer I extends Field }
              ? readonly ValueOf<I>[]
              : F extends { is: 'map'; of: infer I extends Field }
                ? Readonly<Record<string, ValueOf<I>>>
                : F extends { is: 'record'; fields: infer R extends Fields }
                  ? BodyOf<R>
                  : string;

/** The type of a body, from its shape. */
export type BodyOf<S extends Fields> = {
  readonly [K in keyof S as S[K] extends { optional: true } ? never : K]: ValueOf<S[K]>;
} & { readonly [K in keyof S as S[K] extends { optional: true } ? K : never]?: ValueOf<S[K]> };

/** Names of catalogues: facts, rules, steps, forms, fields. Never words of people. */
const name = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,79}$/;
const zone = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/;

/** Whole numbers that every language reads alike; minus zero is none. */
const isWhole = (raw: unknown): raw is number => Number.isSafeInteger(raw) && !Object.is(raw, -0);

const isNames = (raw: unknown): boolean =>
  Array.isArray(raw) && raw.length <= 200 && raw.every((one) => typeof one === 'string' && name.test(one));
const isMoment = (raw: unknown): boolean => typeof raw === 'string' && raw.length <= 100 && readMoment(raw) !== undefined;

const openParts: Readonly<Record<string, (raw: unknown) => boolean>> = {
  in: (raw) => isNames(raw) && (raw as readonly unknown[]).length > 0,
  has: isNames,
  not: isNames,
  min: isWhole,
  max: isWhole,
  after: isMoment,
  before: isMoment,
};
/** Which of them may stand together. */
const openForms = ['in', 'has', 'not', 'has,not', 'min', 'max', 'max,min', 'after', 'before', 'after,before'];

/** What is known of a fact, as far as a log can say: names, whole numbers, moments; the catalogue reads the rest. */
const isKnown = (raw: unknown): boolean => {
  if (raw === null || typeof raw === 'boolean' || isWhole(raw)) return true;
  if (typeof raw === 'string') return name.test(raw) || isMoment(raw);
  if (Array.isArray(raw)) return isNames(raw);
  return (
    isRecord(raw) &&
    openForms.includes(Object.keys(raw).sort().join()) &&
    Object.entries(raw).every(([key, inner]) => openParts[key]?.(inner))
  );
};

const isMap = (raw: unknown, ok: (value: unknown) => boolean): boolean =>
  isRecord(raw) && Object.keys(raw).length <= 1000 && Object.entries(raw).every(([key, value]) => name.test(key) && ok(value));

const isDay = (raw: string): boolean => readMoment(raw)?.timed === false;

const fits = (field: Field, raw: unknown): boolean => {
  switch (field.is) {
    case 'part':
      return isPartRef(raw);
    case 'uuid':
      return typeof raw === 'string' && isUuid(raw);
    case 'hash':
      return isHash(raw);
    case 'zone':
      return typeof raw === 'string' && raw.length <= 64 && zone.test(raw);
    case 'moment':
      return typeof raw === 'string' && raw.length <= 100 && readSaid(raw) !== undefined;
    case 'day':
      return typeof raw === 'string' && isDay(raw);
    case 'name':
      return typeof raw === 'string' && name.test(raw);
    case 'count':
      return isWhole(raw) && raw >= 0;
    case 'yes-no':
      return typeof raw === 'boolean';
    case 'facts':
      // `default` stands for all the rest where times are learned: no fact can go by that name.
      return isMap(raw, isKnown) && !Object.hasOwn(raw as object, 'default');
    case 'learned':
      return isMap(raw, isMoment);
    case 'code':
      return typeof raw === 'string' && field.of.includes(raw);
    case 'list':
      return Array.isArray(raw) && raw.length <= 1000 && raw.every((item) => fits(field.of, item));
    case 'map':
      return isMap(raw, (value) => fits(field.of, value));
    case 'record':
      return problemsOf(field.fields, raw).length === 0;
  }
};

/** What is wrong with a body. `field` is the field's name; a moment outside the counted years is wrong too. */
export type BodyProblem = { readonly code: 'missing-field' | 'unknown-field' | 'wrong-type'; readonly field: string };

/** Compares a body with its shape; an empty list when it fits. */
export const problemsOf = (fields: Fields, raw: unknown): readonly BodyProblem[] => {
  if (!isRecord(raw)) return [{ code: 'wrong-type', field: 'body' }];
  const unknown = Object.keys(raw).filter((key) => !Object.hasOwn(fields, key));
  return [
    ...unknown.map((field) => ({ code: 'unknown-field' as const, field })),
    ...Object.entries(fields).flatMap(([field, shape]): readonly BodyProblem[] => {
      const value = raw[field];
      if (value === undefined) return 'optional' in shape ? [] : [{ code: 'missing-field', field }];
      return fits(shape, value) ? [] : [{ code: 'wrong-type', field }];
    }),
  ];
};

type Cleaned = { readonly value: unknown; readonly newer: boolean } | undefined;

const cleanAll = (
  values: readonly (readonly [string, unknown])[],
  of: Field,
): { readonly kept: readonly (readonly [string, unknown])[]; readonly newer: boolean } | undefined => {
  const kept: (readonly [string, unknown])[] = [];
  let newer = false;
  for (const [key, raw] of values) {
    const cleaned = clean(of, raw);
    if (!cleaned) return undefined;
    kept.push([key, cleaned.value]);
    newer ||= cleaned.newer;
  }
  return { kept, newer };
};

const clean = (field: Field, raw: unknown): Cleaned => {
  if (fits(field, raw)) return { value: raw, newer: false };
  if (field.is === 'record') return cleanBody(field.fields, raw);
  if (field.is === 'list' && Array.isArray(raw) && raw.length <= 1000) {
    const all = cleanAll(
      raw.map((one, i) => [String(i), one] as const),
      field.of,
    );
    return all && { value: all.kept.map(([, value]) => value), newer: all.newer };
  }
  if (field.is === 'map' && isMap(raw, () => true)) {
    const all = cleanAll(Object.entries(raw as object), field.of);
    return all && { value: Object.fromEntries(all.kept), newer: all.newer };
  }
  return undefined;
};

/**
 * Reads a body that a newer program may have written: fields that this one does not know are left out, and so is an
 * optional field with a word that it does not know. A new field never changes what the others mean, so the rest stands.
 * Undefined where the body does not fit at all.
 */
export const cleanBody = (fields: Fields, raw: unknown): Cleaned => {
  if (!isRecord(raw)) return undefined;
  let newer = Object.keys(raw).some((key) => !Object.hasOwn(fields, key));
  const kept: [string, unknown][] = [];
  for (const [key, field] of Object.entries(fields)) {
    const value = raw[key];
    const cleaned = value === undefined ? undefined : clean(field, value);
    if (cleaned) {
      kept.push([key, cleaned.value]);
      newer ||= cleaned.newer;
    } else if (!('optional' in field)) return undefined;
    else if (value !== undefined) {
      if (field.is !== 'code' || typeof value !== 'string') return undefined;
      newer = true;
    }
  }
  return { value: Object.fromEntries(kept), newer };
};
