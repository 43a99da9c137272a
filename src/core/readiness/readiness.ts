import type { Source, Text } from '../knowledge/text.ts';

/** How often something is looked at again. Without months it hangs on an event alone, which `words` names. */
export type Rhythm = { readonly months?: number; readonly days?: number; readonly words: Text };

/** One thing to have ready on a quiet day, R-01 … R-30: what good looks like, and how it is proved. */
export type ReadinessCheck = {
  readonly id: string;
  readonly what: Text;
  readonly good: Text;
  readonly proof: Text;
  readonly every: Rhythm;
  /** Blocks, cases, forms, drills, directory entries and desks that it is about. */
  readonly see?: readonly string[];
  readonly sources: readonly Source[];
};

/** A measure of maturity that others publish. */
export type Yardstick = { readonly id: string; readonly name: Text; readonly says: Text; readonly sources: readonly Source[] };

/** Quiet days: what to have ready, how it is scored, and the measures of others. */
export type Readiness = {
  readonly checks: readonly ReadinessCheck[];
  /** What counts as ready. */
  readonly scoring: Text;
  readonly yardsticks: readonly Yardstick[];
  /** What matters most where one person is the whole IT department, the first first. */
  readonly alone: readonly Text[];
};
