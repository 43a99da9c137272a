import { summariseIncident } from '../../app/index.ts';
import type { FactId, Known } from '../../core/index.ts';
import type { ReaderTask } from './reader.ts';
import { keptOf, prepareStatements } from './statements.ts';

export type SummaryAsk = {
  readonly logs: readonly string[];
  readonly facts: Readonly<Record<FactId, Known>>;
  /** Names the knowledge and the facts that they were computed from. */
  readonly basis: string;
};

/** One row of the derived tables, as text: no words of people in it. */
export type SummaryRow = {
  readonly log: string;
  readonly seq: number;
  readonly basis: string;
  readonly line: string;
  readonly view: string;
  readonly deadlines: readonly { readonly dueAt: number; readonly text: string }[];
};

/** Computes what lists and views show of some logs. */
export const summariseTask: ReaderTask<SummaryAsk, readonly SummaryRow[]> = async (reader, { logs, facts, basis }) => {
  const read = prepareStatements(reader.db, reader.organisation);
  const rows: SummaryRow[] = [];
  for (const log of logs) {
    const shelf = read.log(log);
    if (!shelf) continue;
    const records = read.linked(shelf.key, 0, -1).map(keptOf);
    const { line, view, deadlines } = summariseIncident(reader.bundle, facts, log, records);
    rows.push({
      log,
      seq: records.at(-1)?.link?.seq ?? 0,
      basis,
      line: JSON.stringify(line),
      view: JSON.stringify(view),
      deadlines: deadlines.map(({ dueAt, line: text }) => ({ dueAt, text: JSON.stringify(text) })),
    });
    await reader.breathe();
  }
  return rows;
};
