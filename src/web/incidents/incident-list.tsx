import { type ReactNode, useId, useState } from 'react';
import type { IncidentLine } from '../../app/index.ts';
import { type Lang, type Text, withoutZone } from '../../core/index.ts';
import { useNow } from '../duties/parts/use-now.ts';
import { type Reader, sayMoment } from '../duties/view/say-date.ts';
import { sayTimeLeft, timeLeft } from '../duties/view/time-left.ts';
import { limitAt } from '../duties/view/zone-time.ts';
import { messages, severityWords } from '../incident/messages.ts';
import { Waiting } from '../incident/opening.tsx';
import type { Loaded } from '../incident/state/load-assets.ts';
import { matches } from '../search.ts';
import type { Record } from '../record/open-record.ts';
import { BeganAnew } from './began-anew.tsx';
import { words } from './messages.ts';
import { type Listed, useIncidents } from './use-incidents.ts';

type Props = { readonly loaded: Loaded; readonly record: Record; readonly lang: Lang };

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

type Dated = { readonly line: IncidentLine['due'][number]; readonly dueAt: number; readonly maybe: boolean };

/** What is due in an open incident; while nothing is, the date that its own page shows, if the duty applies. */
const datesOf = ({ line, deadlines }: Listed): readonly Dated[] => {
  if (deadlines.length > 0) return deadlines.map((d) => ({ ...d, maybe: false }));
  if (!line.mayDue || line.state === 'closed') return [];
  return [{ line: line.mayDue, dueAt: limitAt(line.mayDue.latest, line.mayDue.zone), maybe: true }];
};

/** Deadlines shown over all incidents. */
const most = 8;

/** Every incident, the coming deadlines over all of them first. */
export const IncidentList = ({ loaded, record, lang }: Props): ReactNode => {
  const now = useNow();
  const { incidents, online } = useIncidents(record, loaded);
  const [query, setQuery] = useState('');
  const id = useId();
  const say = (text: Text): string => text[lang];
  if (!incidents) return <Waiting lang={lang} slow />;
  const reader: Reader = { lang, zone, now };
  const nameOf = ({ line, name }: Listed): string => name ?? say(line.codeName);
  const titlesOf = ({ line }: Listed): string =>
    line.playbooks
      .flatMap((p) => loaded.response.playbooks.find((b) => b.id === p) ?? [])
      .map((p) => say(p.title))
      .join(lang === 'ja' ? '・' : ' · ');
  const notes = (
    <>
      <BeganAnew lang={lang} />
      {!online && <p className="bar-note">{say(words.offline)}</p>}
      {!record.sync.state().savedHere && <p className="bar-note">{say(words.notSaved)}</p>}
    </>
  );
  const drill = (
    <a className="btn" href={`/${lang}/incident/#drill`}>
      {say(words.drill)}
    </a>
  );
  if (incidents.length === 0)
    return (
      <div className="room-message">
        {notes}
        <p>
          <b>{say(words.empty)}</b>
        </p>
        <p>{say(words.emptySays)}</p>
        <p>{say(words.drillSays)}</p>
        {drill}
      </div>
    );
  const due = incidents
    .flatMap((incident) => datesOf(incident).map((d) => ({ ...d, incident })))
    .sort((a, b) => Number(a.maybe) - Number(b.maybe) || a.dueAt - b.dueAt);
  const found = incidents.filter((i) =>
    matches(`${nameOf(i)} ${say(i.line.codeName)} ${titlesOf(i)} ${i.line.drill ? say(messages.drill) : ''}`, query),
  );
  const groups = [
    { state: 'open', name: words.open, list: found.filter((i) => i.line.state === 'open') },
    { state: 'closed', name: words.closed, list: found.filter((i) => i.line.state === 'closed') },
  ] as const;
  return (
    <div className="incident-list">
      {notes}
      <section aria-labelledby={`${id}-due`}>
        <h2 id={`${id}-due`}>{say(words.deadlines)}</h2>
        {due.length === 0 && <p className="soft">{say(words.noDeadlines)}</p>}
        <ul className="rows due-rows">
          {due.slice(0, most).map(({ line, maybe, incident }) => {
            const left = timeLeft(line.latest, now, line.zone);
            return (
              <li key={`${line.incident}.${line.duty}.${line.stage}`} className={maybe ? 'maybe' : left.late ? 'late' : undefined}>
                <p>
                  {maybe && <span className="soft">{say(words.ifApplies)} </span>}
                  <b>
                    <time dateTime={line.latest}>{sayMoment(line.latest, reader, line.zone)}</time>
                  </b>{' '}
                  <span className="left">{sayTimeLeft(left, lang)}</span>
                </p>
                <p>
                  {say(line.label)} {say(line.stageLabel)} {line.presumed && <span className="soft">{say(words.presumed)}</span>}
                </p>
                <p className="soft">
                  <a href={`/${lang}/incident/#${line.incident}/duties`}>{nameOf(incident)}</a>{' '}
                  {incident.line.drill && <b className="chip drill">{say(messages.drill)}</b>}
                </p>
              </li>
            );
          })}
        </ul>
        {due.length > most && <p className="soft">{say(words.moreDue(due.length - most))}</p>}
      </section>
      <label className="list-search" htmlFor={`${id}-q`}>
        {say(words.search)}
        <input id={`${id}-q`} type="search" value={query} onChange={(event) => setQuery(event.target.value)} />
      </label>
      <p role="status" className="soft">
        {query.trim() !== '' && (found.length === 0 ? say(words.noneFound) : say(messages.shown(found.length, incidents.length)))}
      </p>
      {groups.map(
        ({ state, name, list }) =>
          (list.length > 0 || state === 'open') && (
            <section key={state} aria-labelledby={`${id}-${state}`}>
              <h2 id={`${id}-${state}`}>{say(name)}</h2>
              {list.length === 0 && query === '' && <p className="soft">{say(words.noOpen)}</p>}
              <ul className="cases">
                {list.map((incident) => (
                  <li key={incident.line.id}>
                    <a className="card" href={`/${lang}/incident/#${incident.line.id}`}>
                      <span>
                        <strong>{nameOf(incident)}</strong> <span>{titlesOf(incident)}</span>{' '}
                        <span className="card-line">
                          {incident.line.drill && <b className="chip drill">{say(messages.drill)}</b>}
                          {incident.line.severity && (
                            <b className={`chip severity ${incident.line.severity}`}>
                              {say(messages.severity(incident.line.severity, say(severityWords[incident.line.severity])))}
                            </b>
                          )}
                          {!incident.here && <b className="chip">{say(words.onServer)}</b>}
                          {incident.pending > 0 && <b className="chip waiting">{say(words.waiting(incident.pending))}</b>}
                          <span>
                            {incident.line.noticedAt
                              ? say(words.noticed(sayMoment(incident.line.noticedAt, reader)))
                              : incident.line.reportedAt && say(words.begun(sayMoment(withoutZone(incident.line.reportedAt), reader)))}
                          </span>
                        </span>
                      </span>
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
      <div className="try-drill">
        <p className="soft">{say(words.drillSays)}</p>
        {drill}
      </div>
    </div>
  );
};
