import type { Entry, Hasher, HashHex, Json, LogName, Part, PartRef } from './entry.ts';
import { commitOf } from './hash.ts';
import { uuidV7 } from './uuid.ts';

/** What a device gives to each of its entries, from outside: who, where, when, and chance. */
export type Pen = {
  readonly actor: string;
  readonly device: string;
  /** RFC 9557, from the device's own clock and zone. */
  readonly saidAt: string;
  /** The same moment in milliseconds since 1970 UTC, for ids. */
  readonly now: number;
  readonly random: (bytes: number) => Uint8Array;
  readonly hash: Hasher;
};

/** Seals words or a picture: the part to keep beside the log, and the promise to put into a body. */
export const makePart = (
  bytes: Uint8Array,
  { now, random, hash }: Pick<Pen, 'now' | 'random' | 'hash'>,
): { readonly part: Part; readonly ref: PartRef } => {
  const part: Part = { id: uuidV7(now, random(10)), salt: random(32), bytes };
  return { part, ref: { part: part.id, commit: commitOf(part, hash) } };
};

type Place = { readonly log: LogName; readonly base: HashHex | null; readonly prior: HashHex | null };

/** Writes an entry. `base` and `prior` say what this device had seen of the log and said before in it. */
export const makeEntry = (
  saying: { readonly kind: string; readonly body: { readonly [field: string]: unknown } },
  place: Place,
  pen: Pen,
): Entry => ({
  version: 1,
  id: uuidV7(pen.now, pen.random(10)),
  log: place.log,
  kind: saying.kind,
  actor: pen.actor,
  device: pen.device,
  saidAt: pen.saidAt,
  base: place.base,
  prior: place.prior,
  body: withoutAbsent(saying.body) as Entry['body'],
});

/** Absent values are left out, as canonical JSON leaves them out, so that an entry reads back as it was made. */
const withoutAbsent = (value: unknown): Json => {
  if (Array.isArray(value)) return value.map(withoutAbsent);
  if (typeof value !== 'object' || value === null) return value as Json;
  return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[key, withoutAbsent(inner)]])));
};
