import type { FactId, Known } from '../facts/fact.ts';
import type { Grade, Source, Text } from '../knowledge/text.ts';
import type { Convention } from '../time/convention.ts';

/** A condition of the law. Every leaf can carry its own citation; `unless` marks a proviso, kept apart as statutes keep it. */
export type Cond =
  | { readonly op: 'all' | 'any'; readonly of: readonly Cond[]; readonly cite?: string; readonly label?: Text; readonly term?: string }
  | { readonly op: 'not'; readonly of: Cond; readonly cite?: string; readonly unless?: true; readonly label?: Text; readonly term?: string }
  | { readonly op: 'term'; readonly term: string; readonly cite?: string }
  | {
      readonly op: 'test';
      readonly fact: FactId;
      readonly rel: Rel;
      readonly value: boolean | number | string | readonly string[];
      readonly cite?: string;
    };

/** `is` yes-no · `in` one-of · `has` some-of · the rest numbers. */
export type Rel = 'is' | 'in' | 'has' | '>' | '>=' | '<' | '<=';

export type Level = 'mandatory' | 'expected' | 'contractual' | 'voluntary';
export type Strength = 'statutory' | 'guideline' | 'contract' | 'practice' | 'unconfirmed';

/** A named condition whose text may change with time. A version lasts until the next. */
export type Term = {
  readonly id: string;
  readonly label: Text;
  readonly cite: string;
  readonly versions: readonly { readonly from: string | null; readonly cond: Cond }[];
};

/** One candidate date of a stage. The first whose `if` is satisfied stands; the last has none (`else`). */
export type DueChoice = {
  readonly if?: Cond;
  /** `situation`, or the fact that starts the clock. */
  readonly start: 'situation' | FactId;
  readonly convention: Convention;
  /** A later, arguable limit shown below the strict one with its article. */
  readonly outer?: { readonly convention: Convention; readonly cite: string };
  /**
   * An earlier date we advise; one may stand beside a word of the law. `last-open-day`: the last open day on or before the day
   * counted, before any roll-over. `open-day-before`: the last open day before it, safe also where the first day counts.
   */
  readonly target?: { readonly convention: Convention; readonly cite: string } | 'last-open-day' | 'open-day-before';
  readonly strength: Strength;
  readonly cite: string;
  readonly grade: Grade;
};

export type Stage = {
  readonly id: string;
  readonly label: Text;
  /** Must be filed or decided against before an incident may close. */
  readonly closes: boolean;
  /** The act fact that says when this stage was filed; once stated, the stage is met. */
  readonly filedBy?: FactId;
  readonly choices: readonly DueChoice[];
};

/** Who receives; delegation changes this, never the answer. Without `if` it stands when no other is certain. */
export type RecipientChoice = { readonly to: string; readonly if?: Cond; readonly why: Text };

export type Rule = {
  readonly id: string;
  readonly instrument: string;
  readonly label: Text;
  readonly level: Level;
  readonly cite: string;
  readonly from: string;
  readonly until?: string;
  readonly calendar: string;
  readonly zone: string;
  readonly recipients: readonly RecipientChoice[];
  readonly when: Cond;
  readonly unless?: Cond;
  readonly stages: readonly Stage[];
  readonly sources: readonly Source[];
  /** The same filing as another rule: screens show one line. */
  readonly mergedInto?: string;
  /** How it is submitted, and what is not sure, in plain words. */
  readonly how: Text;
  readonly caveats: readonly Text[];
  readonly aliases?: readonly string[];
};

/**
 * A fact that follows from others; an explicit answer wins. `same` copies the value of another fact. `atLeast`: the copied
 * number is a floor (a maximum cannot lie below the count), so the larger of the two stands.
 */
export type Implication = {
  readonly if: Cond | { readonly known: FactId };
  readonly then: { readonly fact: FactId; readonly value: Known | { readonly same: FactId } };
  readonly atLeast?: true;
};

/** A change of law that is enacted and not yet in force. It changes no answer; a preview names it. */
export type PendingChange = {
  readonly id: string;
  readonly label: Text;
  readonly effect: Text;
  /** Day it takes effect; null while no order fixed it, then `latest` bounds it. */
  readonly from: string | null;
  readonly latest?: string;
  readonly touches: readonly string[];
  readonly sources: readonly Source[];
};

/** A change of the law, or of how an authority takes reports, that is in force. `moves`: whose answers differ before and after it. */
export type LawChange = {
  readonly id: string;
  readonly from: string;
  readonly label: Text;
  readonly what: Text;
  readonly moves: readonly { readonly rules: readonly string[]; readonly how: Text }[];
  readonly sources: readonly Source[];
};

export type RuleBase = {
  readonly terms: readonly Term[];
  readonly rules: readonly Rule[];
  readonly pending: readonly PendingChange[];
};

/** The texts in force on one day: terms resolved to that day's version, rules that apply then. */
export type Law = {
  readonly on: string;
  readonly terms: ReadonlyMap<string, { readonly cond: Cond; readonly label: Text; readonly cite: string }>;
  readonly rules: readonly Rule[];
};
