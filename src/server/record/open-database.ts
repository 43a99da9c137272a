import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Text } from '../../core/index.ts';
import { migrations } from './migrations.ts';

export type Connection = Database.Database;

/** Name of the file in the data folder that holds the record. */
const fileName = 'record.sqlite';

export const databasePath = (folder: string): string => join(folder, fileName);

/** The file cannot be used; the sentence says why and what to do. */
export class DatabaseRefused extends Error {
  readonly text: Text;
  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}

/** Milliseconds that a statement waits for another process. The writer tries again; this bounds how long nothing else runs. */
const busyMs = 250;

// A commit that was acknowledged is on the disk (FULL); what is erased is overwritten (secure_delete). The library is built
// with other defaults, so both are set and looked at on every connection.
const wanted: readonly (readonly [pragma: string, set: string, is: string | number])[] = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['secure_delete', 'ON', 1],
  ['foreign_keys', 'ON', 1],
  ['busy_timeout', String(busyMs), busyMs],
  ['trusted_schema', 'OFF', 0],
];

/** Sets what a connection must have and refuses to go on where it does not hold. */
export const assertPragmas = (db: Connection): void => {
  for (const [pragma, set, is] of wanted) {
    if (!(db.readonly && pragma === 'journal_mode')) db.pragma(`${pragma} = ${set}`);
    const now = db.pragma(pragma, { simple: true });
    if (now === is) continue;
    db.close();
    throw new DatabaseRefused({
      ja: `記録のファイルを安全に開けません（${pragma} が ${String(now)} のまま、必要なのは ${is}）。別のディスクのフォルダーを --data で指定してください。`,
      en: `The record cannot be opened safely (${pragma} stays ${String(now)}, ${is} is needed): name a folder on another disk with --data.`,
    });
  }
};

const migrate = (db: Connection): void => {
  const version = (): number => db.pragma('user_version', { simple: true }) as number;
  if (version() > migrations.length) {
    const newer = version();
    db.close();
    throw new DatabaseRefused({
      ja: `この記録は、より新しい初動で作られています（形式 ${newer}、この版は ${migrations.length} まで）。新しい版で開いてください。何も変えていません。`,
      en: `This record was made by a newer Shodo (form ${newer}; this one knows up to ${migrations.length}): open it with that one. Nothing was changed.`,
    });
  }
  if (version() === migrations.length) return;
  db.transaction(() => {
    for (const sql of migrations.slice(version())) db.exec(sql);
    db.pragma(`user_version = ${migrations.length}`);
  }).immediate();
};

/** Opens the record for writing, makes it where there is none, and brings older tables up to date. */
export const openDatabase = (folder: string): Connection => {
  const path = databasePath(folder);
  const db = new Database(path);
  // Owner only; the system's own means where there are no such bits.
  chmodSync(path, 0o600);
  migrateSafely(db);
  return db;
};

const migrateSafely = (db: Connection): void => {
  // Looked at before anything is set: a newer file is left as it is.
  if ((db.pragma('user_version', { simple: true }) as number) <= migrations.length) assertPragmas(db);
  migrate(db);
};

/** Opens the record for reading only, beside a writer. */
export const openReadOnly = (folder: string): Connection => {
  const db = new Database(databasePath(folder), { readonly: true, fileMustExist: true });
  assertPragmas(db);
  db.pragma('cache_size = -4000');
  return db;
};
