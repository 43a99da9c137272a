import type { Assessment, Lang } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import { compareVerdicts } from './compare-verdicts.ts';
import { groupObligations, listed } from './group-obligations.ts';
import { type News, sayChanges } from './say-changes.ts';

/** What moved from one assessment to the next, and the counts for those who listen. */
export const newsOf = (before: Assessment, after: Assessment, lang: Lang): News => {
  const { needed, open, not } = groupObligations(after.obligations);
  const tally = messages.tally(needed.length, open.length, not.length)[lang];
  return sayChanges(compareVerdicts(listed(before.obligations), listed(after.obligations)), tally, lang);
};
