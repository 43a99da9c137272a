import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundle } from '../core/index.ts';
import { Refused } from './context.ts';
import { exitCodes } from './exit-codes.ts';

/** The built knowledge beside the program; refuses when it was never built. */
export const needBundle = (root: string): Bundle => {
  try {
    return JSON.parse(readFileSync(join(root, 'dist', 'knowledge', 'bundle.json'), 'utf8')) as Bundle;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Refused(exitCodes.failed, {
      ja: '知識がまだ組み立てられていません。npm run build を実行してください。',
      en: 'The knowledge is not built yet: run npm run build.',
    });
  }
};

/** The version in package.json. */
export const readVersion = (root: string): string =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
