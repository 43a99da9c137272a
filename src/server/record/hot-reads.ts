import { isUtf8 } from 'node:buffer';
import type { Head } from '../../core/index.ts';
import { keepTexts } from './keep-texts.ts';
import type { Connection } from './open-database.ts';
import { damagedRow } from './record-trouble.ts';
import { entryKeys } from './statements.ts';

type LinkedRow = [text: string, seq: number, arrivedAt: string, skewSeconds: number, refusal: string | null, chain: string];
type PartRow = [id: string, salt: Buffer | null, bytes: Buffer | null];
type LogRow = { readonly key: number; readonly seq: number; readonly chain: string | null };
type SummaryText = { readonly seq: number; readonly basis: string; readonly view: Buffer };
type JoinedLines = [count: number, lines: Buffer, last: number | null, stale: number | null];
/** Ids one after the other, lengths between commas (-1 where erased), and salt and bytes of each one after the other. */
type JoinedParts = [ids: string | null, lengths: string | null, bytes: Buffer | null];

/** A linked entry as answers carry it, put together from stored text: nothing is parsed on the way. */
const entryText = ([text, seq, arrivedAt, skewSeconds, refusal, chain]: LinkedRow): string =>
  `${text.slice(0, -1)},"link":{"seq":${seq},"arrivedAt":"${arrivedAt}","skewSeconds":${skewSeconds}${
    refusal === null ? '' : `,"refusal":"${refusal}"`
  },"chain":"${chain}"}}`;

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const partText = ([id, salt, bytes]: PartRow): string =>
  salt && bytes
    ? `{"id":"${id}","salt":"${salt.toString('base64url')}","bytes":"${bytes.toString('base64url')}"}`
    : `{"id":"${id}","erased":true}`;

/** The same, put together by SQLite: one value comes out instead of many, as the bytes that are sent. */
const entryJson = `concat(substr(text, 1, length(text) - 1), ',"link":{"seq":', seq, ',"arrivedAt":"', arrived_at, '","skewSeconds":',
  skew_seconds, ',"refusal":"' || refusal || '"', ',"chain":"', chain, '"}}')`;

const saltSize = 32;
const idSize = 36;

const joinedPartsText = ([ids, lengths, bytes]: JoinedParts): string => {
  if (ids === null || lengths === null) return '';
  let at = 0;
  return lengths
    .split(',')
    .map((length, i) => {
      const id = ids.slice(i * idSize, (i + 1) * idSize);
      if (length === '-1' || !bytes) return `{"id":"${id}","erased":true}`;
      const salt = bytes.toString('base64url', at, at + saltSize);
      const from = at + saltSize;
      at = from + Number(length);
      return `{"id":"${id}","salt":"${salt}","bytes":"${bytes.toString('base64url', from, at)}"}`;
    })
    .join(',');
};

/** Pieces of an answer as one. */
export const bytesOf = (...pieces: readonly (string | Buffer)[]): Buffer =>
  Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)));

/** Texts up to this size stand among the words of a view; pictures come with the entries. */
const wordsMost = 65_536;

/** Bytes of parts that one piece of a log carries, about: whoever reads goes on after a short piece. */
const pieceMost = 4 * 1024 * 1024;

/** Bodies hold no free text, so this finds references to parts and nothing else. */
const references = /"part":"([0-9a-f-]{36})"/g;

export type HotReads = ReturnType<typeof prepareHotReads>;

/**
 * Reads that answer requests, as the bytes of JSON. Each is one short statement on the connection of the writer, between its
 * transactions, so that what was acknowledged is seen.
 */
