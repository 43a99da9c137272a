import { type DutyStanding, type Level, type Obligation, standingOf, type Text } from '../../../core/index.ts';

/** How one obligation moved. `flipped`: a settled answer became the opposite one, which only a correction can do. */
export type Change = {
  readonly id: string;
  readonly label: Text;
  readonly level: Level;
  readonly from: DutyStanding;
  readonly to: DutyStanding;
  readonly flipped: boolean;
};

/** What moved between two assessments, in the order of the later one. */
export const compareVerdicts = (before: readonly Obligation[], after: readonly Obligation[]): readonly Change[] => {
  const was = new Map(before.map((o) => [o.rule.id, standingOf(o)]));
  return after.flatMap((o) => {
    const from = was.get(o.rule.id);
    const to = standingOf(o);
    if (from === undefined || from === to) return [];
    const flipped = (from === 'yes' && to === 'no') || (from === 'no' && to !== 'no' && to !== 'unknown');
    return [{ id: o.rule.id, label: o.rule.label, level: o.rule.level, from, to, flipped }];
  });
};
