import type { ReactNode } from 'react';
import type { DueStage, Obligation } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import { strengths } from '../../strengths.ts';
import { sayMoment } from '../view/say-date.ts';
import { Cite } from './cite.tsx';
import { useSetting } from './setting.ts';

/** How each date came about: start, way of counting, closed days, and what else it could be. */
export const DutySteps = ({ duty }: { readonly duty: Obligation }): ReactNode =>
  duty.stages.map((stage) => <StageSteps key={stage.id} stage={stage} zone={duty.rule.zone} />);

const StageSteps = ({ stage, zone }: { readonly stage: DueStage; readonly zone: string }): ReactNode => {
  const { say, reader } = useSetting();
  const date = (moment: string): string => sayMoment(moment, reader, zone);
  return (
    <section>
      <h4>
        {say(stage.label)}{' '}
        <span className="soft">
          <Cite text={stage.cite} />
        </span>
      </h4>
      {stage.undated && <p>{say(stage.undated)}</p>}
      {stage.steps.length > 0 && (
        <ol className="steps-of">
          {stage.steps.map((step) => (
            <li key={step.ja}>{say(step)}</li>
          ))}
        </ol>
      )}
      {stage.latest && (
        <p>
          <b>
            {say(strengths[stage.strength])} {date(stage.latest)}
          </b>
        </p>
      )}
      {stage.alternatives.map((other) => (
        <p key={other.if.ja}>{other.latest && say(messages.otherwise(say(other.if), date(other.latest)))}</p>
      ))}
      {stage.outer && <p>{say(messages.outer(date(stage.outer.latest), stage.outer.cite))}</p>}
    </section>
  );
};
