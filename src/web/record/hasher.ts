import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Hasher } from '../../core/index.ts';

const encoder = new TextEncoder();

/** SHA-256 in plain script: at once, and inside a transaction of the database, where WebCrypto would let it end. */
export const hasher: Hasher = {
  ofText: (text) => bytesToHex(sha256(encoder.encode(text))),
  ofBytes: (...chunks) => bytesToHex(chunks.reduce((hash, chunk) => hash.update(chunk), sha256.create()).digest()),
};
