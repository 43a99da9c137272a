import { type IDBPTransaction, unwrap } from 'idb';
import {
  type Batch,
  continueLog,
  type DeviceStore,
  type EntryStore,
  erasedBy,
  fail,
  type LogRead,
  placeBatch,
  succeed,
} from '../../app/index.ts';
import { guardedKinds, type Hasher, type Kept, type Linked, type LogName, type Part, partsIn, type Signed } from '../../core/index.ts';
import type { Database, LogRow, RecordSchema, Row } from './database.ts';

type Name = 'logs' | 'entries' | 'parts' | 'witnesses' | 'tips' | 'settings';
type Write = IDBPTransaction<RecordSchema, Name[], 'readwrite'>;
type Read = IDBPTransaction<RecordSchema, Name[], 'readonly'>;

const placesFrom = (log: LogName, first: number): IDBKeyRange => IDBKeyRange.bound([log, first], [log, Number.MAX_SAFE_INTEGER + 1]);

const keptOf = ({ entry, signature, link }: Row): Kept => ({ entry, signature, ...(link && { link }) });

const emptyLog = (log: LogName): LogRow => ({ log, seq: 0, chain: null, pending: 0, turns: 0, changed: 0 });

/** The log's own line, with the next number in the order of changes. */
const touch = async (tx: Write, log: LogName): Promise<LogRow> => {
  const last = await tx.objectStore('logs').index('changed').openKeyCursor(null, 'prev');
  const row = (await tx.objectStore('logs').get(log)) ?? emptyLog(log);
  return { ...row, changed: ((last?.key as number | undefined) ?? 0) + 1 };
};

/** Keeps the parts that entries promise, once; drops bytes and salt of those that entries erase. */
const keepParts = async (tx: Write, fresh: readonly Part[], records: readonly Kept[]): Promise<void> => {
  const parts = tx.objectStore('parts');
  const promised = new Set(records.flatMap((r) => partsIn(r.entry.body).map((p) => p.part)));
  for (const part of fresh) if (promised.has(part.id) && (await parts.getKey(part.id)) === undefined) await parts.put(part);
  for (const id of records.flatMap(erasedBy)) await parts.put({ id, erased: true });
};

const holdIn = async (tx: Write, { log, entries, parts }: Batch): Promise<void> => {
  const row = await touch(tx, log);
  const fresh: Signed[] = [];
  for (const signed of entries) {
    if ((await tx.objectStore('entries').getKey(signed.entry.id)) !== undefined) continue;
    await tx.objectStore('entries').put({ ...signed, turn: [log, row.turns + fresh.length + 1] });
    fresh.push(signed);
  }
  await tx.objectStore('logs').put({ ...row, pending: row.pending + fresh.length, turns: row.turns + fresh.length });
  await keepParts(tx, parts, fresh);
};

const linkIn = async (tx: Write, row: LogRow, linked: readonly Linked[]): Promise<void> => {
  let found = 0;
  for (const { entry, signature, link } of linked) {
    const before = await tx.objectStore('entries').get(entry.id);
    if (before?.turn) found++;
    await tx.objectStore('entries').put({ entry, signature, link, place: [entry.log, link.seq] });
  }
  const end = linked.at(-1)?.link;
  await tx.objectStore('logs').put({ ...row, ...(end && { seq: end.seq, chain: end.chain }), pending: row.pending - found });
};

const recordsIn = async (tx: Write | Read, log: LogName, after: number, limit?: number): Promise<readonly Kept[]> => {
  const entries = tx.objectStore('entries');
  const linked = limit === 0 ? [] : await entries.index('place').getAll(placesFrom(log, after + 1), limit);
  const waiting = await entries.index('turn').getAll(placesFrom(log, 0));
  return [...linked, ...waiting].map(keptOf);
};

