import type { LogName } from '../../core/index.ts';
import { openReadOnly } from '../record/open-database.ts';
import type { ReaderTask } from '../record/reader.ts';
import { type BackupAsk, type BackupManifest, makeBackup } from './make-backup.ts';
import { storedLines } from './stored-lines.ts';

const pieceSize = 64 * 1024;

/** Sends one log as its file. On a connection of its own, so that it is one moment of the log whatever else is read. */
export const exportTask: ReaderTask<{ readonly log: LogName; readonly withoutWords: boolean }, void> = async (
  { folder, send, breathe },
  { log, withoutWords },
) => {
  const db = openReadOnly(folder);
  try {
    let waiting = '';
    for (const line of storedLines(db, log, { withoutWords })) {
      waiting += `${line}\n`;
      if (waiting.length < pieceSize) continue;
      await send(Buffer.from(waiting));
      waiting = '';
      await breathe();
    }
    if (waiting !== '') await send(Buffer.from(waiting));
  } finally {
    db.close();
  }
};

/** See `makeBackup`. */
export const backupTask: ReaderTask<BackupAsk, BackupManifest> = ({ folder }, ask) => makeBackup(folder, ask);
