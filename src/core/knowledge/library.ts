import type { Drill, DrillMethod } from '../readiness/drill.ts';
import type { Readiness } from '../readiness/readiness.ts';
import type { Helper, SourcedDisagreement } from '../response/helper.ts';
import type { LevelMeaning, Metrics, OtherScale, Taxonomy } from '../response/taxonomy.ts';

/** What is looked up on quiet days or beside the plans. No phone needs it to decide, so it loads by itself. */
export type Library = {
  readonly readiness: Readiness;
  readonly drills: readonly Drill[];
  readonly drillMethod: DrillMethod;
  readonly taxonomy: Taxonomy;
  readonly metrics: Metrics;
  readonly levels: readonly LevelMeaning[];
  readonly scales: readonly OtherScale[];
  readonly helpers: readonly Helper[];
  readonly disagreements: readonly SourcedDisagreement[];
};
