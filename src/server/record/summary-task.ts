import { summariseIncident } from '../../app/index.ts';
import type { Card, Kept } from '../../core/index.ts';
import type { ReaderTask } from './reader.ts';
import { RecordTrouble } from './record-trouble.ts';
import { keptOf, prepareStatements } from './statements.ts';

export type SummaryAsk = {
  readonly logs: readonly string[];
  readonly card: Card;
  /** Names the knowledge and the card that they were computed from. */
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

export type SummaryAnswer = {
  readonly rows: readonly SummaryRow[];
  /** Logs with a damaged row: why they cannot be summarised. */
  readonly unreadable: readonly { readonly log: string; readonly why: string }[];
};

/** Computes what lists and views show of some logs. One that is damaged keeps none of the others back. */
export const summariseTask: ReaderTask<SummaryAsk, SummaryAnswer> = async (reader, { logs, card, basis }) => {
  const read = prepareStatements(reader.db, reader.organisation);
  const rows: SummaryRow[] = [];
  const unreadable: { log: string; why: string }[] = [];
  for (const log of logs) {
    const shelf = read.log(log);
    if (!shelf) continue;
    let records: readonly Kept[];
    try {
      records = read.linked(shelf.key, 0, -1).map(keptOf);
    } catch (error) {
      if (!(error instanceof RecordTrouble)) throw error;
      unreadable.push({ log, why: error.message });
      continue;
    }
    const { line, view, deadlines } = summariseIncident(reader.bundle, card, log, records);
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
  return { rows, unreadable };
};
