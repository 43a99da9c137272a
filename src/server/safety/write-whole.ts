import { randomUUID } from 'node:crypto';
import { createWriteStream, linkSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Gives a finished file its name: never over another one, where the disk can tell. */
const settle = (draft: string, to: string): void => {
  try {
    linkSync(draft, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    // A disk that knows no second names.
    renameSync(draft, to);
  }
};

/**
 * Writes a file that has its name only when it is whole and on the disk, and that only its owner may read. Throws `EEXIST`
 * where one of that name is there.
 */
export const writeWhole = async (to: string, pieces: Readable): Promise<void> => {
  const draft = join(dirname(to), `.${basename(to)}-${randomUUID().slice(0, 8)}.part`);
  try {
    await pipeline(pieces, createWriteStream(draft, { mode: 0o600, flags: 'wx', flush: true }));
    settle(draft, to);
  } finally {
    rmSync(draft, { force: true });
  }
};
