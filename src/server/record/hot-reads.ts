import { isUtf8 } from 'node:buffer';
import type { Head } from '../../core/index.ts';
import type { Connection } from './open-database.ts';
import { entryKeys } from './statements.ts';

type LinkedRow = [text: string, seq: number, arrivedAt: string, skewSeconds: number, refusal: string | null, chain: string];
type PartRow = [id: string, salt: Buffer | null, bytes: Buffer | null];
type LogRow = { readonly key: number; readonly seq: number; readonly chain: string | null; readonly summarised: number };
export type SummaryText = { readonly seq: number; readonly basis: string; readonly line: string; readonly view: string };

/** A linked entry as answers carry it, put together from stored text: nothing is parsed on the way. */
const entryText = ([text, seq, arrivedAt, skewSeconds, refusal, chain]: LinkedRow): string =>
  `${text.slice(0, -1)},"link":{"seq":${seq},"arrivedAt":"${arrivedAt}","skewSeconds":${skewSeconds}${
    refusal === null ? '' : `,"refusal":"${refusal}"`
  },"chain":"${chain}"}}`;

const partText = ([id, salt, bytes]: PartRow): string =>
  salt && bytes
    ? `{"id":"${id}","salt":"${salt.toString('base64url')}","bytes":"${bytes.toString('base64url')}"}`
    : `{"id":"${id}","erased":true}`;

/** Texts up to this size stand among the words of a view; pictures come with the entries. */
const wordsMost = 65_536;

/** Bodies hold no free text, so this finds references to parts and nothing else. */
const references = /"part":"([0-9a-f-]{36})"/g;

export type HotReads = ReturnType<typeof prepareHotReads>;

/**
 * Reads that answer requests, as JSON text. Each is one short statement on the connection of the writer, between its
 * transactions, so that what was acknowledged is seen.
 */
