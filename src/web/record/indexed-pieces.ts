import type { Batch, LogRead } from '../../app/index.ts';
import { type ErasedPart, erasedBy, type Kept, type Linked, type LogName, type Part, partsIn, type Signed } from '../../core/index.ts';
import { done, getAllFrom, getFrom, type LogRow, type Row } from './database.ts';

/** Every piece of a store that happens inside one transaction. */
export const logStores = ['logs', 'entries', 'parts'] as const;

const placesFrom = (log: LogName, first: number): IDBKeyRange => IDBKeyRange.bound([log, first], [log, Number.MAX_SAFE_INTEGER + 1]);

export const keptOf = ({ entry, signature, link }: Row): Kept => ({ entry, signature, ...(link && { link }) });

export const logIn = async (tx: IDBTransaction, log: LogName): Promise<LogRow> =>
  (await getFrom(tx, 'logs', log)) ?? { log, seq: 0, chain: null, pending: 0, turns: 0, changed: 0 };

const put = (tx: IDBTransaction, name: 'logs' | 'entries' | 'parts', value: unknown, key?: IDBValidKey): Promise<unknown> =>
  done(tx.objectStore(name).put(value, key));

const has = async (tx: IDBTransaction, name: 'entries' | 'parts', key: IDBValidKey): Promise<boolean> =>
  (await done(tx.objectStore(name).getKey(key))) !== undefined;

/** The log's own line, with the next number in the order of changes. */
export const touch = async (tx: IDBTransaction, log: LogName): Promise<LogRow> => {
  const last = await done(tx.objectStore('logs').index('changed').openKeyCursor(null, 'prev'));
  return { ...(await logIn(tx, log)), changed: ((last?.key as number | undefined) ?? 0) + 1 };
};

/**
 * Keeps the parts that entries promise, once; drops bytes and salt of those that entries erase. Parts belong to their log:
 * the same id in another log is another part.
 */
export const keepParts = async (tx: IDBTransaction, log: LogName, fresh: readonly Part[], records: readonly Kept[]): Promise<void> => {
  const promised = new Set(records.flatMap((r) => partsIn(r.entry.body).map((p) => p.part)));
  const keep = (part: Part | ErasedPart): Promise<unknown> => done(tx.objectStore('parts').put(part, [log, part.id]));
  // Asked all at once: a database answers many requests much sooner than one after the other.
  const wanted = [...new Map(fresh.filter((part) => promised.has(part.id)).map((part) => [part.id, part])).values()];
  const here = await Promise.all(wanted.map((part) => has(tx, 'parts', [log, part.id])));
  await Promise.all(wanted.filter((_, i) => !here[i]).map(keep));
  for (const id of records.flatMap(erasedBy)) await keep({ id, erased: true });
};

export const holdIn = async (tx: IDBTransaction, { log, entries, parts }: Batch): Promise<void> => {
  const row = await touch(tx, log);
  const fresh: Signed[] = [];
  for (const signed of entries) {
    if (await has(tx, 'entries', signed.entry.id)) continue;
    fresh.push(signed);
    await put(tx, 'entries', { ...signed, turn: [log, row.turns + fresh.length] });
  }
  await put(tx, 'logs', { ...row, pending: row.pending + fresh.length, turns: row.turns + fresh.length });
  await keepParts(tx, log, parts, fresh);
};

export const linkIn = async (tx: IDBTransaction, row: LogRow, linked: readonly Linked[]): Promise<LogRow> => {
  const before = await Promise.all(linked.map(({ entry }) => getFrom(tx, 'entries', entry.id)));
  const found = before.filter((row) => row?.turn).length;
  await Promise.all(
    linked.map(({ entry, signature, link }) => put(tx, 'entries', { entry, signature, link, place: [entry.log, link.seq] })),
  );
  const end = linked.at(-1)?.link;
  const now = { ...row, ...(end && { seq: end.seq, chain: end.chain }), pending: row.pending - found };
  await put(tx, 'logs', now);
  return now;
};

export const recordsIn = async (tx: IDBTransaction, log: LogName, after: number, limit?: number): Promise<readonly Kept[]> => {
  const linked = limit === 0 ? [] : await getAllFrom(tx, 'entries', 'place', placesFrom(log, after + 1), limit);
  const waiting = await getAllFrom(tx, 'entries', 'turn', placesFrom(log, 0));
  return [...linked, ...waiting].map(keptOf);
};

const keysOf = (records: readonly Kept[]): readonly [LogName, string][] =>
  records.flatMap((r) => partsIn(r.entry.body).map((p): [LogName, string] => [r.entry.log, p.part]));

/** The parts of some records, asked for one by one: for who reads few. */
export const fewParts = async (tx: IDBTransaction, records: readonly Kept[]): Promise<LogRead['parts']> =>
  (await Promise.all(keysOf(records).map((key) => getFrom(tx, 'parts', key)))).flatMap((part) => part ?? []);

/** From so many parts on, all that the logs have are read at once: much sooner than one by one. */
const many = 32;

/** The parts of some records, few or many. */
export const partsOf = async (tx: IDBTransaction, records: readonly Kept[]): Promise<LogRead['parts']> => {
  const keys = keysOf(records);
  if (keys.length <= many) return fewParts(tx, records);
  const found = new Map<string, Part | ErasedPart>();
  for (const log of new Set(keys.map(([name]) => name))) {
    const all = await done(tx.objectStore('parts').getAll(IDBKeyRange.bound([log], [log, []])));
    for (const part of all as (Part | ErasedPart)[]) found.set(`${log} ${part.id}`, part);
  }
  return keys.flatMap((key) => found.get(key.join(' ')) ?? []);
};
