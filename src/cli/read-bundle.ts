import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundle } from '../core/index.ts';

/** The built knowledge beside the program; undefined when it was never built. */
export const readBundle = (root: string): Bundle | undefined => {
  try {
    return JSON.parse(readFileSync(join(root, 'dist', 'knowledge', 'bundle.json'), 'utf8')) as Bundle;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

/** The version in package.json. */
export const readVersion = (root: string): string => (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
