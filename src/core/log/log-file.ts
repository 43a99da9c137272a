import { isRecord } from '../knowledge/is-record.ts';
import { canonicalJson } from '../knowledge/canonical-json.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import type { ErasedPart, Head, Linked, Part, SignedHead } from './entry.ts';
import { readEntry, readLink } from './read-entry.ts';
import { isUuid } from './uuid.ts';

/** The first line of an exported log. */
export type FileHead = { readonly shodo: 'log'; readonly version: 1; readonly head: Head };

export type FileLine =
  | { readonly line: 'head'; readonly head: FileHead }
  | { readonly line: 'entry'; readonly linked: Linked }
  | { readonly line: 'part'; readonly part: Part | ErasedPart }
  | { readonly line: 'witness'; readonly witness: SignedHead }
  /** Not a line of this format, or not in canonical form: no second spelling may hide a change. */
  | { readonly line: 'unreadable' };

/** Salt and bytes in base64url. */
export type PartJson = { readonly id: string; readonly salt: string; readonly bytes: string } | ErasedPart;

/** A part as files and requests carry it. */
export const partToJson = (part: Part | ErasedPart): PartJson =>
  'erased' in part ? { id: part.id, erased: true } : { id: part.id, salt: toBase64url(part.salt), bytes: toBase64url(part.bytes) };

/** Reads a part; undefined when it is none, or its salt has not 32 bytes. */
export const partFromJson = (raw: unknown): Part | ErasedPart | undefined => {
  if (!isRecord(raw) || typeof raw.id !== 'string' || !isUuid(raw.id)) return undefined;
  if (raw.erased === true) return { id: raw.id, erased: true };
  const salt = typeof raw.salt === 'string' ? fromBase64url(raw.salt) : undefined;
  const bytes = typeof raw.bytes === 'string' ? fromBase64url(raw.bytes) : undefined;
  return salt?.length === 32 && bytes ? { id: raw.id, salt, bytes } : undefined;
};

/** One exported log, line by line: head, entries in order, parts, witnesses. Each line is canonical JSON (RFC 8785). */
export const lineOf = {
  head: (head: FileHead): string => canonicalJson(head),
  entry: ({ entry, signature, link }: Linked): string => canonicalJson({ entry, signature, link }),
  part: (part: Part | ErasedPart): string => canonicalJson({ part: partToJson(part) }),
  witness: (witness: SignedHead): string => canonicalJson({ witness }),
} as const;

const isWitness = (raw: unknown): raw is SignedHead =>
  isRecord(raw) &&
  Object.keys(raw).length === 6 &&
  ['log', 'chain', 'signedAt', 'signer', 'signature'].every((key) => typeof raw[key] === 'string') &&
  /^ed25519:/.test(String(raw.signer)) &&
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(String(raw.signedAt)) &&
  Number.isSafeInteger(raw.seq) &&
  (raw.seq as number) > 0;

const isFileHead = (raw: Readonly<Record<string, unknown>>): raw is FileHead =>
  raw.shodo === 'log' &&
  raw.version === 1 &&
  Object.keys(raw).length === 3 &&
  isRecord(raw.head) &&
  Object.keys(raw.head).length === 3 &&
  typeof raw.head.log === 'string' &&
  (typeof raw.head.chain === 'string' || raw.head.chain === null) &&
  Number.isSafeInteger(raw.head.seq);

/** Levels that a line can have: those of an entry and the record around it. Counted before anything walks down. */
const isFlat = (text: string): boolean => {
  let [depth, deepest] = [0, 0];
  for (const letter of text) {
    if (letter === '{' || letter === '[') deepest = Math.max(deepest, ++depth);
    else if (letter === '}' || letter === ']') depth--;
  }
  return deepest <= 64;
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Reads one line of an exported log. */
export const readLine = (text: string): FileLine => {
  const raw = isFlat(text) ? parse(text) : undefined;
  if (!isRecord(raw) || canonicalJson(raw) !== text) return { line: 'unreadable' };
  if (raw.shodo !== undefined) return isFileHead(raw) ? { line: 'head', head: raw } : { line: 'unreadable' };
  if (raw.witness !== undefined)
    return isWitness(raw.witness) && Object.keys(raw).length === 1 ? { line: 'witness', witness: raw.witness } : { line: 'unreadable' };
  if (raw.part !== undefined) {
    const part = partFromJson(raw.part);
    return part && lineOf.part(part) === text ? { line: 'part', part } : { line: 'unreadable' };
  }
  const read = readEntry(raw, { newer: true });
  const link = readLink(raw.link);
  return 'signed' in read && link ? { line: 'entry', linked: { ...read.signed, link } } : { line: 'unreadable' };
};
