import type { ReactNode } from 'react';
import type { Assessment, Obligation } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import { mergedWith } from '../view/group-obligations.ts';
import { DutyBadge } from './duty-badge.tsx';
import { DutyDates } from './duty-dates.tsx';
import { DutyLaw } from './duty-law.tsx';
import { DutyMore } from './duty-more.tsx';
import { DutyOpen } from './duty-open.tsx';
import { Recipients } from './duty-to.tsx';
import { useSetting } from './setting.ts';

/** One obligation that is needed, or taken as needed: why in a sentence, to whom, by when, and what lies behind a touch away. */
export const Duty = ({ duty, assessment }: { readonly duty: Obligation; readonly assessment: Assessment }): ReactNode => {
  const { say, ofDuty } = useSetting();
  const { rule } = duty;
  const title = `duty-${rule.id}`;
  return (
    <article className="duty" aria-labelledby={title}>
      <DutyBadge duty={duty} />
      <div className="duty-main">
        <h3 id={title}>{say(rule.label)}</h3>
        {duty.presumed ? <DutyOpen duty={duty} assessment={assessment} /> : <p>{say(duty.because)}</p>}
        <Recipients recipients={duty.recipients} />
        {mergedWith(duty, assessment.obligations).map((other) => (
          <p key={other.rule.id} className="soft">
            {say(messages.sameFiling(say(other.rule.label)))}
          </p>
        ))}
        <DutyLaw duty={duty} />
      </div>
      <DutyDates duty={duty} />
      {ofDuty?.(duty)}
      <DutyMore duty={duty} />
    </article>
  );
};
