import type { DueStage, Obligation, Text } from '../../../core/index.ts';
import { isNeeded, listed } from './group-obligations.ts';
import { civilOf, isTimed, limitAt } from './zone-time.ts';

/** What a date is: our earlier target, a guideline's yardstick, a limit in law or contract, one whose text was not read, another possible limit. */
export type PointKind = 'target' | 'guide' | 'limit' | 'unconfirmed' | 'alternative';

/** One date of one obligation. `maybe`: the obligation is not settled. */
export type Point = {
  readonly duty: Obligation;
  readonly stage: DueStage;
  readonly kind: PointKind;
  readonly moment: string;
  readonly maybe: boolean;
  readonly late: boolean;
  /** For an alternative: when it would hold. */
  readonly if?: Text;
};

/** The dates that fall on one day of the reader's calendar. */
export type PointDay = { readonly date: string; readonly points: readonly Point[] };

const kindOf = ({ strength }: Pick<DueStage, 'strength'>): Exclude<PointKind, 'target' | 'alternative'> =>
  strength === 'unconfirmed' ? 'unconfirmed' : strength === 'guideline' || strength === 'practice' ? 'guide' : 'limit';

const pointsOf = (duty: Obligation, now: number): readonly Point[] =>
  duty.stages.flatMap((stage) => {
    const make = (kind: PointKind, moment: string | null | undefined, more?: Text): readonly Point[] =>
      moment
        ? [
            {
              duty,
              stage,
              kind,
              moment,
              maybe: !isNeeded(duty),
              late: stage.filed === null && limitAt(moment, duty.rule.zone) <= now,
              ...(more && { if: more }),
            },
          ]
        : [];
    return [
      ...make('target', stage.target === stage.latest ? null : stage.target),
      ...make(kindOf(stage), stage.latest),
      ...stage.alternatives.filter((a) => a.latest !== stage.latest).flatMap((a) => make('alternative', a.latest, a.if)),
    ];
  });

/** Every date of what is needed or still open, by day. */
export const datePoints = (obligations: readonly Obligation[], now: number, zone: string): readonly PointDay[] => {
  const days = new Map<string, Point[]>();
  for (const duty of listed(obligations)) {
    if (duty.applies === 'no') continue;
    for (const point of pointsOf(duty, now)) {
      const date = isTimed(point.moment) ? civilOf(Date.parse(point.moment), zone).date : point.moment;
      days.set(date, [...(days.get(date) ?? []), point]);
    }
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([date, points]) => ({ date, points }));
};

/**
 * The days that fit on a line: those of needed obligations before those of open ones, earlier before later, alternatives
 * last; given back in the order of time.
 */
export const daysForLine = (days: readonly PointDay[], most: number): readonly PointDay[] => {
  const weight = ({ points }: PointDay): number =>
    points.some((p) => !p.maybe && p.kind !== 'alternative') ? 0 : points.some((p) => p.kind !== 'alternative') ? 1 : 2;
  const kept = new Set([...days].sort((a, b) => weight(a) - weight(b)).slice(0, most));
  return days.filter((d) => kept.has(d));
};
