import type { Entry, HashHex, Kept, PartRef } from './entry.ts';
import { type Body, isKind, type Kind, shapes } from './kinds.ts';
import type { Sees, Stated } from './register.ts';
import { problemsOf } from './shape.ts';

/** What an applier knows of the entry it folds. */
export type Said = {
  readonly entry: Entry;
  readonly sees: Sees;
  readonly as: <T>(value: T) => Stated<T>;
};

/** How each kind changes a state; a kind without one changes nothing but the timeline. */
export type Appliers<S> = { readonly [K in Kind]?: (before: S, body: Body<K>, said: Said) => S };

/** What a fold found that has no effect. */
export type Left = {
  readonly withdrawn: Readonly<Record<string, Stated<{ readonly reason?: PartRef }>>>;
  readonly refused: readonly Stated<string>[];
  readonly newer: readonly Stated<string>[];
  readonly unreadable: readonly Stated<string>[];
};

const statedBy =
  ({ entry, link }: Kept) =>
  <T>(value: T): Stated<T> => ({
    value,
    entry: entry.id,
    actor: entry.actor,
    device: entry.device,
    saidAt: entry.saidAt,
    ...(link && { seq: link.seq }),
  });

/** These stay in effect whatever is said later: an end is undone by a new beginning, an erasure by nothing. */
const lasting: ReadonlySet<string> = new Set<Kind>([
  'incident.reported',
  'incident.closed',
  'incident.reopened',
  'part.erased',
  'entry.withdrawn',
]);

const isReadable = ({ kind, body }: Entry): boolean => isKind(kind) && problemsOf(shapes[kind], body).length === 0;

/**
 * Which earlier entries the writer of an entry could have seen: what the log held up to its base, and what the same device
 * said before. A base that this log does not contain shows nothing.
 */
const sightOf = (records: readonly Kept[]): ((record: Kept) => Sees) => {
  const seqByChain = new Map<HashHex, number>(records.flatMap(({ link }) => (link ? [[link.chain, link.seq]] : [])));
  return ({ entry }) => {
    const reach = entry.base === null ? 0 : (seqByChain.get(entry.base) ?? 0);
    return ({ device, seq }) => device === entry.device || (seq !== undefined && seq <= reach);
  };
};

const withdrawals = (records: readonly Kept[]): Left['withdrawn'] => {
  const byId = new Map(records.map((r) => [r.entry.id, r]));
  const taken: Record<string, Stated<{ readonly reason?: PartRef }>> = {};
  for (const record of records) {
    const { entry, link } = record;
    if (entry.kind !== 'entry.withdrawn' || link?.refusal !== undefined || !isReadable(entry)) continue;
    const { withdraws, reason } = entry.body as Body<'entry.withdrawn'>;
    const target = byId.get(withdraws);
    if (target && !lasting.has(target.entry.kind)) taken[withdraws] = statedBy(record)({ ...(reason && { reason }) });
  }
  return taken;
};

/**
 * Folds a log: linked entries in their order, then those that wait on this device. It never fails: what is refused,
 * withdrawn, unreadable or of a newer program is listed and has no effect.
 */
export const foldWith = <S>(start: S, records: readonly Kept[], appliers: Appliers<S>): { readonly state: S; readonly left: Left } => {
  const withdrawn = withdrawals(records);
  const sight = sightOf(records);
  const left = { withdrawn, refused: [] as Stated<string>[], newer: [] as Stated<string>[], unreadable: [] as Stated<string>[] };
  let state = start;
  for (const record of records) {
    const { entry, link } = record;
    const as = statedBy(record);
    if (link?.refusal !== undefined) left.refused.push(as(link.refusal));
    else if (!isKind(entry.kind)) left.newer.push(as(entry.kind));
    else if (!isReadable(entry)) left.unreadable.push(as(entry.kind));
    else if (!Object.hasOwn(withdrawn, entry.id)) {
      const apply = appliers[entry.kind] as ((before: S, body: unknown, said: Said) => S) | undefined;
      if (apply) state = apply(state, entry.body, { entry, as, sees: sight(record) });
    }
  }
  return { state, left };
};
