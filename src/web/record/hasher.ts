import { sha256 } from '@noble/hashes/sha2.js';
import type { Hasher } from '../../core/index.ts';

const encoder = new TextEncoder();

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');

/** SHA-256 in plain script: at once, and inside a transaction of the database, where WebCrypto would let it end. */
export const hasher: Hasher = {
  ofText: (text) => hexOf(sha256(encoder.encode(text))),
  ofBytes: (...chunks) => hexOf(chunks.reduce((hash, chunk) => hash.update(chunk), sha256.create()).digest()),
};
