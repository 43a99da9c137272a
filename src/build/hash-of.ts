import { createHash } from 'node:crypto';
import type { Hasher } from '../core/index.ts';

/** SHA-256 in lower-case hex. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The same, as the core takes it. */
export const hasher: Hasher = {
  ofText: hashOf,
  ofBytes: (...chunks) => chunks.reduce((hash, chunk) => hash.update(chunk), createHash('sha256')).digest('hex'),
};
