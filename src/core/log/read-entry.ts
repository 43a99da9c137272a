import { isRecord } from '../knowledge/is-record.ts';
import { canonicalJson } from '../knowledge/canonical-json.ts';
import { nearestTo } from '../facts/nearest.ts';
import { type Entry, isHash, type Link, type Signed } from './entry.ts';
import { isKind, shapes } from './kinds.ts';
import { isSaidAt } from './said-at.ts';
import { problemsOf } from './shape.ts';
import { isUuid } from './uuid.ts';

/** Why something is no entry of this format. `field` as it was written, `nearest` for a kind that looks alike. */
export type EntryProblem = {
  readonly code: 'not-an-object' | 'missing-field' | 'unknown-field' | 'wrong-type' | 'unknown-kind' | 'too-large' | 'ill-formed-text';
  readonly field: string;
  readonly nearest?: string;
};

/** UTF-8 bytes of one entry in canonical form, at most. */
const entrySizeMax = 65_536;

/** Levels of lists and records in an entry, at most. */
const levelsMax = 16;

/** Has more levels than an entry may have. Counted without recursion: what is too deep must not break the one who measures it. */
export const isTooDeep = (raw: unknown): boolean => {
  let level: readonly unknown[] = [raw];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > levelsMax) return true;
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  return false;
};

const utf8Length = (text: string): number => {
  let bytes = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
};

const log = /^(incident|organisation|audit):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const device = /^(ed25519:[A-Za-z0-9_-]{43}|unsigned:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const kind = /^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*(\.[2-9][0-9]*)?$/;
const signature = /^[A-Za-z0-9_-]{86}$/;
const utc = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

const isText = (value: unknown, pattern: RegExp): boolean => typeof value === 'string' && pattern.test(value);
const isHashOrNull = (value: unknown): boolean => value === null || isHash(value);

const headerChecks: Readonly<Record<keyof Entry, (value: unknown) => boolean>> = {
  version: (v) => v === 1,
  id: (v) => typeof v === 'string' && isUuid(v),
  log: (v) => isText(v, log),
  kind: (v) => typeof v === 'string' && v.length <= 60 && kind.test(v),
  actor: (v) => typeof v === 'string' && isUuid(v),
  device: (v) => isText(v, device),
  saidAt: (v) => typeof v === 'string' && v.length <= 100 && isSaidAt(v),
  base: isHashOrNull,
  prior: isHashOrNull,
  body: (v) => typeof v === 'object' && v !== null && !Array.isArray(v),
};

/** A surrogate without its partner: no such text can be written as UTF-8, so it cannot be hashed alike everywhere. */
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Texts that UTF-8 can write, and whole numbers only: everything that every language hashes alike. */
const isWellFormed = (value: unknown): boolean => {
  if (typeof value === 'string') return !loneSurrogate.test(value);
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, inner]) => isWellFormed(key) && isWellFormed(inner));
};

export type EntryRead = { readonly signed: Signed; readonly problems: readonly [] } | { readonly problems: readonly EntryProblem[] };

const problemsOfHeader = (raw: Readonly<Record<string, unknown>>): readonly EntryProblem[] => [
  ...Object.keys(raw)
    .filter((key) => !Object.hasOwn(headerChecks, key))
    .map((field) => ({ code: 'unknown-field' as const, field })),
  ...Object.entries(headerChecks).flatMap(([field, ok]): readonly EntryProblem[] =>
    raw[field] === undefined ? [{ code: 'missing-field', field }] : ok(raw[field]) ? [] : [{ code: 'wrong-type', field }],
  ),
];

const problemsOfBody = (entry: Entry): readonly EntryProblem[] => {
  if (isKind(entry.kind))
    return problemsOf(shapes[entry.kind], entry.body).map((p) => ({ ...p, field: p.field === 'body' ? 'body' : `body.${p.field}` }));
  const nearest = nearestTo(entry.kind, Object.keys(shapes));
  return [{ code: 'unknown-kind', field: entry.kind, ...(nearest !== undefined && { nearest }) }];
};

/**
 * Reads one signed entry from outside, as plain JSON. Nothing beside the fields of the format may stand in it. With
 * `newer`, a kind that this program does not know, and a body with fields that it does not know, are taken as they are:
 * they belong to a log made by a newer program.
 */
export const readEntry = (raw: unknown, { newer = false } = {}): EntryRead => {
  if (!isRecord(raw) || !isRecord(raw.entry)) return { problems: [{ code: 'not-an-object', field: 'entry' }] };
  if (isTooDeep(raw.entry)) return { problems: [{ code: 'too-large', field: 'entry' }] };
  const extra = Object.keys(raw).find((key) => key !== 'entry' && key !== 'signature' && key !== 'link');
  if (extra !== undefined) return { problems: [{ code: 'unknown-field', field: extra }] };
  if (raw.signature !== null && !isText(raw.signature, signature)) return { problems: [{ code: 'wrong-type', field: 'signature' }] };
  const header = problemsOfHeader(raw.entry);
  if (header.length > 0) return { problems: header };
  const entry = raw.entry as unknown as Entry;
  if (entry.device.startsWith('ed25519:') !== (raw.signature !== null))
    return { problems: [{ code: raw.signature === null ? 'missing-field' : 'unknown-field', field: 'signature' }] };
  const text = canonicalJson(entry);
  if (text.length > entrySizeMax || utf8Length(text) > entrySizeMax) return { problems: [{ code: 'too-large', field: 'entry' }] };
  if (!isWellFormed(entry.body)) return { problems: [{ code: 'ill-formed-text', field: 'body' }] };
  const body = newer ? [] : problemsOfBody(entry);
  return body.length > 0 ? { problems: body } : { signed: { entry, signature: raw.signature as string | null }, problems: [] };
};

/** Reads the place of an entry; undefined when it is none. */
export const readLink = (raw: unknown): Link | undefined => {
  if (!isRecord(raw)) return undefined;
  const { seq, arrivedAt, skewSeconds, refusal, chain, ...rest } = raw;
  const fine =
    Object.keys(rest).length === 0 &&
    Number.isSafeInteger(seq) &&
    (seq as number) > 0 &&
    isText(arrivedAt, utc) &&
    Number.isSafeInteger(skewSeconds) &&
    (refusal === undefined || isText(refusal, /^[a-z-]{1,40}$/)) &&
    isHash(chain);
  return fine ? (raw as unknown as Link) : undefined;
};
