import { statSync } from 'node:fs';

/** Bytes of write-ahead log after which they are moved into the file. */
const most = 16 * 1024 * 1024;
/** Looks without a change after which the rest is moved too, so that a copy of the file alone is nearly whole. */
const quietLooks = 8;

/** Says at each look whether the write-ahead log should be moved into the file: it is long, or has rested since it changed. */
export const openWalRest = (path: string): (() => boolean) => {
  let [seenAt, movedAt, quiet] = [0, 0, 0];
  return () => {
    const wal = statSync(path, { throwIfNoEntry: false });
    if (!wal || wal.size === 0) return false;
    quiet = wal.mtimeMs === seenAt ? quiet + 1 : 0;
    seenAt = wal.mtimeMs;
    const rests = quiet >= quietLooks && movedAt !== seenAt;
    if (rests) movedAt = seenAt;
    return rests || wal.size > most;
  };
};
