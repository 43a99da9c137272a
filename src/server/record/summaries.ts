import { performance } from 'node:perf_hooks';
import type { Card } from '../../core/index.ts';
import type { HotReads } from './hot-reads.ts';
import type { RecordReader } from './open-reader.ts';
import type { SqliteStore } from './sqlite-store.ts';
import type { SummaryRow } from './summary-task.ts';

export type Standing = { readonly card: Card; readonly basis: string };

export type Summaries = {
  /** Brings the summaries of some logs up to date; resolves when they are kept. */
  readonly bring: (logs: readonly string[]) => Promise<void>;
  /** What a summary must have been computed from to be up to date. */
  readonly basis: () => string;
  /** Drops everything derived and computes it anew. */
  readonly rebuild: () => Promise<void>;
  readonly close: () => void;
};

type Parts = {
  readonly store: SqliteStore;
  readonly reads: HotReads;
  readonly reader: RecordReader;
  /** What summaries stand on beside their log: the knowledge and the organisation's answers. */
  readonly standing: () => Standing;
  readonly report: (error: unknown) => void;
};

/** Logs computed at a time in the background, and rows written in one transaction. */
const batch = 20;
const settleMs = 150;
/** Times as long as a batch took that the next one waits while others write. */
const othersShare = 19;
const markedAtOnce = 100;

const prepareDerived = ({ db, organisation }: SqliteStore) => {
  const put = db.prepare<[Omit<SummaryRow, 'deadlines'> & { organisation: number }]>(
    `INSERT INTO derived_summary (log, organisation, seq, basis, line, view)
     SELECT key, @organisation, @seq, @basis, @line, @view FROM log WHERE organisation = @organisation AND name = @log
       -- An upsert that selects needs this, so that ON is not read as part of a join.
       AND true
     ON CONFLICT (log) DO UPDATE SET seq = excluded.seq, basis = excluded.basis, line = excluded.line, view = excluded.view`,
  );
  const reach = db.prepare<[number, number, string]>('UPDATE log SET summarised = ? WHERE organisation = ? AND name = ?');
  const dropDates = db.prepare<[number, number, string]>(
    'DELETE FROM derived_deadline WHERE organisation = ? AND log = (SELECT key FROM log WHERE organisation = ? AND name = ?)',
  );
  const addDate = db.prepare<[number, number, string, number, string]>(
    'INSERT INTO derived_deadline (organisation, due_at, text, log) SELECT ?, ?, ?, key FROM log WHERE organisation = ? AND name = ?',
  );
  const stale = db.prepare<[number, string, number], { from: number | null; upTo: number | null }>(
    `SELECT min(log) AS "from", max(log) AS upTo FROM (SELECT log FROM derived_summary WHERE organisation = ? AND basis <> ? AND log > ? ORDER BY log LIMIT 200)`,
  );
  const unreach = db.prepare<[number, number, number]>(
    "UPDATE log SET summarised = -1 WHERE organisation = ? AND key BETWEEN ? AND ? AND name >= 'incident:' AND name < 'incident;'",
  );
  const wipeSome = db.prepare<[number]>(
    'DELETE FROM derived_summary WHERE log IN (SELECT log FROM derived_summary WHERE organisation = ? LIMIT 20)',
  );
  const wipeDates = db.prepare<[number]>(
    'DELETE FROM derived_deadline WHERE key IN (SELECT key FROM derived_deadline WHERE organisation = ? LIMIT 100)',
  );
  const lastKey = db.prepare<[], number | null>('SELECT max(key) FROM log').pluck();
  const org = organisation.key;
  return {
    put: ({ deadlines, ...row }: SummaryRow): void => {
      put.run({ ...row, organisation: org });
      dropDates.run(org, org, row.log);
      for (const { dueAt, text } of deadlines) addDate.run(org, dueAt, text, org, row.log);
      reach.run(row.seq, org, row.log);
    },
    staleAfter: (basis: string, after: number) => stale.get(org, basis, after),
    lastKey: (): number => lastKey.get() ?? 0,
    unreach: (from: number, upTo: number) => unreach.run(org, from, upTo),
    wipe: (): number => wipeSome.run(org).changes + wipeDates.run(org).changes,
  };
};

/**
 * Keeps the summaries of incidents in step with their logs: computed in the thread of longer reads, a few at a time with
 * pauses, and written by the one writer in small pieces. They may always be dropped.
 */
export const openSummaries = ({ store, reads, reader, standing, report }: Parts): Summaries => {
  const derived = prepareDerived(store);
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let marked = '';

  /** Logs that cannot be read: said once, and left out of the work in the background. */
  const damaged = new Set<string>();
  const behind = (): readonly string[] => reads.behindLogs(batch + damaged.size).filter((log) => !damaged.has(log));

  const bring = async (logs: readonly string[]): Promise<void> => {
    const { card, basis } = standing();
    for (let i = 0; i < logs.length; i += batch) {
      const { rows, unreadable } = await reader.run('summarise', { logs: logs.slice(i, i + batch), card, basis });
      await Promise.all(rows.map((row) => store.writer.write(() => derived.put(row))));
      for (const { log, why } of unreadable) {
        if (!damaged.has(log)) report(new Error(why));
        damaged.add(log);
      }
    }
  };

  /** Where the knowledge or the organisation's answers changed, every summary made before is behind. */
  const markStale = async (): Promise<void> => {
    const { basis } = standing();
    if (basis === marked) return;
    for (let after = 0; ; ) {
      const found = derived.staleAfter(basis, after);
      if (found?.from == null || found.upTo == null) break;
      const { from, upTo } = found;
      await store.writer.write(() => derived.unreach(from, upTo));
      after = upTo;
    }
    marked = basis;
  };

  const work = async (): Promise<void> => {
    const begun = performance.now();
    const changed = reads.lastChange();
    try {
      await markStale();
      const logs = closed ? [] : behind();
      if (logs.length > 0) await bring(logs);
      timer = undefined;
      // While others write, most of the time is theirs.
      if (logs.length > 0) plan(reads.lastChange() === changed ? 1 : (performance.now() - begun) * othersShare);
    } catch (error) {
      timer = undefined;
      if (!closed) report(error);
    }
  };

  const plan = (ms: number): void => {
    if (timer || closed) return;
    timer = setTimeout(() => void work(), ms);
    timer.unref();
  };

  store.writer.onCommit(() => plan(settleMs));
  plan(settleMs);

  return {
    bring,
    basis: () => standing().basis,
    rebuild: async () => {
      for (;;) {
        const gone = await store.writer.write(() => derived.wipe());
        if (gone === 0) break;
      }
      const last = derived.lastKey();
      for (let from = 0; from <= last; from += markedAtOnce) await store.writer.write(() => derived.unreach(from, from + markedAtOnce - 1));
      for (let logs = behind(); logs.length > 0 && !closed; logs = behind()) await bring(logs);
    },
    close: () => {
      closed = true;
      clearTimeout(timer);
    },
  };
};
