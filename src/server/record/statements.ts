import {
  canonicalJson,
  type Entry,
  type ErasedPart,
  type HashHex,
  type Head,
  type Kept,
  type Link,
  type Part,
  type PartRef,
  type SignedHead,
} from '../../core/index.ts';
import { entryTextOf } from './entry-text.ts';
import type { Connection } from './open-database.ts';
import { damagedRow } from './record-trouble.ts';

type LogRow = { readonly key: number; readonly seq: number; readonly chain: string | null; readonly waiting: number };
export type PlaceRow = {
  readonly seq: number | null;
  readonly arrivedAt: string;
  readonly skewSeconds: number;
  readonly refusal: string | null;
  readonly chain: string;
};
type EntryRow = PlaceRow & { readonly key: number; readonly log: number; readonly text: string };
export type PartRow = { readonly id: string; readonly salt: Buffer | null; readonly bytes: Buffer | null };

/** Keys of entries, so that one log lies together: its key, then the place; those that wait come after all places. */
const places = 2 ** 24;
const waitingFrom = 2 ** 23;

/** The keys between which the linked entries of a log after a place lie. */
export const entryKeys = (log: number, after = 0): readonly [after: number, before: number] => [
  log * places + after,
  log * places + waitingFrom,
];

const place = 'seq, arrived_at AS arrivedAt, skew_seconds AS skewSeconds, refusal, chain';

const linkOf = ({ seq, arrivedAt, skewSeconds, refusal, chain }: PlaceRow): Link | undefined =>
  seq === null ? undefined : { seq, arrivedAt, skewSeconds, ...(refusal !== null && { refusal }), chain };

export const keptOf = (row: PlaceRow & { readonly text: string }): Kept => {
  const link = linkOf(row);
  return { ...signedOf(row), ...(link && { link }) };
};

const signedOf = ({ text, seq }: PlaceRow & { readonly text: string }): { readonly entry: Entry; readonly signature: string | null } => {
  try {
    return JSON.parse(text);
  } catch {
    throw damagedRow(text, seq);
  }
};

export const partOf = ({ id, salt, bytes }: PartRow): Part | ErasedPart =>
  salt && bytes ? { id, salt: new Uint8Array(salt), bytes: new Uint8Array(bytes) } : { id, erased: true };

/** Every statement of the record, prepared once for a connection, for one organisation. Those that write throw on a reader. */
export const prepareStatements = (db: Connection, organisation: number) => {
  const one = <P extends unknown[], R>(sql: string) => db.prepare<P, R>(sql);
  const findLog = one<[number, string], LogRow>('SELECT key, seq, chain, waiting FROM log WHERE organisation = ? AND name = ?');
  const findEntry = one<[number, string], EntryRow>(`SELECT key, log, text, ${place} FROM entry WHERE organisation = ? AND id = ?`);
  const linked = one<[number, number, number], PlaceRow & { text: string }>(
    `SELECT text, ${place} FROM entry WHERE key > ? AND key < ? ORDER BY key LIMIT ?`,
  );
  const partById = one<[number, number, string], PartRow>('SELECT id, salt, bytes FROM part WHERE organisation = ? AND log = ? AND id = ?');
  const promise = db
    .prepare<[number, number, string], string>('SELECT hash FROM promise WHERE organisation = ? AND log = ? AND part = ?')
    .pluck();
  const tip = db
    .prepare<[number, number, string], string>('SELECT hash FROM device_tip WHERE organisation = ? AND log = ? AND device = ?')
    .pluck();
  const logNames = one<[number], Head & { pending: number }>(
    'SELECT name AS log, seq, chain, waiting AS pending FROM log WHERE organisation = ? ORDER BY changed DESC',
  );
  const witnesses = one<[number, string], { text: string }>('SELECT text FROM witness WHERE organisation = ? AND log = ? ORDER BY key');
  return {
    log: (name: string) => findLog.get(organisation, name),
    entry: (id: string) => findEntry.get(organisation, id),
    linked: (log: number, after: number, limit: number) => linked.all(...entryKeys(log, after), limit),
    waiting: (log: number) => linked.all(log * places + waitingFrom, (log + 1) * places, -1),
    part: (log: number, id: string) => partById.get(organisation, log, id),
    promise: (log: number, part: string) => promise.get(organisation, log, part),
    tip: (log: number, device: string) => tip.get(organisation, log, device) ?? null,
    logs: () => logNames.all(organisation),
    witnesses: (log: string) => witnesses.all(organisation, log).map(({ text }) => JSON.parse(text) as SignedHead),
  };
};

