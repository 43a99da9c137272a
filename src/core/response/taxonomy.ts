import type { Source, Text } from '../knowledge/text.ts';
import type { SeverityLevel } from './severity-scale.ts';

/** A list of names that others sort incidents by. `names` keep the words of the scheme; they are never translated there. */
export type Scheme = {
  readonly id: string;
  readonly title: Text;
  readonly names: readonly { readonly id: string; readonly name: string; readonly label: Text }[];
  readonly note?: Text;
  readonly sources: readonly Source[];
};

/** How the cases of this product are called in each scheme: names of the scheme, or what to write where none fits. */
export type CaseNames = {
  readonly cases: readonly string[];
  readonly rsit: readonly { readonly class: string; readonly type?: string }[];
  readonly jpcert: readonly string[];
  readonly threats: readonly string[];
  readonly note?: Text;
};

export type Taxonomy = { readonly schemes: readonly Scheme[]; readonly cases: readonly CaseNames[]; readonly sources: readonly Source[] };

/** A time or a share that is measured, and what it must not be read as. */
export type Metric = {
  readonly id: string;
  readonly name: Text;
  readonly means: Text;
  /** A span of time runs from one moment to another. */
  readonly from?: Text;
  readonly to?: Text;
  readonly caution?: Text;
};

export type Metrics = { readonly metrics: readonly Metric[]; readonly rules: readonly Text[]; readonly sources: readonly Source[] };

/** A level of severity: who acts and how soon, and the signs that no question asks, so that only a person sees them. */
export type LevelMeaning = { readonly id: SeverityLevel; readonly name: Text; readonly who: Text; readonly seen: readonly Text[] };

/** A scale of severity that others use. */
export type OtherScale = {
  readonly id: string;
  readonly name: Text;
  readonly levels: Text;
  readonly use: Text;
  readonly sources: readonly Source[];
};
