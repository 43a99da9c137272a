import { readSaid, withoutZone } from '../log/said-at.ts';
import type { Place } from '../log/incident.ts';
import { msOf } from '../time/temporal.ts';
import type { AnswerId, Rung } from './playbook.ts';

export type PlaceState = 'symptoms' | 'none' | 'not-asked' | 'unknown';

/** A department or site and what people said of it, apart or after one another. */
export type SweepPlace = { readonly id: string; readonly asked: Place['asked'] };

/** One place as it counts. `disputed`: said differently apart; it counts as not known, and as a possible hit where one saw symptoms. */
export type SweepRow = {
  readonly id: string;
  readonly state: PlaceState | 'disputed';
  readonly maybeHit: boolean;
  /** When it was last asked, in milliseconds; absent where nobody asked. */
  readonly askedAt?: number;
  /** When to ask again. Absent where the answer is settled for good. */
  readonly againAt?: number;
};

export type Sweep = {
  readonly rows: readonly SweepRow[];
  readonly counts: Readonly<Record<PlaceState | 'disputed', number>>;
  /** The answer to P-01.B1 that follows from the counts. */
  readonly answer: AnswerId;
  /** The rungs of the ladder that follow, the one to take now first. */
  readonly rungs: readonly Rung['id'][];
  /** Why it is N3: N4 cannot be done, or a second hit is possible while not everything is known. */
  readonly because?: 'n4-blocked' | 'second-hit';
  /** The one place with symptoms, which is counted as the place where it was first found. */
  readonly first?: string;
  /** The next time to ask again, in milliseconds. */
  readonly againAt?: number;
};

/** P-01.B1: what is not known is asked again every 15 minutes. */
export const recheckMinutes = 15;

const timeOf = (statement: Place['asked'][number]): number | undefined => {
  const written = statement.value.askedAt ?? statement.saidAt;
  return readSaid(written)?.moment.timed ? msOf(withoutZone(written)) : undefined;
};

const rowOf = ({ id, asked }: SweepPlace, now: number): SweepRow => {
  const states = [...new Set(asked.map((s) => s.value.state))];
  const [state = 'not-asked'] = states;
  const settled = states.length > 1 ? 'disputed' : state;
  const times = asked.flatMap((s) => timeOf(s) ?? []);
  const askedAt = settled === 'not-asked' || times.length === 0 ? undefined : Math.max(...times);
  const againAt = settled === 'symptoms' ? undefined : askedAt === undefined ? now : askedAt + recheckMinutes * 60_000;
  return {
    id,
    state: settled,
    maybeHit: states.includes('symptoms'),
    ...(askedAt !== undefined && { askedAt }),
    ...(againAt !== undefined && { againAt }),
  };
};

type Branch = Pick<Sweep, 'answer' | 'rungs' | 'because'>;

/**
 * P-01.B1 on counts. Symptoms in several departments: the whole network (N4), or the Internet exit (N3) where N4 endangers
 * life or needs someone who is absent. Everyone asked and at most one hit: that device (N0), or its department where two or
 * more devices show it (N1). Anything else is not known, never "no": the department now (N1), and the exit (N3) as soon as a
 * second hit may be there.
 */
const branchOf = (rows: readonly SweepRow[], n4Blocked: boolean): Branch => {
  const hits = rows.filter((r) => r.state === 'symptoms').length;
  const possible = rows.filter((r) => r.maybeHit).length;
  // Someone else must have been asked: a list that holds only where it was found says nothing about the others.
  const settled = rows.some((r) => r.state === 'none') && rows.every((r) => r.state === 'symptoms' || r.state === 'none');
  if (hits > 1) return n4Blocked ? { answer: 'yes', rungs: ['N3'], because: 'n4-blocked' } : { answer: 'yes', rungs: ['N4'] };
  if (settled) return { answer: 'no', rungs: ['N0', 'N1'] };
  return possible > 1 ? { answer: 'unknown', rungs: ['N3', 'N1'], because: 'second-hit' } : { answer: 'unknown', rungs: ['N1'] };
};

/**
 * Counts who else sees the same, and says which answer to P-01.B1 and which rung of the ladder follow. Not asked and not
 * known never count as "no symptoms". `n4Blocked`: it was recorded that N4 cannot be done.
 */
export const sweepOf = (
  places: readonly SweepPlace[],
  { now, n4Blocked }: { readonly now: number; readonly n4Blocked: boolean },
): Sweep => {
  const rows = places.map((place) => rowOf(place, now));
  const count = (state: SweepRow['state']): number => rows.filter((r) => r.state === state).length;
  const branch = branchOf(rows, n4Blocked);
  const times = branch.answer === 'yes' ? [] : rows.flatMap((r) => r.againAt ?? []);
  const hits = rows.filter((r) => r.state === 'symptoms');
  return {
    rows,
    counts: {
      symptoms: count('symptoms'),
      none: count('none'),
      'not-asked': count('not-asked'),
      unknown: count('unknown'),
      disputed: count('disputed'),
    },
    ...branch,
    ...(hits.length === 1 && hits[0] && { first: hits[0].id }),
    ...(times.length > 0 && { againAt: Math.min(...times) }),
  };
};
