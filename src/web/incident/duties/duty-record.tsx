import type { ReactNode } from 'react';
import { type DutyStage, isSettled, withoutZone } from '../../../core/index.ts';
import { useSetting } from '../../duties/parts/setting.ts';
import { sayDay, sayMoment } from '../../duties/view/say-date.ts';
import { FileForm } from '../draft/file-form.tsx';
import { useIncident } from '../setting.ts';
import { messages } from './messages.ts';
import { WaiveForm } from './waive-form.tsx';

/** What was done about a duty: filings, decisions not to report; and the ways to add one. */
export const DutyRecord = ({ rule }: { readonly rule: string }): ReactNode => {
  const { duties, response, id } = useIncident();
  const { say } = useSetting();
  const duty = duties.duties.find((d) => d.obligation.rule.id === rule);
  if (!duty || duty.obligation.applies === 'no') return null;
  const form = response.forms.find((f) => f.obligations?.includes(rule));
  const open = duty.stages.filter((s) => !isSettled(s));
  return (
    <div className="duty-record">
      {duty.stages.map((stage) => (
        <StageRecord key={stage.stage.id} of={stage} />
      ))}
      {form && (
        <p>
          <a href={`#${id}/draft`}>{say(messages.toDraft)}</a>
        </p>
      )}
      {!form && open[0] && (
        <details>
          <summary>{say(messages.fileIt)}</summary>
          <FileForm obligation={rule} stages={open.map((s) => s.stage)} />
        </details>
      )}
      {open.length > 0 && (
        <details>
          <summary>{say(messages.waive)}</summary>
          <WaiveForm obligation={rule} stages={open.map((s) => s.stage)} whole={open.length === duty.stages.length} />
        </details>
      )}
    </div>
  );
};

const StageRecord = ({ of: { stage, filing, waiver, waiverIsOld, beforeKnown } }: { readonly of: DutyStage }): ReactNode => {
  const { wordsOf, incident } = useIncident();
  const { say, reader, askFor } = useSetting();
  if (filing) {
    const number = wordsOf(filing.value.receipt);
    return (
      <>
        <p className="done-line">
          ✓ {say(messages.filedLine(say(stage.label), sayMoment(withoutZone(filing.value.filedAt), reader, incident.zone)))}
          {number !== undefined && <span className="soft"> {say(messages.receipt(number))}</span>}
        </p>
        {beforeKnown && (
          <p className="advice">
            {say(messages.beforeKnown)}{' '}
            <button type="button" className="link" onClick={() => askFor('knownAt')}>
              {say(messages.checkKnown)}
            </button>
          </p>
        )}
      </>
    );
  }
  if (!waiver) return null;
  const { reason, decidedBy, decidedOn } = waiver.value;
  const gone = say(messages.wordsGone);
  return (
    <div className="waived">
      <p>
        <b>
          {say(stage.label)}：{say(messages.waived)}
        </b>
      </p>
      <p>{wordsOf(reason) ?? gone}</p>
      <p className="soft">{say(messages.waivedLine(wordsOf(decidedBy) ?? gone, sayDay(decidedOn, reader)))}</p>
      {waiverIsOld && <p className="advice">{say(messages.waivedOld)}</p>}
    </div>
  );
};
