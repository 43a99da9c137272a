import type { ReactNode } from 'react';
import { type FactDef, latest, withoutZone } from '../../../core/index.ts';
import { messages as words } from '../../duties/messages.ts';
import { useSetting } from '../../duties/parts/setting.ts';
import { sayAnswer } from '../../duties/view/say-answer.ts';
import { sayDay, sayMoment } from '../../duties/view/say-date.ts';
import { useIncident } from '../setting.ts';
import { historyOf } from './history-of.ts';
import { messages } from './messages.ts';
import { nameOf } from '../view/people.ts';
import type { RecordedCheck } from './use-recorded-check.ts';

/** What is on the record: each answer with who said it and when it was learned; earlier ones and the reasons behind. */
export const RecordedAnswers = ({ check, open }: { readonly check: RecordedCheck; readonly open: boolean }): ReactNode => {
  const { say, defs } = useSetting();
  const rows = Object.keys(check.recorded).flatMap((fact) => defs.get(fact) ?? []);
  if (rows.length === 0) return null;
  return (
    <details className="fold" open={open}>
      <summary>
        <h2>{say(messages.recorded)}</h2>
        <span className="soft">{say(words.answeredCount(rows.length))}</span>
      </summary>
      <ul className="rows-answers">
        {rows.map((def) => (
          <RecordedRow key={def.id} def={def} check={check} />
        ))}
      </ul>
    </details>
  );
};

const RecordedRow = ({ def, check }: { readonly def: FactDef; readonly check: RecordedCheck }): ReactNode => {
  const setting = useIncident();
  const { say, reader, askFor } = useSetting();
  const { incident } = setting;
  const said = latest(Object.hasOwn(incident.facts, def.id) ? incident.facts[def.id] : undefined);
  const answer = check.recorded[def.id];
  const when = (text: string): string => sayMoment(withoutZone(text), reader, incident.zone);
  const { learned, until } = answer ?? {};
  return (
    <li>
      <p className="soft" id={`recorded-${def.id}`}>
        {say(def.question)}
      </p>
      <p>
        <b>{sayAnswer(answer?.value ?? null, def, reader)}</b>{' '}
        <span className="soft">{say(said ? messages.saidBy(nameOf(said.actor, setting), when(said.saidAt)) : messages.onCard)}</span>
      </p>
      {learned !== undefined && <p className="soft">{say(messages.learned(sayMoment(learned, reader, incident.zone)))}</p>}
      {until !== undefined && (
        <p className="soft">{say((check.due.has(def.id) ? messages.back : messages.waits)(sayDay(until, reader)))}</p>
      )}
      <Earlier def={def} />
      <p className="row-acts">
        <button type="button" className="link" aria-describedby={`recorded-${def.id}`} onClick={() => askFor(def.id)}>
          {say(answer?.value === null ? messages.answer : messages.correct)}
        </button>
      </p>
    </li>
  );
};

/** Old → new, with the reason. */
const Earlier = ({ def }: { readonly def: FactDef }): ReactNode => {
  const { incident, records, wordsOf } = useIncident();
  const { say, reader } = useSetting();
  const told = historyOf(def.id, incident, records);
  if (told.length < 2) return null;
  return (
    <details>
      <summary>{say(messages.history(told.length - 1))}</summary>
      <ul className="dots">
        {told.slice(1).map((after, i) => (
          <li key={after.entry}>
            {say(messages.becomes(sayAnswer(told[i]?.value ?? null, def, reader), sayAnswer(after.value, def, reader)))}
            {after.reason && <span className="soft"> {say(messages.reason(wordsOf(after.reason) ?? say(messages.wordsGone)))}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
};
