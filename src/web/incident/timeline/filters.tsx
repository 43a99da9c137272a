import { type ReactNode, useId } from 'react';
import { messages } from '../messages.ts';
import { useIncident } from '../setting.ts';
import { type Topic, topicNames } from '../view/entry-words.ts';
import { type Filter, noFilter, type Row } from './lines-of.ts';

type Props = { readonly filter: Filter; readonly change: (filter: Filter) => void; readonly rows: readonly Row[]; readonly found: number };

/** Search, and what to see: by kind, by person, only decisions, only corrections. */
export const Filters = ({ filter, change, rows, found }: Props): ReactNode => {
  const { say } = useIncident();
  const id = useId();
  const people = new Map(rows.map((row) => [row.line.record.entry.actor, row.words.who]));
  const topics = new Set(rows.map((row) => row.words.topic));
  const filtered = filter !== noFilter && JSON.stringify(filter) !== JSON.stringify(noFilter);
  return (
    <details className="filters">
      <summary>
        {say(messages.search)}
        {filtered && <b className="soft"> {say(messages.shown(found, rows.length))}</b>}
      </summary>
      <search className="filter-fields">
        <label htmlFor={`${id}-q`}>
          {say(messages.search)}
          <input id={`${id}-q`} type="search" value={filter.query} onChange={(event) => change({ ...filter, query: event.target.value })} />
        </label>
        <label>
          {say(messages.filterKind)}
          <select value={filter.topic} onChange={(event) => change({ ...filter, topic: event.target.value as Filter['topic'] })}>
            <option value="all">{say(messages.everything)}</option>
            {(Object.keys(topicNames) as Topic[])
              .filter((topic) => topics.has(topic))
              .map((topic) => (
                <option key={topic} value={topic}>
                  {say(topicNames[topic])}
                </option>
              ))}
          </select>
        </label>
        <label>
          {say(messages.filterPerson)}
          <select value={filter.person} onChange={(event) => change({ ...filter, person: event.target.value })}>
            <option value="all">{say(messages.everyone)}</option>
            {[...people].map(([actor, name]) => (
              <option key={actor} value={actor}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <div className="only">
          {(['decisions', 'corrections'] as const).map((only) => (
            <button
              key={only}
              type="button"
              className="tool"
              aria-pressed={filter.only === only}
              onClick={() => change({ ...filter, only: filter.only === only ? 'all' : only })}
            >
              {say(only === 'decisions' ? messages.onlyDecisions : messages.onlyCorrections)}
            </button>
          ))}
          {filtered && (
            <button type="button" className="tool" onClick={() => change(noFilter)}>
              {say(messages.clearFilters)}
            </button>
          )}
        </div>
        <p role="status" className="soft">
          {filtered && say(messages.shown(found, rows.length))}
        </p>
      </search>
    </details>
  );
};
