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

/** Checks what lies in a data folder: the file of the database, and each log (or those named) from its rows. */
export const checkStore = async (folder: string, own: ReadonlySet<DeviceId>, only?: readonly LogName[]): Promise<StoreProof> => {
  const db = openReadOnly(folder);
  try {
    const found = db
      .prepare<[], { integrity_check: string }>('PRAGMA integrity_check')
      .all()
      .map((row) => row.integrity_check);
    const logs: LogProof[] = [];
    const check = openSealCheck();
    for (const log of only ?? storedLogs(db).map((head) => head.log))
      logs.push(await verifyLog(rawLines(storedLines(db, log)), { hash: nodeHasher, check, own }));
    return { damage: found.filter((line) => line !== 'ok'), logs };
  } finally {
    db.close();
  }
};