export const prepareHotReads = (db: Connection, organisation: number) => {
  const log = db.prepare<[number, string], LogRow>('SELECT key, seq, chain, summarised FROM log WHERE organisation = ? AND name = ?');
  const linked = db
    .prepare<[number, number, number], LinkedRow>(
      'SELECT text, seq, arrived_at, skew_seconds, refusal, chain FROM entry WHERE key > ? AND key < ? ORDER BY key LIMIT ?',
    )
    .raw();
  const partsOfLog = db.prepare<[number, number], PartRow>('SELECT id, salt, bytes FROM part WHERE organisation = ? AND log = ?').raw();
  const part = db
    .prepare<[number, number, string], PartRow>('SELECT id, salt, bytes FROM part WHERE organisation = ? AND log = ? AND id = ?')
    .raw();
  const summary = db.prepare<[number], SummaryText>('SELECT seq, basis, line, view FROM derived_summary WHERE log = ?');
  const page = db.prepare<
    [number, number, number],
    { key: number; log: string; seq: number; at: number | null; basis: string | null; line: string | null }
  >(
    `SELECT l.key, l.name AS log, l.seq, s.seq AS at, s.basis, s.line FROM log l LEFT JOIN derived_summary s ON s.log = l.key
     -- The sign keeps the planner from reading all names first: it goes down the keys and stops.
     WHERE +l.organisation = ? AND l.key < ? AND l.name LIKE 'incident:%' AND l.seq > 0 ORDER BY l.key DESC LIMIT ?`,
  );
  const behind = db.prepare<[number], number>('SELECT count(*) FROM log WHERE organisation = ? AND summarised <> seq').pluck();
  const behindLogs = db
    .prepare<[number, number], string>('SELECT name FROM log WHERE organisation = ? AND summarised <> seq ORDER BY key LIMIT ?')
    .pluck();
  const changedAfter = db.prepare<[number, number], { log: string; changed: number }>(
    'SELECT name AS log, changed FROM log WHERE organisation = ? AND changed > ? ORDER BY changed',
  );
  const lastChange = db.prepare<[number], number | null>('SELECT max(changed) FROM log WHERE organisation = ?').pluck();
  const deadlines = db
    .prepare<[number, number], string>('SELECT text FROM derived_deadline WHERE organisation = ? ORDER BY due_at, key LIMIT ?')
    .pluck();
  const unwitnessed = db.prepare<[number, number], Head>(
    `SELECT name AS log, seq, chain FROM log l WHERE organisation = ? AND seq >
       coalesce((SELECT max(w.seq) FROM witness w WHERE w.organisation = l.organisation AND w.log = l.name), 0) LIMIT ?`,
  );

  const headOf = (name: string, row: LogRow | undefined): string =>
    `{"log":"${name}","seq":${row?.seq ?? 0},"chain":${row?.chain == null ? 'null' : `"${row.chain}"`}}`;
  /** Parts that some entries name, each once. The whole log is asked at once where all of it is read. */
  const partsFor = (key: number, entries: readonly string[], whole: boolean): readonly string[] => {
    if (whole) return partsOfLog.all(organisation, key).map(partText);
    const ids = new Set(entries.flatMap((text) => [...text.matchAll(references)].map(([, id]) => id as string)));
    return [...ids].flatMap((id) => {
      const row = part.get(organisation, key, id);
      return row ? [partText(row)] : [];
    });
  };

  return {
    log: (name: string) => log.get(organisation, name),
    headOf: (name: string): Head => {
      const row = log.get(organisation, name);
      return { log: name, seq: row?.seq ?? 0, chain: row?.chain ?? null };
    },
    /** `{head, entries, parts}` of a stretch of a log. */
    piece: (name: string, after: number, limit: number): string | undefined => {
      const row = log.get(organisation, name);
      if (!row) return undefined;
      const entries = linked.all(...entryKeys(row.key, after), limit).map(entryText);
      const parts = partsFor(row.key, entries, after === 0 && entries.length === row.seq);
      return `{"head":${headOf(name, row)},"entries":[${entries.join(',')}],"parts":[${parts.join(',')}]}`;
    },
    /** Linked entries one by one, each with its parts, as the live stream sends them. */
    events: (name: string, after: number, limit: number): readonly { readonly seq: number; readonly text: string }[] => {
      const row = log.get(organisation, name);
      if (!row || row.seq <= after) return [];
      return linked.all(...entryKeys(row.key, after), limit).map((one) => {
        const text = entryText(one);
        return { seq: one[1], text: `${text.slice(0, -1)},"parts":[${partsFor(row.key, [text], false).join(',')}]}` };
      });
    },
    /** The whole view of an incident: its stored summary, with the words and entries as they are now. */
    shown: (name: string, row: LogRow, { view }: SummaryText): string => {
      const entries = linked.all(...entryKeys(row.key), -1).map(entryText);
      const words: string[] = [];
      const erased: string[] = [];
      for (const [id, , bytes] of partsOfLog.all(organisation, row.key)) {
        if (!bytes) erased.push(`"${id}"`);
        else if (bytes.length <= wordsMost && isUtf8(bytes)) words.push(`"${id}":${JSON.stringify(bytes.toString())}`);
      }
      return `${view.slice(0, -1)},"head":${headOf(name, row)},"words":{${words.join(',')}},"erased":[${erased.join(',')}],"entries":[${entries.join(',')}]}`;
    },
    summary: (key: number) => summary.get(key),
    page: (before: number, limit: number) => page.all(organisation, before, limit),
    behind: (): number => behind.get(organisation) ?? 0,
    behindLogs: (limit: number) => behindLogs.all(organisation, limit),
    changedAfter: (changed: number) => changedAfter.all(organisation, changed),
    lastChange: (): number => lastChange.get(organisation) ?? 0,
    deadlines: (limit: number) => deadlines.all(organisation, limit),
    unwitnessed: (limit: number) => unwitnessed.all(organisation, limit),
  };
};
