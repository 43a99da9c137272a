import type { Entry, HashHex, Kept, PartRef } from './entry.ts';
import { type Body, isKind, type Kind, shapes } from './kinds.ts';
import type { Sees, Stated } from './register.ts';
import { cleanBody, problemsOf } from './shape.ts';

/** What an applier knows of the entry it folds. */
export type Said = {
  readonly entry: Entry;
  readonly sees: Sees;
  readonly as: <T>(value: T) => Stated<T>;
};

/** How each kind changes a state; a kind without one changes nothing but the timeline. */
export type Appliers<S> = { readonly [K in Kind]?: (before: S, body: Body<K>, said: Said) => S };

/** An entry taken back: its kind, and why. */
export type Withdrawal = { readonly kind: string; readonly reason?: PartRef };

/** What a fold found that has no effect, or not all of it. */
export type Left = {
  readonly withdrawn: Readonly<Record<string, Stated<Withdrawal>>>;
  readonly refused: readonly Stated<string>[];
  readonly newer: readonly Stated<string>[];
  readonly unreadable: readonly Stated<string>[];
};

const statedBy =
  ({ entry, link }: Kept, order: number) =>
  <T>(value: T): Stated<T> => ({
    value,
    entry: entry.id,
    actor: entry.actor,
    device: entry.device,
    saidAt: entry.saidAt,
    ...(link && { seq: link.seq }),
    order,
  });

/** These stay in effect whatever is said later: an end is undone by a new beginning, an erasure by nothing. */
const lasting: ReadonlySet<string> = new Set<Kind>([
  'incident.reported',
  'incident.closed',
  'incident.reopened',
  'part.erased',
  'entry.withdrawn',
]);

type Reading = { readonly body: unknown; readonly newer: boolean };

/** The body as this program understands it; undefined where it does not fit its kind. */
const readBody = ({ kind, body }: Entry): Reading | undefined => {
  if (!isKind(kind)) return undefined;
  if (problemsOf(shapes[kind], body).length === 0) return { body, newer: false };
  const cleaned = cleanBody(shapes[kind], body);
  return cleaned && { body: cleaned.value, newer: cleaned.newer };
};

/**
 * Which earlier entries the writer of an entry could have seen: what the log held up to its base, and what the same person
 * said before on the same device. A base that this log does not contain shows nothing.
 */
const sightOf = (records: readonly Kept[]): ((record: Kept) => Sees) => {
  const seqByChain = new Map<HashHex, number>(records.flatMap(({ link }) => (link ? [[link.chain, link.seq]] : [])));
  return ({ entry }) => {
    const reach = entry.base === null ? 0 : (seqByChain.get(entry.base) ?? 0);
    return ({ device, actor, seq }) => (device === entry.device && actor === entry.actor) || (seq !== undefined && seq <= reach);
  };
};

const withdrawals = (records: readonly Kept[]): Left['withdrawn'] => {
  const kinds = new Map(records.map((r) => [r.entry.id, r.entry.kind]));
  const taken: Record<string, Stated<Withdrawal>> = {};
  for (const [order, record] of records.entries()) {
    const { entry, link } = record;
    const reading = entry.kind === 'entry.withdrawn' && link?.refusal === undefined ? readBody(entry) : undefined;
    if (!reading) continue;
    const { withdraws, reason } = reading.body as Body<'entry.withdrawn'>;
    const kind = kinds.get(withdraws);
    if (kind !== undefined && !lasting.has(kind)) taken[withdraws] = statedBy(record, order)({ kind, ...(reason && { reason }) });
  }
  return taken;
};

/**
 * Folds a log: linked entries in their order, then those that wait on this device. It never fails: what is refused,
 * withdrawn, unreadable or of a newer kind is listed and has no effect. An entry with fields that only a newer program
 * knows has effect without them and is listed as newer. Appliers may write into `start`: it belongs to this fold alone.
 */
export const foldWith = <S>(start: S, records: readonly Kept[], appliers: Appliers<S>): { readonly state: S; readonly left: Left } => {
  const withdrawn = withdrawals(records);
  const sight = sightOf(records);
  const left = { withdrawn, refused: [] as Stated<string>[], newer: [] as Stated<string>[], unreadable: [] as Stated<string>[] };
  let state = start;
  for (const [order, record] of records.entries()) {
    const { entry, link } = record;
    const as = statedBy(record, order);
    const reading = readBody(entry);
    if (link?.refusal !== undefined) left.refused.push(as(link.refusal));
    else if (!isKind(entry.kind)) left.newer.push(as(entry.kind));
    else if (!reading) left.unreadable.push(as(entry.kind));
    else if (!Object.hasOwn(withdrawn, entry.id)) {
      if (reading.newer) left.newer.push(as(entry.kind));
      const apply = appliers[entry.kind] as ((before: S, body: unknown, said: Said) => S) | undefined;
      if (apply) state = apply(state, reading.body, { entry, as, sees: sight(record) });
    }
  }
  return { state, left };
};
