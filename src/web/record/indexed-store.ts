import { type DeviceStore, type EntryStore, type Lookup, lookupIn, placeBatch, succeed } from '../../app/index.ts';
import type { Hasher, Part } from '../../core/index.ts';
import { done, getAllFrom, getFrom, transact } from './database.ts';
import { openIndexedDevice } from './indexed-device.ts';
import { keepParts, keptOf, linkIn, logStores, partsOf, recordsIn, touch } from './indexed-pieces.ts';

/** The whole port over IndexedDB, for whoever keeps the order in a browser. A device alone does with less (`indexed-device.ts`). */
export const openIndexedStore = (db: IDBDatabase, hash: Hasher): DeviceStore & EntryStore => ({
  ...openIndexedDevice(db, hash, partsOf),
  append: (batch, arrival, verdict) =>
    transact(db, logStores, async (tx) => {
      const row = await touch(tx, batch.log);
      const known = await Promise.all(batch.entries.map((s) => getFrom(tx, 'entries', s.entry.id)));
      const byId = new Map(known.flatMap((r) => (r ? [[r.entry.id, keptOf(r)] as const] : [])));
      const records = (await recordsIn(tx, batch.log, 0)).filter((r) => r.link);
      const parts = (await partsOf(tx, records)).filter((p): p is Part => !('erased' in p));
      const lookup: Lookup = {
        head: { log: row.log, seq: row.seq, chain: row.chain },
        find: (id) => byId.get(id),
        ...lookupIn(records, hash),
        before: () => ({ records, parts }),
      };
      const placed = placeBatch(lookup, batch, arrival, verdict, hash);
      if (!placed.ok) return placed;
      await linkIn(tx, row, placed.value.added);
      await keepParts(tx, batch.log, batch.parts, placed.value.added);
      return succeed({ links: placed.value.links, head: placed.value.head });
    }),
  witness: async (head) => {
    await transact(db, ['witnesses'], (tx) => done(tx.objectStore('witnesses').add(head)));
  },
  witnesses: (log) => getAllFrom(db.transaction('witnesses'), 'witnesses', 'log', log),
});
