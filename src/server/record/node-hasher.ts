import { hash } from 'node:crypto';
import { createHash } from 'node:crypto';
import type { Hasher } from '../../core/index.ts';

/** SHA-256 of Node, as the core takes it. */
export const nodeHasher: Hasher = {
  ofText: (text) => hash('sha256', text),
  ofBytes: (...chunks) => {
    const sum = createHash('sha256');
    for (const chunk of chunks) sum.update(chunk);
    return sum.digest('hex');
  },
};
