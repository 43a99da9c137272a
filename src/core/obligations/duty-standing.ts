import type { Obligation } from './assessment.ts';

/** Where a duty stands: `presumed` is listed as needed until an exclusion is confirmed. */
export type DutyStanding = 'yes' | 'presumed' | 'unknown' | 'no';

/** One word for what was decided about a duty. */
export const standingOf = ({ applies, presumed }: Pick<Obligation, 'applies' | 'presumed'>): DutyStanding =>
  presumed ? 'presumed' : applies;