export const prepareHotReads = (db: Connection, organisation: number) => {
  const log = db.prepare<[number, string], LogRow>('SELECT key, seq, chain FROM log WHERE organisation = ? AND name = ?');
  const entriesText = db
    .prepare<[number, number, number], [entries: string, sound: number | null]>(
      `SELECT coalesce(group_concat(text, ','), ''), min(sound) FROM
         (SELECT ${entryJson} AS text, json_valid(text) AS sound FROM entry WHERE key > ? AND key < ? ORDER BY key LIMIT ?)`,
    )
    .raw();
  const damaged = db.prepare<[number, number], { text: string; seq: number }>(
    'SELECT text, seq FROM entry WHERE key > ? AND key < ? AND NOT json_valid(text) ORDER BY key LIMIT 1',
  );
  const linked = db
    .prepare<[number, number, number], LinkedRow>(
      'SELECT text, seq, arrived_at, skew_seconds, refusal, chain FROM entry WHERE key > ? AND key < ? ORDER BY key LIMIT ?',
    )
    .raw();
  const partsText = db
    .prepare<[number, number], JoinedParts>(
      `SELECT group_concat(id, ''), group_concat(coalesce(length(bytes), -1)), CAST(group_concat(salt || bytes, '') AS BLOB)
       FROM part WHERE organisation = ? AND log = ?`,
    )
    .raw();
  const partsOfLog = db.prepare<[number, number], PartRow>('SELECT id, salt, bytes FROM part WHERE organisation = ? AND log = ?').raw();
  const part = db
    .prepare<[number, number, string], PartRow>('SELECT id, salt, bytes FROM part WHERE organisation = ? AND log = ? AND id = ?')
    .raw();
  const bytesOfLog = db
    .prepare<[number, number], number | null>('SELECT sum(length(bytes)) FROM part WHERE organisation = ? AND log = ?')
    .pluck();
  const bytesOfPart = db
    .prepare<[number, number, string], number | null>('SELECT length(bytes) FROM part WHERE organisation = ? AND log = ? AND id = ?')
    .pluck();
  const summary = db.prepare<[number], SummaryText>('SELECT seq, basis, CAST(view AS BLOB) AS view FROM derived_summary WHERE log = ?');
  const onPage = `FROM log l LEFT JOIN derived_summary s ON s.log = l.key
     -- The sign keeps the planner from reading all names first: it goes down the keys and stops.
     WHERE +l.organisation = ? AND l.key < ? AND l.name LIKE 'incident:%' AND l.seq > 0 ORDER BY l.key DESC LIMIT ?`;
  const page = db
    .prepare<[string, number, number, number], JoinedLines>(
      `SELECT count(*), CAST(coalesce(group_concat(line, ','), '') AS BLOB), min(key), sum(stale) FROM
         (SELECT s.line, l.key, s.seq IS NOT l.seq OR s.basis IS NOT ? AS stale ${onPage})`,
    )
    .raw();
  const stalePage = db
    .prepare<[string, number, number, number], string>(
      `SELECT log FROM (SELECT l.name AS log, s.seq IS NOT l.seq OR s.basis IS NOT ? AS stale ${onPage}) WHERE stale`,
    )
    .pluck();
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
  const entriesAfter = (key: number, after: number, limit: number): string => {
    const [entries, sound] = entriesText.get(...entryKeys(key, after), limit) ?? ['', 1];
    // Nothing is handed out that is no JSON: who reads would blame the line.
    const bad = sound === 0 ? damaged.get(...entryKeys(key, after)) : undefined;
    if (bad) throw damagedRow(bad.text, bad.seq);
    return entries;
  };
  const keptText = keepTexts();
  /** All entries up to the head that was read, and no further. */
  const entriesOf = ({ key, seq, chain }: LogRow): string => keptText(key, chain ?? '', () => entriesAfter(key, 0, seq));
  /** Parts that some entries name, each once. The whole log is asked at once where all of it is read. */
  const partsFor = (key: number, entries: string, whole: boolean): string => {
    if (whole) return joinedPartsText(partsText.get(organisation, key) as JoinedParts);
    const ids = new Set([...entries.matchAll(references)].map(([, id]) => id as string));
    const rows = [...ids].flatMap((id) => {
      const row = part.get(organisation, key, id);
      return row ? [partText(row)] : [];
    });
    return rows.join(',');
  };

  /** How many entries after a place go into one piece: fewer where their pictures are large, at least one. */
  const fitting = (key: number, after: number, limit: number): number => {
    if ((bytesOfLog.get(organisation, key) ?? 0) <= pieceMost) return limit;
    let [bytes, count] = [0, 0];
    for (const [text] of linked.all(...entryKeys(key, after), limit)) {
      for (const [, id] of text.matchAll(references)) bytes += bytesOfPart.get(organisation, key, id as string) ?? 0;
      if (count > 0 && bytes > pieceMost) break;
      count += 1;
    }
    return count;
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
      const room = fitting(row.key, after, limit);
      const whole = after === 0 && room >= row.seq;
      const entries = whole ? entriesOf(row) : entriesAfter(row.key, after, room);
      const parts = partsFor(row.key, entries, whole);
      return `{"head":${headOf(name, row)},"entries":[${entries}],"parts":[${parts}]}`;
    },
    /** Linked entries one by one, each with its parts, as the live stream sends them. */
    events: (name: string, after: number, limit: number): readonly { readonly seq: number; readonly text: string }[] => {
      const row = log.get(organisation, name);
      if (!row || row.seq <= after) return [];
      return linked.all(...entryKeys(row.key, after), fitting(row.key, after, limit)).map((one) => {
        if (!isJson(one[0])) throw damagedRow(one[0], one[1]);
        const text = entryText(one);
        return { seq: one[1], text: `${text.slice(0, -1)},"parts":[${partsFor(row.key, text, false)}]}` };
      });
    },
    /** The whole view of an incident: its stored summary, with the words and entries as they are now. */
    shown: (name: string, row: LogRow, { view }: SummaryText): Buffer => {
      const entries = entriesOf(row);
      const words: string[] = [];
      const erased: string[] = [];
      for (const [id, , bytes] of partsOfLog.all(organisation, row.key)) {
        if (!bytes) erased.push(`"${id}"`);
        else if (bytes.length <= wordsMost && isUtf8(bytes)) words.push(`"${id}":${JSON.stringify(bytes.toString())}`);
      }
      const between = `,"head":${headOf(name, row)},"words":{${words.join(',')}},"erased":[${erased.join(',')}],"entries":[`;
      return bytesOf(view.subarray(0, -1), between, entries, ']}');
    },
    summary: (key: number) => summary.get(key),
    /** A page of the list below a key: the lines as text between commas, and whether all of them are up to date. */
    page: (basis: string, before: number, limit: number) => {
      const [count, lines, last, stale] = page.get(basis, organisation, before, limit) as JoinedLines;
      return { lines, isFresh: !stale, next: count === limit && last !== null ? last : undefined };
    },
    stalePage: (basis: string, before: number, limit: number) => stalePage.all(basis, organisation, before, limit),
    behind: (): number => behind.get(organisation) ?? 0,
    behindLogs: (limit: number) => behindLogs.all(organisation, limit),
    changedAfter: (changed: number) => changedAfter.all(organisation, changed),
    lastChange: (): number => lastChange.get(organisation) ?? 0,
    deadlines: (limit: number) => deadlines.all(organisation, limit),
    unwitnessed: (limit: number) => unwitnessed.all(organisation, limit),
  };
};
