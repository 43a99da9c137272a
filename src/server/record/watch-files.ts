import { type BigIntStats, closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { databasePath } from './open-database.ts';

/** What became of the files under a running server: not there any more, another one in its place, or no record in it. */
export type Loss = 'gone' | 'replaced' | 'emptied';

export type FileWatch = {
  /** Looks now, in microseconds; undefined while the files are those that were opened. */
  readonly look: () => Loss | undefined;
  readonly close: () => void;
};

/** Windows keeps a file that is open where it is, and its inodes say nothing. */
const hasInodes = process.platform !== 'win32';

const statOf = (path: string): BigIntStats | 'gone' | 'unknown' => {
  try {
    return statSync(path, { bigint: true });
  } catch (error) {
    // A folder that cannot be looked into just now is no loss; the database says by itself what it cannot do.
    return ['ENOENT', 'ENOTDIR', 'ESTALE'].includes((error as NodeJS.ErrnoException).code ?? '') ? 'gone' : 'unknown';
  }
};

const isSame = (a: BigIntStats, b: BigIntStats): boolean => !hasInodes || (a.dev === b.dev && a.ino === b.ino);

const headerSize = 100;
const magic = 'SQLite format 3\0';

/** The counter of changes in the header of the file; undefined where it is no database. */
const counterIn = (fd: number): number | undefined => {
  const header = Buffer.alloc(headerSize);
  if (readSync(fd, header, 0, headerSize, 0) < headerSize || header.toString('latin1', 0, magic.length) !== magic) return undefined;
  return header.readUInt32BE(24);
};

/**
 * Watches over the files of the record from the moment they were opened: a server that goes on writing into a file that
 * has no name any more loses all of it with its end. The record itself stays open here until `close`: closing it earlier would
 * give up the locks of the database. Call `close` after the database was closed.
 */
export const watchFiles = (folder: string): FileWatch => {
  const path = databasePath(folder);
  const fd = openSync(path, 'r');
  const beside = [`${path}-wal`, `${path}-shm`] as const;
  const seen = new Map<string, BigIntStats>();
  let looked = { at: 0n, size: 0n };
  let counter = counterIn(fd) ?? 0;

  /** The write-ahead log and its index lie there as long as the record is open, from the first time that they are seen. */
  const besideLoss = (): Loss | undefined => {
    for (const name of beside) {
      const before = seen.get(name);
      const now = statOf(name);
      if (now === 'gone' && before) return 'gone';
      if (typeof now === 'string') continue;
      if (!before) seen.set(name, now);
      else if (!isSame(before, now)) return 'replaced';
    }
    return undefined;
  };
  /** Only a file that was written to since is read: it must still be a record, and no older one. */
  const contentLoss = ({ size, mtimeNs }: BigIntStats): Loss | undefined => {
    if (size === looked.size && mtimeNs === looked.at) return undefined;
    const now = counterIn(fd);
    if (now === undefined) return 'emptied';
    if (now < counter) return 'replaced';
    counter = now;
    looked = { size, at: mtimeNs };
    return undefined;
  };
  return {
    look: () => {
      const now = statOf(path);
      if (now === 'gone') return 'gone';
      if (now === 'unknown') return undefined;
      const mine = fstatSync(fd, { bigint: true });
      if (!isSame(now, mine)) return 'replaced';
      return contentLoss(mine) ?? besideLoss();
    },
    close: () => closeSync(fd),
  };
};
