import { type ReactNode, useState } from 'react';
import { type DraftField, type DraftOrigin, type FactId, withoutZone } from '../../../core/index.ts';
import { sayAnswer } from '../../duties/view/say-answer.ts';
import { sayMoment } from '../../duties/view/say-date.ts';
import { messages as duty } from '../duties/messages.ts';
import { nameOf } from '../view/people.ts';
import { useIncident } from '../setting.ts';
import { messages } from './messages.ts';

/** Where the words of a field come from, a touch away, and which text asks for them. */
export const DraftOrigins = ({ of }: { readonly of: DraftField }): ReactNode => {
  const { say } = useIncident();
  const [open, setOpen] = useState(false);
  return (
    <details className="origins" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say(messages.origin)}</summary>
      {open && <OriginList of={of} />}
    </details>
  );
};

const OriginList = ({ of }: { readonly of: DraftField }): ReactNode => {
  const { say } = useIncident();
  return (
    <ul className="dots">
      {of.origins.map((origin) => (
        <OriginLine key={JSON.stringify(origin)} origin={origin} />
      ))}
      <li className="soft">
        {say(messages.cite)}：<span lang="ja">{of.field.cite}</span>
      </li>
    </ul>
  );
};

const OriginLine = ({ origin }: { readonly origin: DraftOrigin }): ReactNode => {
  const setting = useIncident();
  const { say, lang, zone, now, id, incident, knowledge } = setting;
  const reader = { lang, zone, now };
  const def = (fact: FactId) => knowledge.facts.find((f) => f.id === fact);
  const question = (fact: FactId): ReactNode => <a href={`#${id}/duties/${fact}`}>{say(def(fact)?.question ?? { ja: fact, en: fact })}</a>;
  const said = (actor: string, saidAt: string): string =>
    say(duty.saidBy(nameOf(actor, setting), sayMoment(withoutZone(saidAt), reader, incident.zone)));
  switch (origin.from) {
    case 'fact':
      return (
        <li>
          {question(origin.fact)}{' '}
          {origin.statements.map((s) => (
            <span key={s.entry} className="statement">
              <b>{sayAnswer(s.value.value, def(origin.fact), reader)}</b> <span className="soft">{said(s.actor, s.saidAt)}</span>
            </span>
          ))}
        </li>
      );
    case 'card-fact':
      return (
        <li>
          {question(origin.fact)}{' '}
          {origin.statements.map((s) => (
            <b key={s.entry}>{sayAnswer(s.value, def(origin.fact), reader)}</b>
          ))}{' '}
          <span className="soft">{say(messages.fromCard)}</span>
        </li>
      );
    case 'follows':
      return <li>{say(messages.follows(origin.of.map((fact) => say(def(fact)?.question ?? { ja: fact, en: fact })).join('／')))}</li>;
    case 'card':
      return <li>{say(messages.fromCard)}</li>;
    case 'record':
      return (
        <li>
          {say(messages.fromRecord(origin.entries.length))} <a href={`#${id}/room`}>{say(messages.seeRecord)}</a>
        </li>
      );
    case 'hand':
      return origin.statements.map((s) => (
        <li key={s.entry}>{say(messages.handBy(nameOf(s.actor, setting), sayMoment(withoutZone(s.saidAt), reader, incident.zone)))}</li>
      ));
  }
};
