import type { DeviceStore } from '../../app/index.ts';
import { openDatabase } from './database.ts';
import { type Me, meOf } from './device-key.ts';
import { hasher } from './hasher.ts';
import { openIndexedDevice } from './indexed-device.ts';

/** Store and speaker of a browser. Without a database they last as long as the page. */
export type Device = { readonly store: DeviceStore; readonly db: IDBDatabase | undefined; readonly me: Me };

/** What this browser keeps. Throws where it keeps nothing. `partsOf` is given by who draws whole logs, and reads many at once. */
export const openKeptDevice = async (partsOf?: Parameters<typeof openIndexedDevice>[2]): Promise<Device> => {
  const db = await openDatabase();
  return { db, store: openIndexedDevice(db, hasher, partsOf), me: await meOf(db) };
};
