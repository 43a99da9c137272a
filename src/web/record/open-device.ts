import { type DeviceStore, openMemoryStore, speakFrom } from '../../app/index.ts';
import { type Database, openDatabase } from './database.ts';
import { type Me, meOf } from './device-key.ts';
import { hasher } from './hasher.ts';
import { openIndexedStore } from './indexed-store.ts';

/** Store and speaker of this browser. Where it keeps nothing, they last as long as the page. */
export const openDevice = async (): Promise<{ readonly store: DeviceStore; readonly db: Database | undefined; readonly me: Me }> => {
  try {
    const db = await openDatabase();
    return { db, store: openIndexedStore(db, hasher), me: await meOf(db) };
  } catch {
    return { db: undefined, store: speakFrom(openMemoryStore(hasher)), me: await meOf(undefined) };
  }
};
