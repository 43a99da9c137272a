import {
  commitOf,
  type ErasedPart,
  type Hasher,
  type Head,
  type Kept,
  type Link,
  type Linked,
  type LogName,
  type Part,
  partsIn,
  type Signed,
} from '../../core/index.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { EntryStore } from './entry-store.ts';

type Replica = Pick<EntryStore, 'take' | 'read'>;

/** A piece of a log as the one who keeps the order hands it out. */
export type LogPiece = { readonly head: Head; readonly entries: readonly Linked[]; readonly parts: readonly (Part | ErasedPart)[] };

/** What the one who keeps the order answered with, if it did not do what it was asked. The network's own failures throw. */
export type PeerRefusal = { readonly status: number; readonly message: { readonly ja: string; readonly en: string } };

/** The one who keeps the order, as a device sees it. Every call may throw: then nobody knows whether it happened. */
export type Peer = {
  /** Sends waiting entries in their order. Twice is once. `begins`: the peer cannot know this log yet. */
  readonly send: (
    log: LogName,
    batch: { readonly entries: readonly Signed[]; readonly parts: readonly Part[]; readonly begins: boolean },
  ) => Promise<Result<readonly Link[], PeerRefusal>>;
  readonly read: (log: LogName, after: number, limit: number) => Promise<Result<LogPiece, PeerRefusal>>;
};

/** Why a log is not in step: refused (the entries stay), or the peer's log does not go on from ours. */
export type SyncProblem = PeerRefusal | { readonly status: 0; readonly code: 'gap' | 'chain-broken' };

type Limits = { readonly entries: number; readonly bytes: number };

/** Keeps one request well below the megabyte that a server takes. Base64 makes parts a third larger. */
const defaultLimits: Limits = { entries: 200, bytes: 500_000 };

const sizeOf = ({ entry }: Signed, parts: ReadonlyMap<string, Part>): number =>
  JSON.stringify(entry).length +
  partsIn(entry.body).reduce((sum, { part }) => sum + ((parts.get(part)?.bytes.length ?? 0) * 4) / 3 + 120, 0);

/** The first waiting entries that fit into one request; one alone always goes, however large. */
const nextBatch = (
  waiting: readonly Kept[],
  held: ReadonlyMap<string, Part>,
  limits: Limits,
): { readonly entries: readonly Signed[]; readonly parts: readonly Part[] } => {
  const entries: Signed[] = [];
  let bytes = 0;
  for (const { entry, signature } of waiting.slice(0, limits.entries)) {
    bytes += sizeOf({ entry, signature }, held);
    if (entries.length > 0 && bytes > limits.bytes) break;
    entries.push({ entry, signature });
  }
  const parts = entries.flatMap(({ entry }) => partsIn(entry.body)).flatMap(({ part }) => held.get(part) ?? []);
  return { entries, parts };
};

/** Only bytes that keep the promise of their entry are taken; others are as good as withheld. */
const truthful = (linked: readonly Linked[], parts: readonly (Part | ErasedPart)[], hash: Hasher): readonly Part[] => {
  const promised = new Map(linked.flatMap(({ entry }) => partsIn(entry.body)).map(({ part, commit }) => [part, commit]));
  return parts.filter((part): part is Part => !('erased' in part) && promised.get(part.id) === commitOf(part, hash));
};

/** Takes a piece of a log that came by itself, over a live connection. `gap` means: read the log from its end. */
export const takePiece = (store: Replica, log: LogName, piece: Pick<LogPiece, 'entries' | 'parts'>, hash: Hasher) =>
  store.take(log, piece.entries, truthful(piece.entries, piece.parts, hash));

/**
 * Where the answer places the sent entries right after our end, they are taken at once; otherwise others came between, and
 * the log is read instead.
 */
const takeAnswer = async (store: Replica, log: LogName, sent: readonly Signed[], links: readonly Link[], head: Head): Promise<void> => {
  const placed = sent.flatMap((signed, i) => (links[i] ? [{ ...signed, link: links[i] }] : []));
  const fresh = placed.filter(({ link }) => link.seq > head.seq);
  if (fresh.every(({ link }, i) => link.seq === head.seq + 1 + i)) await store.take(log, fresh, []);
};

/** Reads what the peer has after our end, piece by piece. */
export const pullLog = async (store: Replica, peer: Peer, log: LogName, hash: Hasher, limit = 500): Promise<Result<Head, SyncProblem>> => {
  for (;;) {
    const { head } = await store.read(log, { after: Number.MAX_SAFE_INTEGER });
    const answer = await peer.read(log, head.seq, limit);
    if (!answer.ok) return answer;
    // No further than here and yet not the same: shorter, or as long with other entries.
    if (answer.value.head.seq <= head.seq && answer.value.head.chain !== head.chain) return fail({ status: 0, code: 'chain-broken' });
    const taken = await takePiece(store, log, answer.value, hash);
    if (!taken.ok) {
      // Another tab may have taken the same piece meanwhile; only a log that does not move is stuck.
      const now = (await store.read(log, { after: Number.MAX_SAFE_INTEGER })).head;
      // `take` refuses for two reasons alone.
      if (now.seq === head.seq) return fail({ status: 0, code: taken.error.code as 'gap' | 'chain-broken' });
      continue;
    }
    if (answer.value.entries.length === 0 || taken.value.seq >= answer.value.head.seq) return succeed(taken.value);
  }
};

/**
 * Brings one log into step: sends what waits, in order and in bounded batches, then reads what others said. Nothing that
 * waits is dropped for any answer; sending it again changes nothing. Network failures throw and leave the store as it was.
 */
export const syncLog = async (
  store: Replica,
  peer: Peer,
  log: LogName,
  hash: Hasher,
  limits: Limits = defaultLimits,
): Promise<Result<Head, SyncProblem>> => {
  for (;;) {
    const { head, records, parts } = await store.read(log, { after: Number.MAX_SAFE_INTEGER });
    const waiting = records.filter((r) => !r.link);
    if (waiting.length === 0) return pullLog(store, peer, log, hash);
    const held = new Map(parts.flatMap((p) => ('erased' in p ? [] : [[p.id, p] as const])));
    const batch = nextBatch(waiting, held, limits);
    const sent = await peer.send(log, { ...batch, begins: head.seq === 0 });
    if (!sent.ok) return sent;
    await takeAnswer(store, log, batch.entries, sent.value, head);
    const after = await store.read(log, { after: Number.MAX_SAFE_INTEGER });
    if (after.records.length < records.length) continue;
    const pulled = await pullLog(store, peer, log, hash);
    if (!pulled.ok) return pulled;
    const left = (await store.read(log, { after: Number.MAX_SAFE_INTEGER })).records;
    if (left.some((r) => r.entry.id === batch.entries[0]?.entry.id)) return fail({ status: 0, code: 'gap' });
  }
};
