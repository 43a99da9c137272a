import type { ReactNode } from 'react';
import { useSetting } from '../../duties/parts/setting.ts';
import { sayAnswer } from '../../duties/view/say-answer.ts';
import { sayMoment } from '../../duties/view/say-date.ts';
import { disputedFacts, withoutZone } from '../../../core/index.ts';
import { useIncident } from '../setting.ts';
import { messages } from './messages.ts';
import { nameOf } from '../view/people.ts';

/** Facts on which people said different things, apart: every statement, and who made it. */
export const DisputedAnswers = (): ReactNode => {
  const setting = useIncident();
  const { say, defs, reader, askFor } = useSetting();
  const { incident } = setting;
  const open = [...disputedFacts(incident)];
  if (open.length === 0) return null;
  return (
    <section className="disputed-answers" aria-labelledby="disputed">
      <h2 id="disputed">{say(messages.disputed)}</h2>
      <p className="soft">{say(messages.disputedHint)}</p>
      <ul className="rows-answers">
        {open.map((fact) => (
          <li key={fact}>
            <p id={`disputed-${fact}`}>{say(defs.get(fact)?.question ?? { ja: fact, en: fact })}</p>
            <ul className="dots">
              {incident.facts[fact]?.map((s) => (
                <li key={s.entry}>
                  <b>{sayAnswer(s.value.value, defs.get(fact), reader)}</b>{' '}
                  <span className="soft">
                    {say(messages.saidBy(nameOf(s.actor, setting), sayMoment(withoutZone(s.saidAt), reader, incident.zone)))}
                  </span>
                </li>
              ))}
            </ul>
            <button type="button" className="link" aria-describedby={`disputed-${fact}`} onClick={() => askFor(fact)}>
              {say(messages.decideIt)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
