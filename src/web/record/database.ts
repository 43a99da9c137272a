import type { ErasedPart, Head, Kept, Part, SignedHead } from '../../core/index.ts';

/** An entry as it lies in the database: by its place when it has one, by its turn while it waits. */
export type Row = Kept & { readonly place?: readonly [log: string, seq: number]; readonly turn?: readonly [log: string, nth: number] };

export type LogRow = Head & { readonly pending: number; readonly turns: number; readonly changed: number };

type Stores = {
  readonly logs: LogRow;
  readonly entries: Row;
  /** By log and id: the same id in another log is another part. */
  readonly parts: Part | ErasedPart;
  readonly witnesses: SignedHead;
  /** Content hash of what this device said last in a log. */
  readonly tips: string;
  readonly settings: unknown;
};

type Name = keyof Stores;

/** What a request to the database brings. */
export const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** One thing by its key, in a transaction or in one of its own. */
export const getFrom = <N extends Name>(tx: IDBTransaction, name: N, key: IDBValidKey): Promise<Stores[N] | undefined> =>
  done(tx.objectStore(name).get(key));

/** All that lies under an index, in its order. */
export const getAllFrom = <N extends Name>(
  tx: IDBTransaction,
  name: N,
  index: string,
  range?: IDBKeyRange | string,
  limit?: number,
): Promise<readonly Stores[N][]> => done(tx.objectStore(name).index(index).getAll(range, limit));

/** One transaction to write; what fails in it undoes all of it. Nothing but the database may be awaited inside. */
export const transact = async <T>(db: IDBDatabase, names: readonly Name[], work: (tx: IDBTransaction) => Promise<T>): Promise<T> => {
  const tx = db.transaction(names, 'readwrite', { durability: 'strict' });
  const ended = new Promise<void>((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error ?? new Error('undone'));
  });
  try {
    const result = await work(tx);
    await ended;
    return result;
  } catch (problem) {
    ended.catch(() => {});
    try {
      tx.abort();
    } catch {
      // It had ended by itself.
    }
    throw problem;
  }
};

/** Opens the record of this browser. Throws where the browser keeps nothing (private windows, storage refused). */
export const openDatabase = async (name = 'shodo'): Promise<IDBDatabase> => {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    const make = (store: Name, options: IDBObjectStoreParameters, ...indexes: readonly string[]): void => {
      const made = request.result.createObjectStore(store, options);
      for (const index of indexes) made.createIndex(index, index);
    };
    make('logs', { keyPath: 'log' }, 'changed');
    make('entries', { keyPath: 'entry.id' }, 'place', 'turn');
    make('parts', {});
    make('witnesses', { autoIncrement: true }, 'log');
    make('tips', {});
    make('settings', {});
  };
  const db = await done(request);
  // A newer page in another tab must not wait for this one.
  db.onversionchange = () => db.close();
  return db;
};
