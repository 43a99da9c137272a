import type { Obligation } from '../../../core/index.ts';
import { limitAt } from './zone-time.ts';

export type Limit = { readonly moment: string; readonly zone: string };

/** The first date of all these duties, target or limit; undefined while none has one. */
export const earliestLimit = (duties: readonly Obligation[]): Limit | undefined =>
  duties
    .flatMap(({ stages, rule }) =>
      stages.flatMap((s) =>
        (s.filed === null ? [s.target, s.latest] : []).flatMap((moment) => (moment === null ? [] : [{ moment, zone: rule.zone }])),
      ),
    )
    .sort((a, b) => limitAt(a.moment, a.zone) - limitAt(b.moment, b.zone))[0];
