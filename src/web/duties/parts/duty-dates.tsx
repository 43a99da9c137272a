import type { ReactNode } from 'react';
import type { Obligation } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import { strengths } from '../../strengths.ts';
import { type StageView, stageViews } from '../view/stage-view.ts';
import { useSetting } from './setting.ts';

/** By when: the first stage large, the others below it. */
export const DutyDates = ({ duty }: { readonly duty: Obligation }): ReactNode => {
  const { say, reader } = useSetting();
  const stages = stageViews(duty, reader);
  const late = duty.stages.filter((s) => stages.some((v) => v.id === s.id && v.late));
  return (
    <div className="due">
      {stages.map((stage, i) => (
        <StageDate key={stage.id} stage={stage} first={i === 0} />
      ))}
      {late.length > 0 && <p className="late">{say(messages.overdueDo)}</p>}
      {duty.stages.some((s) => s.strength === 'unconfirmed' && s.latest) && <p className="soft">{say(messages.unconfirmed)}</p>}
      {duty.stages.some((s) => s.assumed && s.latest) && <p className="soft">{say(messages.assumed)}</p>}
      {duty.stages.some((s) => s.provisional && s.latest) && <p className="soft">{say(messages.provisional)}</p>}
    </div>
  );
};

/** What the date is of, and in a mark of its own whether it is a limit, a yardstick, or one to be confirmed. */
export const StageName = ({ stage }: { readonly stage: StageView }): ReactNode => {
  const { say } = useSetting();
  return (
    <span className={stage.lead ? 'stage-name maybe' : 'stage-name'}>
      {stage.lead && <span>{stage.lead}</span>} <span>{stage.label}</span>{' '}
      {stage.strength && <b className={`kind ${stage.strength}`}>{say(strengths[stage.strength])}</b>}
    </span>
  );
};

const StageDate = ({ stage, first }: { readonly stage: StageView; readonly first: boolean }): ReactNode => (
  <div
    className={`stage${first ? ' first' : ''}${stage.late ? ' overdue' : ''}${stage.wordy ? ' wordy' : stage.date.length > 14 ? ' long' : ''}`}
  >
    <p>
      <StageName stage={stage} />
    </p>
    <p className="date">{stage.moment ? <time dateTime={stage.moment}>{stage.date}</time> : stage.date}</p>
    {stage.notes.map((note, i) => (
      <p key={note} className={i === 0 ? 'left' : 'soft'}>
        {note}
      </p>
    ))}
  </div>
);
