import type { RawLine } from '../../app/index.ts';
import { canonicalJson, type ErasedPart, type Head, lineOf, type LogName, type Part, type SignedHead } from '../../core/index.ts';
import type { Connection } from '../record/open-database.ts';
import { entryKeys } from '../record/statements.ts';

type EntryRow = {
  readonly id: string;
  readonly seq: number;
  readonly arrivedAt: string;
  readonly skewSeconds: number;
  readonly refusal: string | null;
  readonly chain: string;
  readonly text: string;
};

const tail = /,"signature":(?:null|"[^"]*")\}$/;

/**
 * The line of an entry, put together from the very text that lies in the store: nothing is read and written anew, so that
 * no change can be mended on the way. A row whose id is not that of its text is shown as it is, for the check to find.
 */
const entryLine = ({ id, text, seq, arrivedAt, skewSeconds, refusal, chain }: EntryRow): string => {
  const at = tail.exec(text)?.index;
  if (at === undefined || !text.includes(`"id":"${id}"`)) return text;
  const link = canonicalJson({ seq, arrivedAt, skewSeconds, ...(refusal !== null && { refusal }), chain });
  return `${text.slice(0, at)},"link":${link}${text.slice(at)}`;
};

type PartRow = { readonly id: string; readonly salt: Uint8Array | null; readonly bytes: Uint8Array | null };

const partLine = ({ id, salt, bytes }: PartRow): string => {
  const part: Part | ErasedPart = salt && bytes ? { id, salt, bytes } : { id, erased: true };
  return lineOf.part(part);
};

type Choice = {
  /** Leaves out what people wrote: the chain holds, and the reader is told that it is withheld. */
  readonly withoutWords?: boolean;
  /** Vouches for the head that is read, where the log holds anything. */
  readonly sign?: (head: Head) => SignedHead;
};

/** Every log of the store, in the order they began. */
export const storedLogs = (db: Connection): readonly Head[] =>
  db.prepare<[], Head>('SELECT name AS log, seq, chain FROM log ORDER BY key').all();

/**
 * One log as the lines of its file, straight from the rows, in one moment: the connection must do nothing else until the
 * last line. Undefined where there is no such log.
 */
export function* storedLines(db: Connection, log: LogName, { withoutWords = false, sign }: Choice = {}): Generator<string> {
  db.exec('BEGIN');
  try {
    const row = db
      .prepare<[string], { key: number; seq: number; chain: string | null }>('SELECT key, seq, chain FROM log WHERE name = ?')
      .get(log);
    if (!row) return;
    const head: Head = { log, seq: row.seq, chain: row.chain };
    yield lineOf.head({ shodo: 'log', version: 1, head });
    const entries = db.prepare<[number, number], EntryRow>(
      `SELECT id, seq, arrived_at AS arrivedAt, skew_seconds AS skewSeconds, refusal, chain, text
       FROM entry WHERE key > ? AND key < ? ORDER BY key`,
    );
    for (const entry of entries.iterate(...entryKeys(row.key))) yield entryLine(entry);
    const parts = db.prepare<[number], PartRow>('SELECT id, salt, bytes FROM part WHERE log = ? ORDER BY key');
    if (!withoutWords) for (const part of parts.iterate(row.key)) yield partLine(part);
    const witnesses = db.prepare<[string], { seq: number; text: string }>('SELECT seq, text FROM witness WHERE log = ? ORDER BY key');
    for (const { text } of witnesses.iterate(log)) yield `{"witness":${text}}`;
    if (sign && head.seq > 0) yield lineOf.witness(sign(head));
  } finally {
    db.exec('COMMIT');
  }
}

/** The same for a check. */
export async function* rawLines(lines: Iterable<string>): AsyncGenerator<RawLine> {
  for (const text of lines) yield { text, ended: true };
}
