import { type Duties, type DutyStage, isSettled, type Obligation } from '../../../core/index.ts';
import { limitAt } from '../../duties/view/zone-time.ts';

/** The deadline to look at first. `needed` false: the duty is not decided, this is its date if it applies. */
export type NextDeadline = {
  readonly obligation: Obligation;
  readonly stage: DutyStage['stage'];
  readonly needed: boolean;
  /** The earlier, advised date, where it is still ahead. */
  readonly target: string | undefined;
  readonly latest: string;
  readonly late: boolean;
};

type Dated = NextDeadline & { readonly at: number; readonly limit: number };

const dated = ({ duties }: Duties, now: number): Dated[] =>
  duties
    .filter(({ obligation: o }) => o.applies !== 'no' && o.rule.mergedInto === undefined && o.rule.level !== 'voluntary')
    .flatMap(({ obligation, stages }) =>
      stages.flatMap((s) => {
        const { stage } = s;
        if (stage.latest === null || isSettled(s)) return [];
        const { zone } = obligation.rule;
        const target = stage.target !== null && limitAt(stage.target, zone) > now ? stage.target : undefined;
        const limit = limitAt(stage.latest, zone);
        const needed = obligation.applies === 'yes' || obligation.presumed;
        const at = limitAt(target ?? stage.latest, zone);
        return [{ obligation, stage, needed, target, latest: stage.latest, late: limit <= now, at, limit }];
      }),
    );

/** The earliest date of a stage that is neither filed nor decided against: of what is needed, else of what may be. */
export const nextDeadline = (duties: Duties, now: number): NextDeadline | undefined => {
  const all = dated(duties, now).sort((a, b) => a.at - b.at);
  return all.find((d) => d.needed) ?? all[0];
};

/** The earliest limit of what is not decided yet, if it applies. */
export const earliestMaybe = (duties: Duties, now: number): NextDeadline | undefined =>
  dated(duties, now)
    .filter((d) => !d.needed)
    .sort((a, b) => a.limit - b.limit)[0];
