import type { ReactNode } from 'react';
import type { FactId } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import type { Answers, Kept } from '../state/answers.ts';
import { AnswerRows, type Row } from './answer-rows.tsx';
import { useSetting } from './setting.ts';

type Props = {
  readonly kept: Kept;
  readonly saved: boolean;
  readonly open: boolean;
  readonly clear: (fact: FactId) => void;
  readonly remember: (on: boolean) => void;
  readonly forget: () => void;
};

/** What was answered, apart for the incident and the organisation, and how to make the device forget it. */
export const AnswersKept = (props: Props): ReactNode => {
  const { say, askFor, reader } = useSetting();
  const { kept, saved, forget } = props;
  const count = Object.keys(kept.incident).length;
  const organisation = Object.keys(kept.organisation).length;
  return (
    <>
      <Organisation {...props} />
      <Incident {...props} />
      <section className="keeping">
        <p className="soft">{say(saved ? messages.keptHere : messages.notKept)}</p>
        {count > 0 && (
          <p>
            <a href={`/${reader.lang}/incidents/`}>{say(messages.toIncident)}</a>{' '}
            <span className="soft">{say(messages.toIncidentHow)}</span>
          </p>
        )}
        {count + organisation > 0 && (
          <>
            <button
              type="button"
              className="tool"
              aria-describedby="forget-does"
              onClick={() => {
                forget();
                askFor(undefined);
              }}
            >
              {say(messages.forget)}
            </button>
            <p className="soft" id="forget-does">
              {say(messages.forgetDoes(count, organisation, kept.remember))}
            </p>
          </>
        )}
      </section>
    </>
  );
};

const Organisation = ({ kept, clear, remember }: Props): ReactNode => {
  const { say, knowledge } = useSetting();
  const rows = knowledge.facts
    .filter((def) => def.profile && !def.reserved && !def.keyed)
    .map((def) => ({ def, answer: kept.organisation[def.id] }));
  if (rows.length === 0) return null;
  return (
    <details className="fold">
      <summary>
        <h2>{say(messages.organisation)}</h2>
        <span className="soft">
          {rows.filter((r) => r.answer).length}/{rows.length}
        </span>
      </summary>
      <p className="soft">{say(messages.organisationHint)}</p>
      <AnswerRows rows={rows} clear={clear} />
      <div className="choices">
        <label>
          <input type="checkbox" checked={kept.remember} onChange={(event) => remember(event.target.checked)} />
          <span>{say(messages.remember)}</span>
        </label>
      </div>
    </details>
  );
};

const Incident = ({ kept, open, clear }: Props): ReactNode => {
  const { say, defs } = useSetting();
  const rows = rowsOf(kept.incident, defs);
  if (rows.length === 0) return null;
  const known = rows.filter((r) => r.answer?.value !== null);
  const later = rows.filter((r) => r.answer?.value === null);
  return (
    <details className="fold" open={open}>
      <summary>
        <h2>{say(messages.answered)}</h2>
        <span className="soft">{say(messages.answeredCount(known.length))}</span>
      </summary>
      <AnswerRows rows={known} clear={clear} />
      {later.length > 0 && (
        <section>
          <h3>{say(messages.notKnownYet)}</h3>
          <AnswerRows rows={later} clear={clear} />
        </section>
      )}
    </details>
  );
};

const rowsOf = (answers: Answers, defs: ReturnType<typeof useSetting>['defs']): readonly Row[] =>
  Object.entries(answers).flatMap(([id, answer]) => {
    const def = defs.get(id);
    return def ? [{ def, answer }] : [];
  });
