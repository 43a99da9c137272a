import type { FactId } from '../facts/fact.ts';
import type { Text } from '../knowledge/text.ts';

/** A line with words that people said or wrote, as a report would tell it. */
export type Candidate = { readonly entry: string; readonly text: Text };

/** What the record or the card says for a field: lines, where they come from, and what is missing. */
export type RecordText = {
  readonly lines: readonly Text[];
  readonly entries: readonly string[];
  readonly facts: readonly FactId[];
  readonly open: readonly FactId[];
  /** The words of people that could stand here: somebody has to choose them. */
  readonly candidates: readonly Candidate[];
  /** Words were to stand here and are erased or withheld. */
  readonly wordless: boolean;
};

/** The record says nothing of this field. */
export const nothing: RecordText = { lines: [], entries: [], facts: [], open: [], candidates: [], wordless: false };
