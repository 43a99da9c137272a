import type { FactId } from '../facts/fact.ts';
import type { Text } from '../knowledge/text.ts';

/** What the record or the card says for a field: lines, where they come from, and what is missing. */
export type RecordText = {
  readonly lines: readonly Text[];
  readonly entries: readonly string[];
  readonly facts: readonly FactId[];
  readonly open: readonly FactId[];
  /** Words were to stand here and are erased or withheld. */
  readonly wordless: boolean;
};

/** The record says nothing of this field. */
export const nothing: RecordText = { lines: [], entries: [], facts: [], open: [], wordless: false };
