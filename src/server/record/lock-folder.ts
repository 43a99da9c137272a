import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

export type FolderLock = {
  /** Says under which address this server can be reached. */
  readonly name: (address: string) => void;
  readonly release: () => void;
};

/** Name of the small file in the data folder that carries the lock. Once there was a server on a folder, it lies there. */
export const lockName = 'server.lock';

type Holder = { readonly pid: number; readonly address?: string };

const holderIn = (path: string): Holder | undefined => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
};

/**
 * One server on one folder. The lock is one of the operating system on a small file, so that it ends with the process
 * however that ends; who holds it stands in a file beside it.
 */
export const lockFolder = (folder: string): { readonly lock: FolderLock } | { readonly heldBy: Holder | undefined } => {
  const path = join(folder, 'server.json');
  const db = new Database(join(folder, lockName), { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (!/^SQLITE_BUSY/.test(String((error as { code?: string }).code))) throw error;
    return { heldBy: holderIn(path) };
  }
  const write = (holder: Holder): void => writeFileSync(path, JSON.stringify(holder), { mode: 0o600 });
  write({ pid: process.pid });
  return {
    lock: {
      name: (address) => write({ pid: process.pid, address }),
      release: () => {
        // The folder itself may be gone by then.
        if (existsSync(path)) rmSync(path);
        db.exec('ROLLBACK');
        db.close();
      },
    },
  };
};
