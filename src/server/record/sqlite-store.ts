import { randomUUID } from 'node:crypto';
import {
  type Appended,
  type Batch,
  continueLog,
  type EntryStore,
  fail,
  placeBatch,
  type Placed,
  type Result,
  type StoreRefusal,
  succeed,
} from '../../app/index.ts';
import {
  canonicalJson,
  contentHash,
  type Entry,
  erasedBy,
  type ErasedPart,
  guardedKinds,
  type Hasher,
  type Head,
  type Kept,
  type Linked,
  type LogName,
  type Part,
  partsIn,
  type Signed,
} from '../../core/index.ts';
import { entryTextOf } from './entry-text.ts';
import { type GroupWriter, openGroupWriter } from './group-writer.ts';
import { type Connection, openDatabase } from './open-database.ts';
import { scrubErased } from './scrub-erased.ts';
import { keptOf, partOf, prepareStatements, prepareWrites } from './statements.ts';

export type StoreOptions = {
  /** Makes sure that no file of the folder holds the bytes any more. By default done here; the server gives it to a worker. */
  readonly scrub?: (folder: string, erased: readonly Uint8Array[]) => Promise<void>;
  /** False where someone else moves the write-ahead log into the file, so that no commit has to. */
  readonly checkpoints?: boolean;
  /** Throws where the file is not the one that was opened: then nothing is acknowledged. */
  readonly vouch?: () => void;
};

export type SqliteStore = EntryStore & {
  /** Its key in every table, and the UUID of the organisation whose logs these are. */
  readonly organisation: { readonly key: number; readonly id: string };
  readonly db: Connection;
  readonly writer: GroupWriter;
};

/** Entries that one transaction takes of a long batch, so that it stays short. */
const chunkSize = 24;

const chunksOf = <T>(list: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.max(1, Math.ceil(list.length / chunkSize)) }, (_, i) => list.slice(i * chunkSize, (i + 1) * chunkSize));

/** As `chunksOf`, with at most one guarded entry in each: judging one may take long, and others come between. */
const judgedChunksOf = (entries: Batch['entries']): readonly Batch['entries'][] => {
  if (!entries.some(({ entry }) => guardedKinds.has(entry.kind))) return chunksOf(entries);
  const chunks: Signed[][] = [];
  for (const signed of entries) {
    const last = chunks.at(-1);
    if (!last || last.length >= chunkSize || guardedKinds.has(signed.entry.kind)) chunks.push([signed]);
    else last.push(signed);
  }
  return chunks;
};

/** The first organisation of the file; a new file gets one. */
const organisationIn = (db: Connection): SqliteStore['organisation'] => {
  const find = db.prepare<[], { key: number; id: string }>('SELECT key, id FROM organisation ORDER BY key LIMIT 1');
  const add = db.prepare('INSERT INTO organisation (id) SELECT ? WHERE NOT EXISTS (SELECT 1 FROM organisation)');
  if (!find.get()) add.run(randomUUID());
  return find.get() as SqliteStore['organisation'];
};

type Shelf = {
  readonly key: number;
  readonly head: Head;
  /** Whether entries of this log wait to be put in order. */
  readonly waits: boolean;
};

/**
 * Keeps logs in one SQLite file. One writer, group commit: every promise resolves after its transaction is on the disk.
 * Another process may write to the same file, so nothing that was read is trusted beyond the transaction it was read in.
 */
