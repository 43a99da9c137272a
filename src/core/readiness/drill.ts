import type { Source, Text } from '../knowledge/text.ts';

/** Something that happens at a minute of a drill, what a good answer is, and how many points it is worth. */
export type Inject = {
  readonly at: number;
  readonly says: Text;
  readonly good: Text;
  /** 1 or 2 points where the good answer came. */
  readonly points: 1 | 2;
  /** What earns nothing. */
  readonly poor?: Text;
};

/** A table-top exercise, D-01 … D-07. */
export type Drill = {
  readonly id: string;
  readonly title: Text;
  readonly lead: Text;
  readonly minutes: number;
  /** Cases and readiness checks that it practises. */
  readonly about: readonly string[];
  readonly injects: readonly Inject[];
  /** What the one who leads the drill asks before anything else. */
  readonly traps: readonly Text[];
  readonly success: readonly Text[];
  readonly sources: readonly Source[];
};

/** How any drill is run. */
export type DrillMethod = {
  readonly steps: readonly Text[];
  readonly fog: readonly Text[];
  readonly donts: readonly Text[];
  readonly sources: readonly Source[];
};
