import { readMoment } from '../time/moment.ts';
import type { Json, PartRef } from './entry.ts';
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

const hash = /^[0-9a-f]{64}$/;
/** Names of catalogues: facts, rules, steps, forms, fields. Never words of people. */
const name = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,79}$/;
const zone = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/;

const isRecord = (raw: unknown): raw is Readonly<Record<string, unknown>> => typeof raw === 'object' && raw !== null && !Array.isArray(raw);

const isSmallNumber = (raw: unknown): boolean =>
  typeof raw === 'number' && Number.isFinite(raw) && Math.abs(raw) <= Number.MAX_SAFE_INTEGER;

/** What is known of a fact, as far as a log can say: names, numbers, moments; the catalogue reads the rest. */
const isKnown = (raw: unknown): boolean => {
  if (raw === null || typeof raw === 'boolean' || isSmallNumber(raw)) return true;
  if (typeof raw === 'string') return name.test(raw) || readMoment(raw) !== undefined;
  if (Array.isArray(raw)) return raw.length <= 200 && raw.every((item) => typeof item === 'string' && name.test(item));
  return (
    isRecord(raw) &&
    Object.entries(raw).length <= 4 &&
    Object.entries(raw).every(([key, inner]) => /^[a-z]{2,6}$/.test(key) && isKnown(inner) && !isRecord(inner))
  );
};

const isMap = (raw: unknown, ok: (value: unknown) => boolean): boolean =>
  isRecord(raw) && Object.keys(raw).length <= 1000 && Object.entries(raw).every(([key, value]) => name.test(key) && ok(value));

const isDay = (raw: string): boolean => readMoment(raw)?.timed === false;

const fits = (field: Field, raw: unknown): boolean => {
  switch (field.is) {
    case 'part':
      return (
        isRecord(raw) &&
        Object.keys(raw).length === 2 &&
        typeof raw.part === 'string' &&
        isUuid(raw.part) &&
        typeof raw.commit === 'string' &&
        hash.test(raw.commit)
      );
    case 'uuid':
      return typeof raw === 'string' && isUuid(raw);
    case 'hash':
      return typeof raw === 'string' && hash.test(raw);
    case 'zone':
      return typeof raw === 'string' && raw.length <= 64 && zone.test(raw);
    case 'moment':
      return typeof raw === 'string' && raw.length <= 100 && readSaid(raw) !== undefined;
    case 'day':
      return typeof raw === 'string' && isDay(raw);
    case 'name':
      return typeof raw === 'string' && name.test(raw);
    case 'count':
      return isSmallNumber(raw) && (raw as number) >= 0 && Number.isInteger(raw);
    case 'yes-no':
      return typeof raw === 'boolean';
    case 'facts':
      return isMap(raw, isKnown);
    case 'learned':
      return isMap(raw, (value) => typeof value === 'string' && readMoment(value) !== undefined);
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