export const openSqliteStore = (folder: string, hash: Hasher, options: StoreOptions = {}): SqliteStore => {
  const { scrub = scrubErased, checkpoints = true } = options;
  const db = openDatabase(folder);
  if (!checkpoints) {
    db.pragma('wal_autocheckpoint = 0');
    // The writer tries again by itself; requests are not kept waiting meanwhile.
    db.pragma('busy_timeout = 20');
  }
  // What lies in the file is in the memory of the system too.
  db.pragma('cache_size = -4000');
  const organisation = organisationIn(db);
  const read = prepareStatements(db, organisation.key);
  const change = prepareWrites(db, organisation.key);
  const writer = openGroupWriter(db, options.vouch);

  const headOf = (log: LogName): Head => {
    const row = read.log(log);
    return { log, seq: row?.seq ?? 0, chain: row?.chain ?? null };
  };
  const shelfOf = (log: LogName): Shelf => {
    const row = read.log(log);
    const head = { log, seq: row?.seq ?? 0, chain: row?.chain ?? null };
    return { key: row?.key ?? change.addLog(log), head, waits: row !== undefined && row.waiting > 0 };
  };
  const find = (id: string): Kept | undefined => {
    const row = read.entry(id);
    return row && keptOf(row);
  };
  const partsOf = (key: number, records: readonly Kept[]): readonly (Part | ErasedPart)[] =>
    records
      .flatMap((r) => partsIn(r.entry.body))
      .flatMap(({ part }) => {
        const row = read.part(key, part);
        return row ? [partOf(row)] : [];
      });
  const before = (log: LogName) => (): { readonly records: readonly Kept[]; readonly parts: readonly Part[] } => {
    const row = read.log(log);
    const records = row ? read.linked(row.key, 0, -1).map(keptOf) : [];
    return { records, parts: row ? partsOf(row.key, records).filter((p): p is Part => !('erased' in p)) : [] };
  };

  /** Keeps what was promised, removes what is erased; returns the bytes that must be nowhere any more. */
  const keepParts = (key: number, fresh: readonly Part[], records: readonly Kept[]): readonly Uint8Array[] => {
    if (fresh.length > 0) {
      const promised = new Set(records.flatMap((r) => partsIn(r.entry.body).map((p) => p.part)));
      for (const part of fresh) if (promised.has(part.id)) change.addPart(key, part);
    }
    return records.flatMap(erasedBy).flatMap((id) => {
      const was = read.part(key, id);
      change.erasePart(key, id);
      return was?.salt && was.bytes ? [was.salt, was.bytes] : [];
    });
  };

  /** What a device said last and what was promised about a part, as far as this log holds it. */
  const lookupIn = (key: number | undefined) => {
    return {
      contentOf: (entry: Entry) => entryTextOf(entry).content,
      lastBy: (device: string) => (key === undefined ? null : read.tip(key, device)),
      promiseOf: (part: string) => (key === undefined ? undefined : read.promise(key, part)),
    };
  };

  /** Adds records that have their place, or gives it to those that waited. Returns how many waited. */
  const shelve = (key: number, records: readonly Kept[], waits: boolean): number => {
    let waited = 0;
    for (const record of records) {
      const row = waits ? read.entry(record.entry.id) : undefined;
      if (row) {
        change.placeEntry(key, row.key, record);
        waited += 1;
      } else change.addEntry(key, record);
      for (const promise of partsIn(record.entry.body)) change.addPromise(key, promise);
    }
    return waited;
  };

  const scrubbed = async <T>(value: T, erased: readonly Uint8Array[]): Promise<T> => {
    if (erased.length > 0) await scrub(folder, erased);
    return value;
  };

  const appendChunk: (batch: Batch, ...rest: Rest) => Promise<Result<Appended & { erased: readonly Uint8Array[] }, StoreRefusal>> = (
    batch,
    arrival,
    verdict,
  ) => {
    const place = (key: number | undefined, head: Head): Result<Placed, StoreRefusal> =>
      placeBatch({ head, find, before: before(batch.log), ...lookupIn(key) }, batch, arrival, verdict, hash);
    let ready: { readonly head: Head; readonly placed: Result<Placed, StoreRefusal> } | undefined;
    const judged = verdict !== undefined && batch.entries.some(({ entry }) => guardedKinds.has(entry.kind));
    const run = () => {
      const { key, head, waits } = shelfOf(batch.log);
      const placed = ready && ready.head.chain === head.chain ? ready.placed : place(key, head);
      // Undone by the throw, so that a refused batch leaves no empty log behind.
      if (!placed.ok) throw new Refused(placed.error);
      const { added, links, head: end, last } = placed.value;
      const waited = shelve(key, added, waits);
      for (const [device, content] of last) change.setTip(key, device, content);
      if (added.length > 0) change.moveHead(key, end, -waited);
      return succeed({ links, head: end, erased: keepParts(key, batch.parts, added) });
    };
    // A verdict may take long: it is made before the transaction, and again inside only where another process came between.
    const prepare = (): void => {
      const head = headOf(batch.log);
      ready = { head, placed: place(read.log(batch.log)?.key, head) };
    };
    return writer.write(run, judged ? prepare : undefined).catch(refusalOf);
  };

  return {
    db,
    writer,
    organisation,
    hold: async ({ log, entries, parts }) => {
      const erased = await writer.write(() => {
        const { key, head } = shelfOf(log);
        const unknown = entries.filter(({ entry }) => !read.entry(entry.id));
        for (const signed of unknown) change.addEntry(key, signed);
        if (unknown.length > 0) change.moveHead(key, head, unknown.length);
        return keepParts(key, parts, unknown);
      });
      return scrubbed(succeed(undefined), erased);
    },
    append: async (batch, arrival, verdict) => {
      if (batch.entries.length > chunkSize) {
        const taken = batch.entries.find(({ entry }) => {
          const known = find(entry.id);
          return known && canonicalJson(known.entry) !== canonicalJson(entry);
        });
        if (taken) return fail({ code: 'id-taken', id: taken.entry.id });
      }
      const links: Placed['links'][number][] = [];
      const erased: Uint8Array[] = [];
      let head: Head = { log: batch.log, seq: 0, chain: null };
      for (const entries of judgedChunksOf(batch.entries)) {
        const done = await appendChunk({ ...batch, entries }, arrival, verdict);
        if (!done.ok) return done;
        links.push(...done.value.links);
        erased.push(...done.value.erased);
        head = done.value.head;
      }
      return scrubbed(succeed({ links, head }), erased);
    },
    take: async (log, linked, parts) => {
      const known = continueLog(headOf(log), linked, hash);
      if (!known.ok) return known;
      const erased: Uint8Array[] = [];
      for (const chunk of chunksOf(linked)) {
        const done = await writer.write(() => takeChunk(log, chunk, parts)).catch(refusalOf);
        if (!done.ok) return done;
        erased.push(...done.value);
      }
      return scrubbed(succeed(headOf(log)), erased);
    },
    read: async (log, { after = 0, limit = -1 } = {}) => {
      const row = read.log(log);
      if (!row) return { head: { log, seq: 0, chain: null }, records: [], parts: [] };
      const records = [...read.linked(row.key, after, limit), ...read.waiting(row.key)].map(keptOf);
      return { head: { log, seq: row.seq, chain: row.chain }, records, parts: partsOf(row.key, records) };
    },
    logs: async () => read.logs(),
    witness: async (head) => {
      await writer.write(() => change.addWitness(head));
    },
    witnesses: async (log) => read.witnesses(log),
    close: async () => {
      await writer.idle();
      // Everything into the one file; another process that reads it may keep a little back.
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.close();
    },
  };

  function takeChunk(log: LogName, chunk: readonly Linked[], parts: readonly Part[]): Result<readonly Uint8Array[], StoreRefusal> {
    const { key, head } = shelfOf(log);
    const going = continueLog(head, chunk, hash);
    if (!going.ok) throw new Refused(going.error);
    const ahead = going.value;
    const end = ahead.at(-1)?.link;
    if (ahead.some(({ entry }) => read.entry(entry.id)?.seq != null)) throw new Refused({ code: 'chain-broken', head });
    const waited = shelve(key, ahead, true);
    const last = new Map(ahead.map(({ entry }) => [entry.device, entry]));
    for (const [device, entry] of last) change.setTip(key, device, contentHash(entry, hash));
    if (end) change.moveHead(key, { seq: end.seq, chain: end.chain }, -waited);
    return succeed(keepParts(key, parts, chunk));
  }
};

type Rest = [Parameters<EntryStore['append']>[1], Parameters<EntryStore['append']>[2]];

/** Thrown inside a piece of work to undo it; the refusal comes back as a value. */
class Refused extends Error {
  readonly refusal: StoreRefusal;
  constructor(refusal: StoreRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

const refusalOf = (error: unknown): Result<never, StoreRefusal> => {
  if (error instanceof Refused) return fail(error.refusal);
  throw error;
};
