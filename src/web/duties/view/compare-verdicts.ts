import type { Level, Obligation, Text } from '../../../core/index.ts';

export type Standing = 'yes' | 'presumed' | 'unknown' | 'no';

const standingOf = (o: Pick<Obligation, 'applies' | 'presumed'>): Standing => (o.presumed ? 'presumed' : o.applies);

/** How one obligation moved. `flipped`: a settled answer became the opposite one, which only a correction can do. */
export type Change = {
  readonly id: string;
  readonly label: Text;
  readonly level: Level;
  readonly from: Standing;
  readonly to: Standing;
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
