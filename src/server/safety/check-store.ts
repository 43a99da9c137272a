import { type LogProof, verifyLog } from '../../app/index.ts';
import type { DeviceId, LogName } from '../../core/index.ts';
import { nodeHasher } from '../record/node-hasher.ts';
import { openReadOnly } from '../record/open-database.ts';
import { openSealCheck } from './check-seals.ts';
import { rawLines, storedLines, storedLogs } from './stored-lines.ts';

export type StoreProof = {
  /** What the database says of its own file; empty when it is whole. */
  readonly damage: readonly string[];
  readonly logs: readonly LogProof[];
};

/** Checks what lies in a data folder: the file of the database, and each log (or those chosen) from its rows. */
export const checkStore = async (
  folder: string,
  own: ReadonlySet<DeviceId>,
  choose = (logs: readonly LogName[]) => logs,
): Promise<StoreProof> => {
  const db = openReadOnly(folder);
  const damage: string[] = [];
  /** What can be read of a damaged file is read; where it ends is said. */
  const sound = function* <T>(where: string, read: () => Iterable<T>): Generator<T> {
    let count = 0;
    try {
      for (const one of read()) {
        count += 1;
        yield one;
      }
    } catch (error) {
      if (!isDamage(error)) throw error;
      damage.push(`${where}, after ${count} rows: ${error.message}`);
    }
  };
  try {
    const found = [...sound('integrity_check', () => db.prepare<[], { integrity_check: string }>('PRAGMA integrity_check').all())];
    damage.push(...found.map((row) => row.integrity_check).filter((line) => line !== 'ok'));
    const logs: LogProof[] = [];
    const check = openSealCheck();
    for (const log of choose([...sound('list of logs', () => storedLogs(db))].map((head) => head.log)))
      logs.push(await verifyLog(rawLines(sound(log, () => storedLines(db, log))), { hash: nodeHasher, check, own }));
    return { damage, logs };
  } finally {
    db.close();
  }
};

const isDamage = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|IOERR|NOTADB)/.test(String(error.code));
