import { continueLog, type DeviceStore, fail, succeed } from '../../app/index.ts';
import type { Hasher } from '../../core/index.ts';
import { done, getAllFrom, getFrom, transact } from './database.ts';
import { fewParts, holdIn, keepParts, linkIn, logIn, logStores, recordsIn, touch } from './indexed-pieces.ts';

/** What a device keeps in the database of its browser. A promise resolves when the browser says that the disk has it. */
export const openIndexedDevice = (db: IDBDatabase, hash: Hasher, partsOf = fewParts): DeviceStore => ({
  hold: async (batch) => {
    await transact(db, logStores, (tx) => holdIn(tx, batch));
    return succeed(undefined);
  },
  take: (log, linked, fresh) =>
    transact(db, logStores, async (tx) => {
      const row = await touch(tx, log);
      const going = continueLog({ log, seq: row.seq, chain: row.chain }, linked, hash);
      if (!going.ok) return fail(going.error);
      const { seq, chain } = going.value.length > 0 ? await linkIn(tx, row, going.value) : row;
      // Words may come for entries that are here already.
      await keepParts(tx, log, fresh, linked);
      return succeed({ log, seq, chain });
    }),
  read: async (log, { after = 0, limit, known } = {}) => {
    const tx = db.transaction(logStores);
    const { seq, chain } = await logIn(tx, log);
    const records = await recordsIn(tx, log, after, limit);
    return { head: { log, seq, chain }, records, parts: await partsOf(tx, known ? records.filter((r) => !known(r.entry.id)) : records) };
  },
  logs: async () => {
    const rows = await getAllFrom(db.transaction('logs'), 'logs', 'changed');
    return [...rows].reverse().map(({ log, seq, chain, pending }) => ({ log, seq, chain, pending }));
  },
  close: async () => db.close(),
  lastSaid: async (log) => (await getFrom(db.transaction('tips'), 'tips', log)) ?? null,
  holdAfter: (prior, batch, last) =>
    transact(db, [...logStores, 'tips'], async (tx) => {
      if (((await getFrom(tx, 'tips', batch.log)) ?? null) !== prior) return false;
      await done(tx.objectStore('tips').put(last, batch.log));
      await holdIn(tx, batch);
      return true;
    }),
});
