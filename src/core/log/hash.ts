import { canonicalJson } from '../knowledge/canonical-json.ts';
import type { Entry, HashHex, Hasher, Head, Link, LogName, Part, Signed, SignedHead } from './entry.ts';

// Each hash begins with a line that says what is hashed, so that no hash of one thing can pass for one of another.

/** What the device stands for: SHA-256 of the entry in canonical form (RFC 8785). */
export const contentHash = (entry: Entry, hash: Hasher): HashHex => hash.ofText(`shodo.entry.1\n${canonicalJson(entry)}`);

/** The message that a device signs: the content hash in hex, so that a small signer never sees the words. */
export const messageToSign = (content: HashHex): string => `shodo.entry-signature.1\n${content}`;

/** The message that an installation signs to witness how far a log reached. */
export const headMessage = ({ log, seq, chain, signedAt }: Pick<SignedHead, 'log' | 'seq' | 'chain' | 'signedAt'>): string =>
  `shodo.head.1\n${canonicalJson({ chain, log, seq, signedAt })}`;

/** The promise about a part: SHA-256 of salt, then bytes. */
export const commitOf = ({ salt, bytes }: Pick<Part, 'salt' | 'bytes'>, hash: Hasher): HashHex => hash.ofBytes(salt, bytes);

type Linkable = Omit<Link, 'chain'> & {
  readonly log: LogName;
  readonly content: HashHex;
  readonly signature: string | null;
  readonly before: HashHex | null;
};

/** One link: it covers the content, the signature, the place, the arrival, the refusal and the link before. */
const chainHash = ({ log, seq, arrivedAt, skewSeconds, refusal, content, signature, before }: Linkable, hash: Hasher): HashHex =>
  hash.ofText(`shodo.link.1\n${canonicalJson({ arrivedAt, before, content, log, refusal, seq, signature, skewSeconds })}`);

/** The place after a head for an entry of which only content hash and signature are at hand. */
export const placeNext = (
  { log, seq, chain }: Head,
  { content, signature }: { readonly content: HashHex; readonly signature: string | null },
  arrival: Pick<Link, 'arrivedAt' | 'skewSeconds' | 'refusal'>,
  hash: Hasher,
): Link => {
  if (!Number.isSafeInteger(arrival.skewSeconds)) throw new RangeError('skew');
  const place = { seq: seq + 1, ...arrival };
  return { ...place, chain: chainHash({ log, ...place, content, signature, before: chain }, hash) };
};

/** Puts an entry at the end of a log. */
export const linkNext = (
  head: Head,
  { entry, signature }: Signed,
  arrival: Pick<Link, 'arrivedAt' | 'skewSeconds' | 'refusal'>,
  hash: Hasher,
): Link => placeNext(head, { content: contentHash(entry, hash), signature }, arrival, hash);
