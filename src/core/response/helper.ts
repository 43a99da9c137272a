import type { Source, Text } from '../knowledge/text.ts';
import type { AnswerId } from './playbook.ts';

/** Where an answer leads: to the next question, or to what to do. */
export type HelperTurn = { readonly ask: string } | { readonly do: string };

export type HelperQuestion = { readonly id: string; readonly ask: Text; readonly howToTell: Text } & Readonly<Record<AnswerId, HelperTurn>>;

/** What to do at the end of a walk. */
export type HelperOutcome = {
  readonly id: string;
  readonly do: Text;
  readonly why: Text;
  readonly who: Text;
  readonly dont?: Text;
  /** The rung of the ladder that it is. */
  readonly rung?: 'N0' | 'N1' | 'N2' | 'N3' | 'N4';
  /** It loses or breaks something for good: never reached by "not known" alone. */
  readonly costly?: true;
};

/** One line of an order or one condition of a gate. */
export type HelperLine = {
  readonly id: string;
  readonly text: Text;
  readonly detail?: Text;
  readonly lostWhen?: Text;
  readonly who?: Text;
};

/**
 * Something to decide or to go through in order, by itself and outside any plan. `tree`: questions that end in what to do.
 * `order`: lines from the first to the last. `gate`: every line must hold; one that is not known does not.
 */
export type Helper = {
  readonly id: string;
  readonly kind: 'tree' | 'order' | 'gate';
  readonly title: Text;
  readonly lead: Text;
  /** The common block that tells the same in words. */
  readonly block: string;
  readonly start?: string;
  readonly questions?: readonly HelperQuestion[];
  readonly outcomes?: readonly HelperOutcome[];
  readonly lines?: readonly HelperLine[];
  /** Who opens the gate. */
  readonly approvedBy?: Text;
  readonly rules: readonly Text[];
  readonly disagreement?: string;
  readonly sources: readonly Source[];
};

/**
 * Where sources disagree: who says what, and the safest default. `short` is the same in a sentence or two, for the cases
 * that share it (`in`).
 */
export type SourcedDisagreement = {
  readonly id: string;
  readonly question: Text;
  readonly short?: Text;
  readonly in?: readonly string[];
  readonly positions: readonly { readonly who: Text; readonly says: Text; readonly source: Source; readonly obsolete?: true }[];
  readonly safest: Text;
  readonly why: Text;
  /** Blocks, helpers, cases and forms where the default stands. */
  readonly see: readonly string[];
};
