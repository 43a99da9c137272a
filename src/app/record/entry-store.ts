import type { Entry, ErasedPart, HashHex, Head, Kept, Link, Linked, LogName, Part, Signed, SignedHead } from '../../core/index.ts';
import type { Result } from '../result.ts';

/** Entries of one log, in the order their device made them, with the parts they promise (as far as the sender has them). */
export type Batch = { readonly log: LogName; readonly entries: readonly Signed[]; readonly parts: readonly Part[] };

/** When a batch came in: UTC with milliseconds; and how far the sender's clock was ahead, in whole seconds. */
export type Arrival = { readonly arrivedAt: string; readonly skewSeconds: number };

/** What a store refuses: never words or facts, only what would break a log. */
export type StoreRefusal =
  /** Another entry has this id already. */
  | { readonly code: 'id-taken'; readonly id: string }
  /** The entry does not follow what its device said last in this log, as far as the store has it. */
  | { readonly code: 'device-chain-gap'; readonly id: string; readonly expected: HashHex | null }
  /** The entry promises other bytes under the id of a part that an earlier one promised. */
  | { readonly code: 'part-taken'; readonly id: string; readonly part: string }
  /** `take` got entries that do not go on where the log ends, or whose chain does not. */
  | { readonly code: 'gap' | 'chain-broken'; readonly head: Head };

/**
 * Decides on a guarded entry at its place in the log; a code means that it is kept without effect. Asked inside the store's
 * transaction, so that nothing can come between.
 */
export type Verdict = (entry: Entry, before: readonly Kept[], parts: readonly Part[]) => string | undefined;

/** The place of each entry of a batch, and how far the log reached when they were put there. */
export type Appended = { readonly links: readonly Link[]; readonly head: Head };

export type LogRead = {
  readonly head: Head;
  /** Linked entries in order, then those that wait. */
  readonly records: readonly Kept[];
  readonly parts: readonly (Part | ErasedPart)[];
};

export type LogSummary = Head & { readonly pending: number };

/**
 * Keeps logs. What it has acknowledged it never loses: each promise below resolves after the change is durable. The same
 * cases run on every store (`store-cases.ts`): in memory, IndexedDB, SQLite.
 *
 * A device holds what it says until the one who keeps the order has linked it, and takes what others said with its place.
 * The one who keeps the order appends. An effective `part.erased` removes bytes and salt of its parts, however it arrives.
 */
export type EntryStore = {
  /** Keeps entries that wait to be put in order, after those already waiting. Twice is once. */
  readonly hold: (batch: Batch) => Promise<Result<undefined, StoreRefusal>>;
  /** Puts entries at the end of their log and returns the place of each. Twice is once: the first place is returned. */
  readonly append: (batch: Batch, arrival: Arrival, verdict?: Verdict) => Promise<Result<Appended, StoreRefusal>>;
  /** Takes linked entries from the one who keeps the order. Known ones are passed over; waiting ones find their place. */
  readonly take: (log: LogName, linked: readonly Linked[], parts: readonly Part[]) => Promise<Result<Head, StoreRefusal>>;
  /** Reads a log after a place; an unknown log is an empty one. `limit` counts linked entries; parts are those of what is read. */
  readonly read: (log: LogName, from?: { readonly after?: number; readonly limit?: number }) => Promise<LogRead>;
  /** Every log, the one changed last first. */
  readonly logs: () => Promise<readonly LogSummary[]>;
  readonly witness: (head: SignedHead) => Promise<void>;
  readonly witnesses: (log: LogName) => Promise<readonly SignedHead[]>;
  readonly close: () => Promise<void>;
};
