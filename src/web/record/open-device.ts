import type { DeviceStore } from '../../app/index.ts';
import { openDatabase } from './database.ts';
import { type Me, meOf } from './device-key.ts';
import { hasher } from './hasher.ts';
import { openIndexedDevice } from './indexed-device.ts';

/** Store and speaker of this browser. Where it keeps nothing, they last as long as the page. */
export const openDevice = async (): Promise<{ readonly store: DeviceStore; readonly db: IDBDatabase | undefined; readonly me: Me }> => {
  try {
    const db = await openDatabase();
    return { db, store: openIndexedDevice(db, hasher), me: await meOf(db) };
  } catch {
    const { openMemoryDevice } = await import('./memory-device.ts');
    return { db: undefined, store: openMemoryDevice(hasher), me: await meOf(undefined) };
  }
};
