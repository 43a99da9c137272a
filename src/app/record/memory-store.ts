import {
  erasedBy,
  type ErasedPart,
  type Hasher,
  type Head,
  type Kept,
  type LogName,
  type Part,
  partsIn,
  type SignedHead,
} from '../../core/index.ts';
import { succeed } from '../result.ts';
import type { EntryStore } from './entry-store.ts';
import { continueLog, lookupIn, placeBatch } from './place-batch.ts';

type Shelf = { linked: readonly Kept[]; waiting: readonly Kept[]; head: Head };

/** A store that forgets with the program: for tests and for devices that may keep nothing. */
export const openMemoryStore = (hash: Hasher): EntryStore => {
  const shelves = new Map<LogName, Shelf>();
  const byId = new Map<string, Kept>();
  const parts = new Map<string, Part | ErasedPart>();
  const heads: SignedHead[] = [];

  const shelfOf = (log: LogName): Shelf => shelves.get(log) ?? { linked: [], waiting: [], head: { log, seq: 0, chain: null } };
  const put = (log: LogName, shelf: Shelf): void => {
    shelves.delete(log);
    shelves.set(log, shelf);
  };
  /** Parts belong to their log: the same id in another log is another part. */
  const keyOf = (log: LogName, id: string): string => `${log} ${id}`;
  const keepParts = (log: LogName, fresh: readonly Part[], records: readonly Kept[]): void => {
    const promised = new Set(records.flatMap((r) => partsIn(r.entry.body).map((p) => p.part)));
    for (const part of fresh) if (promised.has(part.id) && !parts.has(keyOf(log, part.id))) parts.set(keyOf(log, part.id), part);
    for (const id of records.flatMap(erasedBy)) parts.set(keyOf(log, id), { id, erased: true });
  };
  const partsOf = (records: readonly Kept[]): readonly (Part | ErasedPart)[] =>
    records.flatMap((r) => partsIn(r.entry.body).flatMap(({ part }) => parts.get(keyOf(r.entry.log, part)) ?? []));

  return {
    hold: async ({ log, entries, parts: fresh }) => {
      const shelf = shelfOf(log);
      const unknown = entries.filter((s) => !byId.has(s.entry.id));
      for (const signed of unknown) byId.set(signed.entry.id, signed);
      put(log, { ...shelf, waiting: [...shelf.waiting, ...unknown] });
      keepParts(log, fresh, unknown);
      return succeed(undefined);
    },
    append: async (batch, arrival, verdict) => {
      const shelf = shelfOf(batch.log);
      const before = () => ({ records: shelf.linked, parts: partsOf(shelf.linked).filter((p): p is Part => !('erased' in p)) });
      const placed = placeBatch(
        { head: shelf.head, find: (id) => byId.get(id), before, ...lookupIn(shelf.linked, hash) },
        batch,
        arrival,
        verdict,
        hash,
      );
      if (!placed.ok) return placed;
      const { links, added, head } = placed.value;
      for (const record of added) byId.set(record.entry.id, record);
      const fresh = new Set(added.map((r) => r.entry.id));
      put(batch.log, { head, linked: [...shelf.linked, ...added], waiting: shelf.waiting.filter((r) => !fresh.has(r.entry.id)) });
      keepParts(batch.log, batch.parts, added);
      return succeed({ links, head });
    },
    take: async (log, linked, fresh) => {
      const shelf = shelfOf(log);
      const going = continueLog(shelf.head, linked, hash);
      if (!going.ok) return going;
      const ahead = going.value;
      const last = ahead.at(-1)?.link;
      const head = last ? { log, seq: last.seq, chain: last.chain } : shelf.head;
      const ids = new Set(ahead.map((r) => r.entry.id));
      for (const record of ahead) byId.set(record.entry.id, record);
      put(log, { head, linked: [...shelf.linked, ...ahead], waiting: shelf.waiting.filter((r) => !ids.has(r.entry.id)) });
      keepParts(log, fresh, [...ahead, ...shelf.linked]);
      return succeed(head);
    },
    read: async (log, { after = 0, limit = Number.MAX_SAFE_INTEGER } = {}) => {
      const { head, linked, waiting } = shelfOf(log);
      const records = [...linked.slice(after, after + limit), ...waiting];
      return { head, records, parts: partsOf(records) };
    },
    logs: async () => [...shelves.values()].reverse().map(({ head, waiting }) => ({ ...head, pending: waiting.length })),
    witness: async (head) => {
      heads.push(head);
    },
    witnesses: async (log) => heads.filter((h) => h.log === log),
    close: async () => {},
  };
};
