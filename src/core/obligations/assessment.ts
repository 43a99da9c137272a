import type { FactId, Known } from '../facts/fact.ts';
import type { Source, Text } from '../knowledge/text.ts';
import type { FormOffered } from './common-form.ts';
import type { OfficeFound } from './office.ts';
import type { Rule, Strength } from './rule.ts';
import type { Why } from './evaluate.ts';

export type Verdict = 'yes' | 'no' | 'unknown';

/** One dated step of an obligation. Dates without a time are `YYYY-MM-DD`, dates with one RFC 3339 with offset. */
export type DueStage = {
  readonly id: string;
  readonly label: Text;
  readonly closes: boolean;
  /** What starts the clock: `situation`, or a fact. */
  readonly startsBy: 'situation' | FactId;
  /** The instant or day the count runs from; null while an act that starts it has not happened. */
  readonly start: string | null;
  readonly started: boolean;
  /** The start was not stated: the earliest moment anyone noticed stands in for it. */
  readonly assumed: boolean;
  readonly target: string | null;
  readonly latest: string | null;
  /** When the stage was filed, as it was said; null while it is not. A filed stage is never overdue. */
  readonly filed: string | null;
  /** A later, arguable limit, with its article. Never instead of `latest`. */
  readonly outer: { readonly latest: string; readonly cite: string } | null;
  readonly alternatives: readonly { readonly if: Text; readonly latest: string | null }[];
  /** Reaches beyond what is officially known of the calendar. */
  readonly provisional: boolean;
  readonly strength: Strength;
  /** The derivation, one thought a line. */
  readonly steps: readonly Text[];
  /** Why there is no date, when `latest` is null. */
  readonly undated: Text | null;
  readonly cite: string;
};

/** Who receives. `check`: what the texts read leave open about it. `office`: the desk of the place, where the recipient has several. */
export type Addressee = {
  readonly id: string;
  readonly label: Text;
  readonly why: Text;
  readonly certain: boolean;
  readonly check?: Text;
  readonly sources?: readonly Source[];
  readonly office?: OfficeFound;
};

/** A rule as it bears on this incident. */
export type Obligation = {
  readonly rule: Rule;
  readonly applies: Verdict;
  /** Open only because an exclusion (or the governing day) is open: listed as needed until it is lifted. */
  readonly presumed: boolean;
  /** False where no text of the rule was in force on the governing day. */
  readonly inForce: boolean;
  readonly governedOn: string | null;
  readonly why: Why;
  /** One sentence. */
  readonly because: Text;
  /** The dispositive conditions, with citations. */
  readonly path: readonly { readonly text: Text; readonly cite: string }[];
  readonly cites: readonly string[];
  readonly missing: readonly FactId[];
  /** While presumed: the exclusions that would lift it. */
  readonly liftedBy: readonly { readonly text: Text; readonly cite: string; readonly facts: readonly FactId[] }[];
  /** For a no: the single facts that, answered otherwise, would make it yes. */
  readonly flippedBy: readonly { readonly fact: FactId; readonly to: Known }[];
  readonly recipients: readonly Addressee[];
  /** Forms of the ministries that its recipients also take. */
  readonly commonForms: readonly FormOffered[];
  readonly stages: readonly DueStage[];
};

/** A question worth asking now. `settles` are the rules that some answer would settle. */
export type Asked = {
  readonly fact: FactId;
  readonly score: number;
  readonly settles: readonly string[];
  readonly touches: readonly string[];
};

export type Difference = { readonly fact: FactId; readonly stated: Known; readonly implied: Known };

export type Assessment = {
  readonly bundle: { readonly version: string; readonly hash: string };
  /** The civil day whose law governs: that of the fact that starts the clock; null while no start is known. */
  readonly governedOn: string | null;
  readonly obligations: readonly Obligation[];
  readonly questions: readonly Asked[];
  /** Stated answers that differ from what other answers imply. */
  readonly differences: readonly Difference[];
};
