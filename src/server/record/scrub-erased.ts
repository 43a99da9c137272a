import { createReadStream, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { lockName } from './lock-folder.ts';
import { databasePath, openDatabase } from './open-database.ts';

/** A run of bytes this long is no accident. Shorter words are covered by their salt, which lies beside them. */
const windowSize = 24;
const shortest = 12;
const windowsMost = 64;

/** Long bytes lie on several pages of the file: pieces of them are looked for, spread over the whole. */
export const windowsOf = (bytes: Uint8Array): readonly Buffer[] => {
  if (bytes.length < shortest) return [];
  if (bytes.length <= windowSize) return [Buffer.from(bytes)];
  const step = Math.max(512, Math.floor(bytes.length / windowsMost));
  const count = Math.ceil((bytes.length - windowSize) / step) || 1;
  return Array.from({ length: count }, (_, i) => Buffer.from(bytes.subarray(i * step, i * step + windowSize)));
};

/** Descriptors of records that were looked through. */
const lookedThrough = new Map<string, number>();

/**
 * Where locks follow POSIX, closing any descriptor of a file gives up every lock that this process has on it, those of the
 * server beside us too. A record that was opened to be looked through stays open; files that hold locks alone are left out.
 */
const openToLook = (folder: string, name: string) => {
  const path = join(folder, name);
  if (path !== databasePath(folder)) return createReadStream(path, { highWaterMark: 1 << 20 });
  const fd = lookedThrough.get(path) ?? openSync(path, 'r');
  lookedThrough.set(path, fd);
  return createReadStream('', { fd, start: 0, autoClose: false, highWaterMark: 1 << 20 });
};
const holdsOnlyLocks = (folder: string, name: string): boolean => name === lockName || join(folder, name) === `${databasePath(folder)}-shm`;

/** The files of a folder that hold one of the byte strings. Goes through them piece by piece. */
export const filesHolding = async (folder: string, wanted: readonly Buffer[]): Promise<readonly string[]> => {
  const overlap = Math.max(0, ...wanted.map((w) => w.length)) - 1;
  const found: string[] = [];
  for (const { name } of readdirSync(folder, { withFileTypes: true }).filter((file) => file.isFile())) {
    if (holdsOnlyLocks(folder, name)) continue;
    let tail = Buffer.alloc(0);
    for await (const piece of openToLook(folder, name)) {
      const seen = Buffer.concat([tail, piece as Buffer]);
      if (wanted.some((w) => seen.includes(w))) {
        found.push(name);
        break;
      }
      tail = seen.subarray(Math.max(0, seen.length - overlap));
    }
  }
  return found;
};

const patience = 120;

/**
 * Makes sure that erased bytes are in no file of the folder: moves the write-ahead log into the file (which overwrites
 * what was deleted) and empties it, looks for the bytes, and writes the whole file anew if some are left. Waits for
 * readers that still hold the older state; throws when they do not end.
 */
export const scrubErased = async (folder: string, erased: readonly Uint8Array[]): Promise<void> => {
  const db = openDatabase(folder);
  try {
    const settle = async (): Promise<void> => {
      for (let i = 0; i < patience; i++) {
        const [row] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
        if (row?.busy === 0) return;
        await wait(250);
      }
      throw new Error('erased bytes may still lie in the write-ahead log: a reader did not end');
    };
    await settle();
    const wanted = erased.flatMap(windowsOf);
    if ((await filesHolding(folder, wanted)).length === 0) return;
    db.exec('VACUUM');
    await settle();
  } finally {
    db.close();
  }
};
