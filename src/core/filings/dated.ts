import type { FactId, Known } from '../facts/fact.ts';
import type { Filing, Incident, Waiver } from '../log/incident.ts';
import { placeInTime, readSaid } from '../log/said-at.ts';
import type { Picture } from '../obligations/assess.ts';
import { type Moment, momentOf, orderOf } from '../time/moment.ts';

const dayMs = 86_400_000;

/** What names a day after it was said is only planned. */
const isPast = (moment: Moment, saidAt: string): boolean => {
  const said = readSaid(saidAt);
  return said !== undefined && orderOf(moment, 'Etc/GMT-14') <= orderOf(said.moment, 'UTC') + dayMs;
};

/** A filing that has taken place. */
export const isDone = ({ value, saidAt }: Filing): boolean => {
  const filed = readSaid(value.filedAt);
  return filed !== undefined && isPast(filed.moment, saidAt);
};

/** An act (a report was filed, …) or a knowing that somebody dated ahead is a plan too: as a fact it has not happened. */
export const withoutPlans = (starts: ReadonlySet<FactId>, picture: Picture, { facts }: Incident): Picture => {
  const isPlan = (fact: FactId, known: Known): boolean => {
    const moment = starts.has(fact) ? momentOf(known) : undefined;
    const said = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
    return moment !== undefined && said !== undefined && !said.some((s) => isPast(moment, s.saidAt));
  };
  return { ...picture, facts: Object.fromEntries(Object.entries(picture.facts).filter(([fact, known]) => !isPlan(fact, known))) };
};

/** A decision dated after it was said is only planned. */
export const isDecided = ({ value, saidAt }: Waiver): boolean => {
  const decided = readSaid(value.decidedOn);
  return decided !== undefined && isPast(decided.moment, saidAt);
};

/**
 * A report that was sent before anyone in the organisation had noticed: one of the two moments is wrong, and the record
 * cannot say which. A day without a time ends after its last hour, in the incident's zone.
 */
export const isBeforeKnown = (filedAt: string | null, known: Known | undefined, zone: string): boolean => {
  const first = typeof known === 'object' && 'after' in known ? known.after : known;
  const filed = filedAt === null ? undefined : readSaid(filedAt);
  if (filedAt === null || !filed || typeof first !== 'string') return false;
  return placeInTime(filedAt, zone) + (filed.moment.timed ? 0 : dayMs - 1) < placeInTime(first, zone);
};
