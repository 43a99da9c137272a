import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useSetting } from '../../duties/parts/setting.ts';
import { useDraft } from '../../duties/parts/use-draft.ts';
import { sayAnswer } from '../../duties/view/say-answer.ts';
import { sayDay } from '../../duties/view/say-date.ts';
import { useIncident } from '../setting.ts';
import { messages } from './messages.ts';
import { typedIn } from './shelf.ts';
import type { RecordedCheck } from './use-recorded-check.ts';

/** What was answered and not recorded yet, and the one touch that records all of it. */
export const RecordBar = ({ check }: { readonly check: RecordedCheck }): ReactNode => {
  const { id } = useIncident();
  const { say, askFor } = useSetting();
  const [reason, setReason, dropReason] = useDraft(`${typedIn(id)}.reason`, () => '');
  const [missing, setMissing] = useState(false);
  const errorId = useId();
  const { pending, corrections, act } = check;
  const n = Object.keys(pending).length;
  if (n === 0) return null;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (corrections.length > 0 && reason.trim() === '') return setMissing(true);
    if (!(await check.record(reason))) return;
    setReason('');
    dropReason();
  };
  const discard = (): void => {
    act({ do: 'forget' });
    askFor(undefined);
  };
  return (
    <form className="record-bar" onSubmit={(event) => void submit(event)} noValidate>
      <p role="status">{say(messages.notRecorded(n))}</p>
      <details>
        <summary>{say(messages.seePending(n))}</summary>
        <PendingRows check={check} />
        <button type="button" className="tool" onClick={discard}>
          {say(messages.discard)}
        </button>
      </details>
      {corrections.length > 0 && (
        <label className="field">
          <span>{say(messages.whyCorrect(corrections.length))}</span>
          <input
            type="text"
            value={reason}
            required
            aria-invalid={missing}
            aria-describedby={errorId}
            onChange={(event) => {
              setMissing(false);
              setReason(event.target.value);
            }}
          />
        </label>
      )}
      <p className="error" id={errorId} role="alert">
        {missing && say(messages.reasonMissing)}
      </p>
      <button type="submit" className="btn main">
        {say(messages.record(n))}
      </button>
    </form>
  );
};

const PendingRows = ({ check }: { readonly check: RecordedCheck }): ReactNode => {
  const { say, defs, reader, askFor } = useSetting();
  const { pending, recorded, corrections, act } = check;
  return (
    <ul className="rows-answers">
      {Object.entries(pending).map(([fact, answer]) => {
        const def = defs.get(fact);
        if (!def) return null;
        const after = sayAnswer(answer.value, def, reader);
        const before = recorded[fact];
        const corrects = corrections.includes(fact) && before;
        return (
          <li key={fact}>
            <p className="soft" id={`pending-${fact}`}>
              {say(def.question)}
            </p>
            <p>
              {corrects && <span className="badge">{say(messages.correcting)}</span>}{' '}
              <b>{corrects ? say(messages.becomes(sayAnswer(before.value, def, reader), after)) : after}</b>
              {answer.until && <span className="soft"> {say(messages.waits(sayDay(answer.until, reader)))}</span>}
              {answer.learned && <span className="soft"> {say(messages.learned(sayDay(answer.learned.slice(0, 10), reader)))}</span>}
            </p>
            <p className="row-acts">
              <button type="button" className="link" aria-describedby={`pending-${fact}`} onClick={() => askFor(fact)}>
                {say(messages.correct)}
              </button>
              <button type="button" className="link" aria-describedby={`pending-${fact}`} onClick={() => act({ do: 'clear', fact })}>
                {say(messages.discard)}
              </button>
            </p>
          </li>
        );
      })}
    </ul>
  );
};
