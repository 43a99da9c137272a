import type { ReactNode } from 'react';
import type { Assessment, FactId, Obligation } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import { decidersOf } from '../view/deciders-of.ts';
import { Cite } from './cite.tsx';
import { useSetting } from './setting.ts';

/** What is still open: for a presumed obligation what would lift it, for an open one what would settle it. */
export const DutyOpen = ({ duty, assessment }: { readonly duty: Obligation; readonly assessment: Assessment }): ReactNode =>
  duty.presumed ? <Presumed duty={duty} /> : <Undecided duty={duty} assessment={assessment} />;

const AskButton = ({ fact }: { readonly fact: FactId }): ReactNode => {
  const { say, defs, askFor } = useSetting();
  const def = defs.get(fact);
  return def ? (
    <button type="button" className="link" onClick={() => askFor(fact)}>
      {say(def.question)}
    </button>
  ) : null;
};

const Presumed = ({ duty }: { readonly duty: Obligation }): ReactNode => {
  const { say } = useSetting();
  return (
    <>
      <p>{say(duty.because)}</p>
      <details className="lifts">
        <summary>
          <span>
            <b>{say(messages.presumedNow)}</b> {say(messages.liftedBy(duty.liftedBy.length))}
          </span>
        </summary>
        <ul className="deciders">
          {duty.liftedBy.map((lift) => (
            <li key={lift.text.ja}>
              {say(lift.text)}{' '}
              <span className="soft">
                <Cite text={lift.cite} />
              </span>
              {lift.facts.slice(0, 3).map((fact) => (
                <AskButton key={fact} fact={fact} />
              ))}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
};

const Undecided = ({ duty, assessment }: { readonly duty: Obligation; readonly assessment: Assessment }): ReactNode => {
  const { say } = useSetting();
  const facts = decidersOf(duty, assessment.questions);
  return (
    <>
      <p>{say(messages.settledBy)}</p>
      <ul className="deciders">
        {facts.slice(0, 2).map((fact) => (
          <li key={fact}>
            <AskButton fact={fact} />
          </li>
        ))}
        {facts.length > 2 && <li className="soft">{say(messages.moreQuestions(facts.length - 2))}</li>}
      </ul>
    </>
  );
};
