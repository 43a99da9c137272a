import { isUuid } from './uuid.ts';

/** Lower-case hex of SHA-256, 64 characters. */
export type HashHex = string;

/** `incident:<uuid>`, `organisation:<uuid>` or `audit:<uuid>`. */
export type LogName = string;

/**
 * Who holds the key that signs: `ed25519:` and the raw public key in base64url, so that an entry proves its device by
 * itself; or `unsigned:<uuid>` for a device that cannot sign.
 */
export type DeviceId = string;

/**
 * Free text, a name, a contact or a picture inside a body. The log holds only the promise (SHA-256 of salt and bytes);
 * bytes and salt lie beside it and can be erased or withheld without breaking the chain.
 */
export type PartRef = { readonly part: string; readonly commit: HashHex };

/** The bytes of a part. Text is UTF-8. The salt is 32 random bytes. */
export type Part = { readonly id: string; readonly salt: Uint8Array; readonly bytes: Uint8Array };

/** A part of which bytes and salt are gone on purpose, by `part.erased`. */
export type ErasedPart = { readonly id: string; readonly erased: true };

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** One immutable record in a log, as its device made it. Everything here is hashed and signed. */
export type Entry = {
  /** The log format. Fixed for ever once released; docs/log-format.md. */
  readonly version: 1;
  /** UUIDv7. */
  readonly id: string;
  readonly log: LogName;
  /** noun.past, with `.2` and so on for a later meaning. */
  readonly kind: string;
  /** A person, by a UUID that says nothing about them; the name is a part of `person.introduced`. */
  readonly actor: string;
  readonly device: DeviceId;
  /** RFC 9557: RFC 3339 with offset and the zone it was said in. The device's own clock. */
  readonly saidAt: string;
  /** The chain hash that the device had last seen of this log; null before it saw any. */
  readonly base: HashHex | null;
  /** Content hash of the entry that this device made before in this log; null for its first. */
  readonly prior: HashHex | null;
  readonly body: { readonly [field: string]: Json };
};

/** An entry with the signature of its device (Ed25519, base64url) over its content hash; null where it cannot sign. */
export type Signed = { readonly entry: Entry; readonly signature: string | null };

/** Its place in the log, given by the one who keeps the order, and why it has no effect there, if it was refused. */
export type Link = {
  /** 1, 2, 3 … without gap. */
  readonly seq: number;
  /** When it arrived, by the clock of the one who keeps the order: UTC with milliseconds. */
  readonly arrivedAt: string;
  /** How far the device's clock was ahead of the arriving clock, in whole seconds; 0 when made in the same place. */
  readonly skewSeconds: number;
  readonly refusal?: string;
  readonly chain: HashHex;
};

export type Linked = Signed & { readonly link: Link };

/** A linked entry, or one that waits on its device to be put in order. */
export type Kept = Signed & { readonly link?: Link };

/** How far a log reaches. `chain` is null for an empty log. */
export type Head = { readonly log: LogName; readonly seq: number; readonly chain: HashHex | null };

/** A head with the signature of the installation that keeps the log (`signer`: as a device id). */
export type SignedHead = Head & { readonly signedAt: string; readonly signer: DeviceId; readonly signature: string };

/** Hash and text encoding from outside: the core holds neither. Lower-case hex of SHA-256. */
export type Hasher = {
  /** Of the UTF-8 bytes of a text. */
  readonly ofText: (text: string) => HashHex;
  /** Of chunks, one after the other. */
  readonly ofBytes: (...chunks: readonly Uint8Array[]) => HashHex;
};

const hash = /^[0-9a-f]{64}$/;

/** Spelt as a hash of this format is. */
export const isHash = (value: unknown): value is HashHex => typeof value === 'string' && hash.test(value);

/** A promise about a part: exactly an id and a commit, and nothing that only looks like one. */
export const isPartRef = (value: unknown): value is PartRef => {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 2) return false;
  const { part, commit } = value as { readonly part?: unknown; readonly commit?: unknown };
  return typeof part === 'string' && isUuid(part) && isHash(commit);
};

/** Every part that a body promises, wherever it stands. */
export const partsIn = (body: Json | undefined): readonly PartRef[] => {
  if (typeof body !== 'object' || body === null) return [];
  if (isPartRef(body)) return [body];
  return (Array.isArray(body) ? body : Object.values(body)).flatMap(partsIn);
};