/** Those that change something. */
export const prepareWrites = (db: Connection, organisation: number) => {
  // Asked by itself: inside the statement that uses it, it takes three times as long.
  const lastChanged = db.prepare<[number], number>('SELECT changed FROM log WHERE organisation = ? ORDER BY changed DESC LIMIT 1').pluck();
  const nextChanged = (): number => (lastChanged.get(organisation) ?? 0) + 1;
  const addLog = db.prepare<[{ organisation: number; name: string; changed: number }]>(
    'INSERT INTO log (organisation, name, seq, chain, waiting, changed, summarised) VALUES (@organisation, @name, 0, NULL, 0, @changed, 0)',
  );
  const moveHead = db.prepare<[{ key: number; seq: number; chain: string | null; waiting: number; changed: number }]>(
    `UPDATE log SET seq = @seq, chain = @chain, waiting = waiting + @waiting, changed = @changed,
       -- Only incidents are summarised; any other log is never behind.
       summarised = CASE WHEN name LIKE 'incident:%' THEN summarised ELSE @seq END WHERE key = @key`,
  );
  const addEntry = db.prepare(
    'INSERT INTO entry (key, organisation, log, id, seq, arrived_at, skew_seconds, refusal, chain, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const placeEntry = db.prepare(
    'UPDATE entry SET key = ?, seq = ?, arrived_at = ?, skew_seconds = ?, refusal = ?, chain = ?, text = ? WHERE key = ?',
  );
  const addPromise = db.prepare('INSERT OR IGNORE INTO promise (organisation, log, part, hash) VALUES (?, ?, ?, ?)');
  const setTip = db.prepare(
    'INSERT INTO device_tip (organisation, log, device, hash) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET hash = excluded.hash',
  );
  const addPart = db.prepare('INSERT OR IGNORE INTO part (organisation, log, id, salt, bytes) VALUES (?, ?, ?, ?, ?)');
  const erasePart = db.prepare(
    'INSERT INTO part (organisation, log, id, salt, bytes) VALUES (?, ?, ?, NULL, NULL) ON CONFLICT DO UPDATE SET salt = NULL, bytes = NULL',
  );
  const addWitness = db.prepare('INSERT INTO witness (organisation, log, seq, text) VALUES (?, ?, ?, ?)');
  const lastWaiting = db.prepare<[number, number], number | null>('SELECT max(key) FROM entry WHERE key > ? AND key < ?').pluck();
  const keyOf = (log: number, link: Link | undefined): number => {
    if (link) return log * places + link.seq;
    const from = log * places + waitingFrom;
    return (lastWaiting.get(from, (log + 1) * places) ?? from) + 1;
  };
  const placeOf = (link: Link | undefined) => [
    link?.seq ?? null,
    link?.arrivedAt ?? null,
    link?.skewSeconds ?? null,
    link?.refusal ?? null,
    link?.chain ?? null,
  ];
  const textOf = ({ entry, signature }: Kept): string => `{"entry":${entryTextOf(entry).text},"signature":${JSON.stringify(signature)}}`;
  return {
    addLog: (name: string): number => Number(addLog.run({ organisation, name, changed: nextChanged() }).lastInsertRowid),
    moveHead: (key: number, { seq, chain }: Omit<Head, 'log'>, waiting: number) =>
      moveHead.run({ key, seq, chain, waiting, changed: nextChanged() }),
    addEntry: (log: number, kept: Kept) =>
      addEntry.run(keyOf(log, kept.link), organisation, log, kept.entry.id, ...placeOf(kept.link), textOf(kept)),
    placeEntry: (log: number, key: number, kept: Kept) => placeEntry.run(keyOf(log, kept.link), ...placeOf(kept.link), textOf(kept), key),
    addPromise: (log: number, { part, commit }: PartRef) => addPromise.run(organisation, log, part, commit),
    setTip: (log: number, device: string, content: HashHex) => setTip.run(organisation, log, device, content),
    addPart: (log: number, { id, salt, bytes }: Part) => addPart.run(organisation, log, id, salt, bytes),
    erasePart: (log: number, id: string) => erasePart.run(organisation, log, id),
    addWitness: (head: SignedHead) => addWitness.run(organisation, head.log, head.seq, canonicalJson(head)),
  };
};