const partsOf = async (tx: Write | Read, records: readonly Kept[]): Promise<LogRead['parts']> => {
  const ids = records.flatMap((r) => partsIn(r.entry.body).map((p) => p.part));
  const found = await Promise.all(ids.map((id) => tx.objectStore('parts').get(id)));
  return found.flatMap((part) => part ?? []);
};

/** The record in the database of the browser. A promise resolves when the browser says that the disk has it. */
export const openIndexedStore = (db: Database, hash: Hasher): DeviceStore => {
  /** One transaction; what fails in it undoes all of it. Nothing but the database may be awaited inside. */
  const write = async <T>(names: Name[], work: (tx: Write) => Promise<T>): Promise<T> => {
    const tx = db.transaction(names, 'readwrite', { durability: 'strict' });
    try {
      const result = await work(tx);
      await tx.done;
      return result;
    } catch (problem) {
      tx.done.catch(() => {});
      try {
        unwrap(tx).abort();
      } catch {
        // It had ended by itself.
      }
      throw problem;
    }
  };
  const all: Name[] = ['logs', 'entries', 'parts'];
  const store: EntryStore = {
    hold: async (batch) => {
      await write(all, (tx) => holdIn(tx, batch));
      return succeed(undefined);
    },
    append: (batch, arrival, verdict) =>
      write(all, async (tx) => {
        const row = await touch(tx, batch.log);
        const known = await Promise.all(batch.entries.map((s) => tx.objectStore('entries').get(s.entry.id)));
        const byId = new Map(known.flatMap((r) => (r ? [[r.entry.id, keptOf(r)] as const] : [])));
        const isGuarded = verdict !== undefined && batch.entries.some((s) => guardedKinds.has(s.entry.kind));
        const records = isGuarded ? (await recordsIn(tx, batch.log, 0)).filter((r) => r.link) : [];
        const parts = (await partsOf(tx, records)).filter((p): p is Part => !('erased' in p));
        const { log, seq, chain } = row;
        const before = () => ({ records, parts });
        const placed = placeBatch({ head: { log, seq, chain }, find: (id) => byId.get(id), before }, batch, arrival, verdict, hash);
        if (!placed.ok) return placed;
        await linkIn(tx, row, placed.value.added);
        await keepParts(tx, batch.parts, placed.value.added);
        return succeed(placed.value.links);
      }),
    take: (log, linked, fresh) =>
      write(all, async (tx) => {
        const row = await touch(tx, log);
        const going = continueLog({ log, seq: row.seq, chain: row.chain }, linked, hash);
        if (!going.ok) return fail(going.error);
        await linkIn(tx, row, going.value);
        await keepParts(tx, fresh, going.value);
        if (fresh.length > 0) await keepParts(tx, fresh, await recordsIn(tx, log, 0));
        const now = (await tx.objectStore('logs').get(log)) ?? row;
        return succeed({ log, seq: now.seq, chain: now.chain });
      }),
    read: async (log, { after = 0, limit } = {}) => {
      const tx: Read = db.transaction(all);
      const row = (await tx.objectStore('logs').get(log)) ?? emptyLog(log);
      const records = await recordsIn(tx, log, after, limit);
      return { head: { log, seq: row.seq, chain: row.chain }, records, parts: await partsOf(tx, records) };
    },
    logs: async () =>
      (await db.getAllFromIndex('logs', 'changed')).reverse().map(({ log, seq, chain, pending }) => ({ log, seq, chain, pending })),
    witness: async (head) => {
      await write(['witnesses'], (tx) => tx.objectStore('witnesses').add(head));
    },
    witnesses: (log) => db.getAllFromIndex('witnesses', 'log', log),
    close: async () => db.close(),
  };
  return {
    ...store,
    lastSaid: async (log) => (await db.get('tips', log)) ?? null,
    holdAfter: (prior, batch, last) =>
      write([...all, 'tips'], async (tx) => {
        if (((await tx.objectStore('tips').get(batch.log)) ?? null) !== prior) return false;
        await tx.objectStore('tips').put(last, batch.log);
        await holdIn(tx, batch);
        return true;
      }),
  };
};
