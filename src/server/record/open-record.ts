import { createHash } from 'node:crypto';
import {
  checkSayings,
  fail,
  judgeEntry,
  type Problem,
  readProposal,
  type Result,
  sayProblem,
  type StoreRefusal,
  succeed,
} from '../../app/index.ts';
import {
  type Bundle,
  canonicalJson,
  type Card,
  foldOrganisation,
  type HashHex,
  type Head,
  isUuid,
  type Link,
  type LogName,
  messageToSign,
  type Part,
  type Signed,
} from '../../core/index.ts';
import { openSealCheck } from '../safety/check-seals.ts';
import { openInstallationKey, type Signer, witnessHead } from '../safety/key-folder.ts';
import { boundYoungSpace } from './bound-young-space.ts';
import { entryTextOf } from './entry-text.ts';
import { type FileGuard, guardFiles } from './guard-files.ts';
import { type HotReads, prepareHotReads } from './hot-reads.ts';
import { type LiveHub, openLiveHub } from './live-hub.ts';
import { nodeHasher } from './node-hasher.ts';
import { databasePath } from './open-database.ts';
import { openReader, type RecordReader } from './open-reader.ts';
import { type ServerSaying, writeAsServer } from './own-pen.ts';
import { openSqliteStore, type SqliteStore } from './sqlite-store.ts';
import type { RecordTrouble } from './record-trouble.ts';
import { keptOf, prepareStatements } from './statements.ts';
import { openWalRest } from './wal-rest.ts';
import { openSummaries, type Summaries } from './summaries.ts';

export type RecordOptions = {
  readonly folder: string;
  /** Folder of the keys, outside the data folder. */
  readonly keys: string;
  readonly bundle: Bundle;
  readonly version: string;
  /** RFC 3339, now. */
  readonly now: () => string;
  readonly report: (line: string) => void;
};

export type Sayings = { readonly zone?: string; readonly sayings: readonly ServerSaying[] };

/** Where what was said stands: a link for each entry, and how far its log reached then. */
export type Said = { readonly log: LogName; readonly entries: readonly string[]; readonly links: readonly Link[]; readonly head: Head };

/** The record as the server keeps it: the store, what is derived from it, who listens, and how something gets in. */
export type ServerRecord = {
  readonly folder: string;
  readonly store: SqliteStore;
  readonly reads: HotReads;
  readonly reader: RecordReader;
  readonly summaries: Summaries;
  readonly live: LiveHub;
  readonly signer: Signer;
  readonly organisation: LogName;
  /** What a device sent, as JSON; `log` where the address names one. */
  readonly propose: (raw: unknown, log: LogName | undefined) => Promise<Result<Said, Problem>>;
  /** What a program says; the server writes the entries. */
  readonly say: (sayings: Sayings, log: LogName) => Promise<Result<Said, Problem>>;
  /** Signs how far a log reaches now. */
  readonly witness: (log: LogName) => Promise<void>;
  /** Why nothing is taken or told any more: the files are not those that were opened. Undefined while all is well. */
  readonly trouble: () => RecordTrouble | undefined;
  readonly close: () => Promise<void>;
};

const hour = 3_600_000;
/** Names of logs that are remembered to be there. */
const begunMost = 10_000;
/** How often it is looked whether the files are still there, and what waits in the write-ahead log. */
const lookMs = 250;

