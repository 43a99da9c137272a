import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundle } from '../core/index.ts';
import { Refused } from './context.ts';
import { exitCodes } from './exit-codes.ts';

/** The built knowledge beside the program; refuses when it was never built. */
export const needBundle = (root: string): Bundle => {
  try {
    const bundle = JSON.parse(readFileSync(join(root, 'dist', 'knowledge', 'bundle.json'), 'utf8')) as Bundle;
    if (typeof bundle?.hash !== 'string' || !Array.isArray(bundle.base?.rules)) throw new Error('not a bundle');
    return bundle;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      throw new Refused(exitCodes.failed, {
        ja: '知識のファイル（dist/knowledge/bundle.json）が壊れています。dist を消して、もう一度実行してください。消しても直らないときは、入れ直してください。',
        en: 'The knowledge (dist/knowledge/bundle.json) is damaged: delete dist and run this again, or install Shodo anew.',
      });
    throw new Refused(exitCodes.failed, {
      ja: '知識がまだ組み立てられていません。npm run build を実行してください。',
      en: 'The knowledge is not built yet: run npm run build.',
    });
  }
};

/** The version in package.json. */
export const readVersion = (root: string): string =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
