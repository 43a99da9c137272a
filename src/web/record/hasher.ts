import { sha256 } from '@noble/hashes/sha2.js';
import { type Hasher, toHex } from '../../core/index.ts';

const encoder = new TextEncoder();

/** SHA-256 in plain script: at once, and inside a transaction of the database, where WebCrypto would let it end. */
export const hasher: Hasher = {
  ofText: (text) => toHex(sha256(encoder.encode(text))),
  ofBytes: (...chunks) => toHex(chunks.reduce((hash, chunk) => hash.update(chunk), sha256.create()).digest()),
};
