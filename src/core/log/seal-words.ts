import { isRecord } from '../knowledge/is-record.ts';
import type { Hasher, Json, Part, PartRef } from './entry.ts';
import { type Body, type Kind, shapes } from './kinds.ts';
import { makePart } from './make-entry.ts';
import type { Field, Fields } from './shape.ts';

/** Words or a picture on their way into a body, where a part will stand. */
export type Words = { readonly text: string } | { readonly bytes: Uint8Array };

type Unsealed<T> = T extends PartRef
  ? Words | PartRef
  : T extends readonly (infer I)[]
    ? readonly Unsealed<I>[]
    : T extends object
      ? { readonly [K in keyof T]: Unsealed<T[K]> }
      : T;

/** What a person wants to say, with the words still in it. */
export type Draft = { readonly [K in Kind]: { readonly kind: K; readonly body: Unsealed<Body<K>> } }[Kind];

type Chance = {
  readonly now: number;
  readonly random: (bytes: number) => Uint8Array;
  readonly hash: Hasher;
  readonly encode: (text: string) => Uint8Array;
};

const bytesOf = (value: unknown, encode: Chance['encode']): Uint8Array | undefined => {
  if (!isRecord(value)) return undefined;
  if (typeof value.text === 'string' && Object.keys(value).length === 1) return encode(value.text.normalize('NFC'));
  return value.bytes instanceof Uint8Array ? value.bytes : undefined;
};

/**
 * Puts the words of a draft into parts, and promises in their places. Goes by the shape of the kind, so that words stand
 * only where a part may; anything else is left as it is, for `readEntry` to judge.
 */
export const sealWords = (
  draft: { readonly kind: string; readonly body: unknown },
  chance: Chance,
): { readonly body: { readonly [field: string]: Json }; readonly parts: readonly Part[] } => {
  const parts: Part[] = [];
  const seal = (field: Field | undefined, value: unknown): unknown => {
    if (field?.is === 'part') {
      const bytes = bytesOf(value, chance.encode);
      if (!bytes) return value;
      const { part, ref } = makePart(bytes, chance);
      parts.push(part);
      return ref;
    }
    if (field?.is === 'list' && Array.isArray(value)) return value.map((item) => seal(field.of, item));
    if (field?.is === 'map' && isRecord(value))
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, seal(field.of, inner)]));
    return field?.is === 'record' && isRecord(value) ? sealFields(field.fields, value) : value;
  };
  const sealFields = (fields: Fields, value: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, seal(Object.hasOwn(fields, key) ? fields[key] : undefined, inner)]),
    );
  const fields: Fields = Object.hasOwn(shapes, draft.kind) ? shapes[draft.kind as Kind] : {};
  const body = isRecord(draft.body) ? sealFields(fields, draft.body) : {};
  return { body: body as { readonly [field: string]: Json }, parts };
};