/** Opens the record of a server: one writer here, longer reads in a thread of their own. */
export const openRecord = async ({ folder, keys, bundle, version, now, report }: RecordOptions): Promise<ServerRecord> => {
  const signer = openInstallationKey(keys);
  const young = boundYoungSpace();
  let reader: RecordReader | undefined;
  let guard: FileGuard | undefined;
  const store = openSqliteStore(folder, nodeHasher, {
    checkpoints: false,
    vouch: () => guard?.vouch(),
    scrub: async (_folder, erased) => {
      await reader?.run('scrub', { erased });
    },
  });
  const started = openReader({ folder, organisation: store.organisation.key, bundle });
  reader = started;
  const reads = prepareHotReads(store.db, store.organisation.key);
  const statements = prepareStatements(store.db, store.organisation.key);
  const organisation: LogName = `organisation:${store.organisation.id}`;
  const fail500 = (what: string) => (error: unknown) =>
    report(JSON.stringify({ level: 'error', what, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }));
  const nowMs = (): number => Date.parse(now());
  const arrivedAt = (): string => new Date(nowMs()).toISOString();

  let known: { readonly seq: number; readonly card: Card; readonly basis: string } | undefined;
  const standing = () => {
    const row = statements.log(organisation);
    const seq = row?.seq ?? 0;
    if (known?.seq === seq) return known;
    const { facts, withdrawn, agreements, zone } = foldOrganisation(organisation, row ? statements.linked(row.key, 0, -1).map(keptOf) : []);
    const card: Card = { facts, withdrawn, agreements, zone };
    const basis = createHash('sha256')
      .update(canonicalJson({ bundle: bundle.hash, version, card }))
      .digest('hex')
      .slice(0, 32);
    known = { seq, card, basis };
    return known;
  };
  const verdict = judgeEntry({
    knowledge: bundle,
    card: () => standing().card,
    decode: (bytes) => Buffer.from(bytes).toString(),
  });
  const checkSeals = openSealCheck();
  const summaries = openSummaries({ store, reads, reader: started, standing, report: fail500('summaries') });
  const live = openLiveHub(store, reads);

  const badSignature = async (entries: readonly Signed[]): Promise<number> => {
    const seals = entries.flatMap(({ entry, signature }, i) =>
      signature === null ? [] : [{ i, device: entry.device, message: messageToSign(entryTextOf(entry).content), signature }],
    );
    if (seals.length === 0) return -1;
    const fits = await checkSeals(seals);
    return seals.find((_, n) => !fits[n])?.i ?? -1;
  };

  const witness = async (log: LogName): Promise<void> => {
    const head = reads.headOf(log);
    if (head.seq > 0) await store.witness(witnessHead(signer, head, arrivedAt()));
  };

  const append = async (
    log: LogName,
    entries: readonly Signed[],
    parts: readonly Part[],
    skewSeconds: number,
  ): Promise<Result<Said, Problem>> => {
    const problem = checkSayings(bundle, entries, parts);
    if (problem) return fail(problem);
    const done = await store.append({ log, entries, parts }, { arrivedAt: arrivedAt(), skewSeconds }, verdict);
    if (!done.ok) return fail(saidOf(done.error, entries));
    if (entries.some(({ entry }, i) => entry.kind === 'filing.filed' && done.value.links[i]?.refusal === undefined)) await witness(log);
    return succeed({ log, entries: entries.map(({ entry }) => entry.id), ...done.value });
  };

  const begun = new Set<LogName>();
  /** Whether a log is there. Once it is it stays, and to ask the file costs as much as to read the request. */
  const isBegun = (log: LogName): boolean => {
    if (begun.has(log)) return true;
    if (reads.log(log) === undefined) return false;
    if (begun.size >= begunMost) begun.clear();
    begun.add(log);
    return true;
  };
  const begins = (log: LogName, first: string | undefined): boolean =>
    !log.startsWith('incident:') || first === 'incident.reported' || isBegun(log);

  const propose: ServerRecord['propose'] = async (raw, log) => {
    const read = readProposal(raw, log, nowMs(), nodeHasher);
    if (!read.ok) return read;
    const { entries, parts, skewSeconds } = read.value;
    if (log === undefined && !read.value.log.startsWith('incident:'))
      return fail(sayProblem('other-log', { field: 'entries.0.entry.log', value: 'incident:…' }));
    if (!begins(read.value.log, entries[0]?.entry.kind)) return fail(sayProblem('unknown-incident', { field: 'id' }));
    const given = store.writer.announce();
    try {
      const bad = await badSignature(entries);
      if (bad >= 0) return fail(sayProblem('bad-signature', { field: `entries.${bad}.signature` }));
      // Not awaited here: the work is with the writer when this returns, and then it is no longer only announced.
      return append(read.value.log, entries, parts, skewSeconds);
    } finally {
      given();
    }
  };

  /** The last of the server's own entries in a log, for its device chain. */
  const lastSaid = (log: LogName): HashHex | null => {
    const row = statements.log(log);
    return row ? statements.tip(row.key, signer.device) : null;
  };

  const speaking = new Map<LogName, Promise<unknown>>();
  /** In each log one after the other, so that the server's device chain never forks. */
  const say: ServerRecord['say'] = (sayings, log) => {
    const mine = (speaking.get(log) ?? Promise.resolve()).then(() => sayNow(sayings, log));
    const settled = mine.then(
      () => {},
      () => {},
    );
    speaking.set(log, settled);
    void settled.then(() => {
      if (speaking.get(log) === settled) speaking.delete(log);
    });
    return mine;
  };
  const sayNow = async ({ zone = 'Asia/Tokyo', sayings }: Sayings, log: LogName): Promise<Result<Said, Problem>> => {
    if (!begins(log, sayings[0]?.kind)) return fail(sayProblem('unknown-incident', { field: 'id' }));
    const known = new Map(
      sayings.flatMap(({ id }) => {
        const row = id !== undefined && isUuid(id) ? statements.entry(id) : undefined;
        return row && row.log === statements.log(log)?.key ? [[id, keptOf(row).link] as const] : [];
      }),
    );
    const fresh = sayings.filter(({ id }) => !known.has(id));
    const place = { log, base: reads.headOf(log).chain, prior: fresh.length > 0 ? lastSaid(log) : null, zone };
    const made = writeAsServer(signer, store.organisation.id, place, fresh, nowMs());
    const checked = readProposal({ entries: made.entries }, log, nowMs(), nodeHasher);
    if (fresh.length > 0 && !checked.ok) return fail(inSayings(checked.error));
    const done =
      fresh.length > 0 ? await append(log, made.entries, made.parts, 0) : succeed({ log, entries: [], links: [], head: reads.headOf(log) });
    if (!done.ok) return fail(inSayings(done.error));
    const ids = [...done.value.entries];
    const links = [...done.value.links];
    const places = sayings.map(({ id }) => known.get(id) ?? (links.shift() as Link));
    const named = sayings.map(({ id }) => (known.has(id) ? (id as string) : (ids.shift() as string)));
    return succeed({ log, entries: named, links: places, head: done.value.head });
  };

  const isDue = openWalRest(`${databasePath(folder)}-wal`);
  const keepFiles = setInterval(() => {
    if (!guard?.look() && isDue()) started.run('checkpoint', undefined).catch(fail500('checkpoint'));
  }, lookMs).unref();
  const witnessAll = async (): Promise<void> => {
    for (let heads = reads.unwitnessed(100); heads.length > 0; heads = reads.unwitnessed(100))
      await Promise.all(heads.map((head) => store.witness(witnessHead(signer, head, arrivedAt()))));
  };
  const hourly = setInterval(() => void witnessAll().catch(fail500('witness')), hour).unref();

  guard = guardFiles({
    folder,
    db: store.db,
    now,
    onLoss: ({ text }) => {
      report(JSON.stringify({ level: 'error', what: 'record lost', ...text }));
      clearInterval(hourly);
      summaries.close();
      live.close();
    },
  });

  if (!statements.log(organisation))
    await say({ sayings: [{ kind: 'organisation.described', body: { zone: 'Asia/Tokyo' } }] }, organisation);

  return {
    folder,
    store,
    reads,
    reader: started,
    summaries,
    live,
    signer,
    organisation,
    propose,
    say,
    witness,
    trouble: guard.trouble,
    close: async () => {
      clearInterval(keepFiles);
      clearInterval(hourly);
      young.release();
      summaries.close();
      live.close();
      await store.writer.idle();
      await started.close();
      await store.close();
      guard?.close();
    },
  };
};

/** Why a batch breaks a log, named by the entry that does. */
const saidOf = (refusal: StoreRefusal, entries: readonly Signed[]): Problem => {
  // An append goes on where the log ends, whatever that is: only what names an entry can come back.
  if (!('id' in refusal)) throw new Error(`append answered ${refusal.code}`);
  const field = `entries.${entries.findIndex(({ entry }) => entry.id === refusal.id)}.entry`;
  return sayProblem(refusal.code, { field, value: refusal.code === 'part-taken' ? refusal.part : refusal.id });
};

/** The server wrote the entries: what is wrong is named where the program wrote it. */
const inSayings = (problem: Problem): Problem => {
  const name = (field: string | undefined) => field?.replace(/^entries\.(\d+)(\.entry)?/, 'sayings.$1');
  const said = (text: string): string => text.replace(/entries\.(\d+)(\.entry)?/, 'sayings.$1');
  const mend = <P extends Pick<Problem, 'field' | 'message'>>(p: P): P => ({
    ...p,
    message: { ja: said(p.message.ja), en: said(p.message.en) },
    ...(p.field !== undefined && { field: name(p.field) }),
  });
  return { ...mend(problem), ...(problem.others && { others: problem.others.map(mend) }) };
};
