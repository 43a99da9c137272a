import {
  commitOf,
  type Hasher,
  type HashHex,
  type Head,
  isIncidentLog,
  type Linked,
  type LogName,
  type Part,
  partsIn,
  readLine,
} from '../../core/index.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { EntryStore, StoreRefusal } from './entry-store.ts';
import type { RawLine } from './split-lines.ts';
import { type LogProof, verifyLog } from './verify-log.ts';

export type Imported = {
  readonly log: LogName;
  /** Where the log ends here now; it may go on after the end of the file. */
  readonly head: Head;
  /** Entries of the file, and those of them that were not here before. */
  readonly entries: number;
  readonly added: number;
  readonly proof: LogProof;
};

export type ImportRefusal =
  /** Something in the file does not hold: see its breaches. */
  | { readonly code: 'log-broken'; readonly proof: LogProof }
  | { readonly code: 'not-an-incident'; readonly log: LogName }
  /** The log is here too, and says something else from some place before `seq` on. */
  | { readonly code: 'diverged'; readonly log: LogName; readonly seq: number }
  | { readonly code: 'file-changed' }
  | StoreRefusal;

const entriesAtOnce = 200;
const partsAtOnce = 50;
const bytesAtOnce = 4 * 1024 * 1024;

const chainHere = async (store: EntryStore, log: LogName, seq: number): Promise<HashHex | undefined> =>
  (await store.read(log, { after: seq - 1, limit: 1 })).records.find((r) => r.link?.seq === seq)?.link?.chain;

const isLinked = (record: { readonly link?: Linked['link'] }): record is Linked => record.link !== undefined;

/** Takes parts with the entries that promise them, as a store wants them. */
const takeParts = async (
  store: EntryStore,
  log: LogName,
  parts: readonly Part[],
  placeOf: ReadonlyMap<string, number>,
): Promise<Result<Head, StoreRefusal>> => {
  const places = [...new Set(parts.map((part) => placeOf.get(part.id) as number))].sort((a, b) => a - b);
  const promising = await Promise.all(places.map((seq) => store.read(log, { after: seq - 1, limit: 1 })));
  return store.take(
    log,
    promising.flatMap((read) => read.records.filter(isLinked)),
    parts,
  );
};

/**
 * Brings a log in from a file: checks all of it first, then keeps its very entries and parts. A log that is here already
 * goes on where it ended; one that says something else is refused, and nothing is kept. `open` is asked twice, and must give
 * the same lines. Where the machine stops in the middle, what was taken is a whole beginning of the log, and the same file
 * brings the rest.
 */
export const importLog = async (
  store: EntryStore,
  open: () => AsyncIterable<RawLine>,
  tools: Parameters<typeof verifyLog>[1] & { readonly hash: Hasher },
): Promise<Result<Imported, ImportRefusal>> => {
  const chains: HashHex[] = [];
  const proof = await verifyLog(open(), {
    ...tools,
    onEntry: ({ link }) => {
      chains[link.seq] = link.chain;
    },
  });
  const { log } = proof.head;
  if (proof.breachCount > 0) return fail({ code: 'log-broken', proof });
  if (!isIncidentLog(log)) return fail({ code: 'not-an-incident', log });
  const { head: here } = await store.read(log, { limit: 0 });
  const common = Math.min(here.seq, proof.head.seq);
  if (common > 0 && (await chainHere(store, log, common)) !== chains[common]) return fail({ code: 'diverged', log, seq: common });

  const places = new Map<string, { readonly seq: number; readonly commit: HashHex }>();
  let entries: Linked[] = [];
  let parts: Part[] = [];
  let size = 0;
  const flush = async (): Promise<Result<unknown, StoreRefusal>> => {
    if (entries.length > 0) {
      const taken = await store.take(log, entries, []);
      entries = [];
      if (!taken.ok) return taken;
    }
    if (parts.length === 0) return succeed(undefined);
    const taken = await takeParts(store, log, parts, new Map(parts.map((part) => [part.id, places.get(part.id)?.seq ?? 0])));
    parts = [];
    size = 0;
    return taken;
  };
  for await (const { text } of open()) {
    const line = readLine(text ?? '');
    if (line.line === 'entry') {
      const { link, entry } = line.linked;
      if (chains[link.seq] !== link.chain) return fail({ code: 'file-changed' });
      for (const { part, commit } of partsIn(entry.body)) if (!places.has(part)) places.set(part, { seq: link.seq, commit });
      if (link.seq > here.seq) entries.push(line.linked);
    } else if (line.line === 'part' && !('erased' in line.part)) {
      if (places.get(line.part.id)?.commit !== commitOf(line.part, tools.hash)) return fail({ code: 'file-changed' });
      parts.push(line.part);
      size += line.part.bytes.length;
    }
    if (entries.length >= entriesAtOnce || parts.length >= partsAtOnce || size >= bytesAtOnce) {
      const taken = await flush();
      if (!taken.ok) return taken;
    }
    if (line.line === 'witness') await keepWitness(store, line.witness);
  }
  const taken = await flush();
  if (!taken.ok) return taken;
  const { head } = await store.read(log, { limit: 0 });
  return succeed({ log, head, entries: proof.head.seq, added: Math.max(0, proof.head.seq - here.seq), proof });
};

const keepWitness = async (store: EntryStore, witness: Parameters<EntryStore['witness']>[0]): Promise<void> => {
  const known = await store.witnesses(witness.log);
  if (!known.some((w) => w.signature === witness.signature)) await store.witness(witness);
};
