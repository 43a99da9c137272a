import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { ErasedPart, Head, Kept, Part, SignedHead } from '../../core/index.ts';

/** An entry as it lies in the database: by its place when it has one, by its turn while it waits. */
export type Row = Kept & { readonly place?: readonly [log: string, seq: number]; readonly turn?: readonly [log: string, nth: number] };

export type LogRow = Head & { readonly pending: number; readonly turns: number; readonly changed: number };

export interface RecordSchema extends DBSchema {
  logs: { key: string; value: LogRow; indexes: { changed: number } };
  entries: { key: string; value: Row; indexes: { place: [string, number]; turn: [string, number] } };
  parts: { key: string; value: Part | ErasedPart };
  witnesses: { key: number; value: SignedHead; indexes: { log: string } };
  /** Content hash of what this device said last in a log. */
  tips: { key: string; value: string };
  settings: { key: string; value: unknown };
}

export type Database = IDBPDatabase<RecordSchema>;

/** Opens the record of this browser. Throws where the browser keeps nothing (private windows, storage refused). */
export const openDatabase = (name = 'shodo'): Promise<Database> =>
  openDB<RecordSchema>(name, 1, {
    upgrade: (db) => {
      db.createObjectStore('logs', { keyPath: 'log' }).createIndex('changed', 'changed');
      const entries = db.createObjectStore('entries', { keyPath: 'entry.id' });
      entries.createIndex('place', 'place', { unique: true });
      entries.createIndex('turn', 'turn', { unique: true });
      db.createObjectStore('parts', { keyPath: 'id' });
      db.createObjectStore('witnesses', { autoIncrement: true }).createIndex('log', 'log');
      db.createObjectStore('tips');
      db.createObjectStore('settings');
    },
    // A newer page in another tab must not wait for this one.
    blocking: (_now, _next, event) => (event.target as IDBDatabase).close(),
  });
