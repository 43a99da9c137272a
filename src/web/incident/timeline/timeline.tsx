import { type ReactNode, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { sayDay, sayZone } from '../../duties/view/say-date.ts';
import { messages } from '../messages.ts';
import { useIncident } from '../setting.ts';
import { ChainLine } from './chain-line.tsx';
import { Filters } from './filters.tsx';
import { type Filter, filterRows, noFilter, nothingSaid, type Row, rowsOf } from './lines-of.ts';
import { TimelineRow } from './timeline-row.tsx';

type Props = { readonly held: number; readonly show: () => void };

/** Rows drawn at first and with each touch of "earlier": a long record stays quick. */
const chunk = 60;

/** The record as people read it, newest first. */
export const Timeline = ({ held, show }: Props): ReactNode => {
  const setting = useIncident();
  const { say, lang, zone, now, incident } = setting;
  const [filter, setFilter] = useState<Filter>(noFilter);
  const [most, setMost] = useState(chunk);
  const before = useRef(nothingSaid);
  const rows = useMemo(() => {
    const made = rowsOf(setting, before.current);
    before.current = made.said;
    return made.rows;
  }, [setting]);
  const slow = useDeferredValue(filter);
  const found = useMemo(() => filterRows(rows, slow, setting), [rows, slow, setting]);
  const shown = found.slice(0, most);
  const fresh = useFresh(rows);
  const two = shown.some((row) => row.words.there !== undefined);
  const days = [...new Set(shown.map((row) => row.words.day))].map((day) => ({ day, rows: shown.filter((row) => row.words.day === day) }));
  return (
    <section className="timeline" aria-labelledby="timeline">
      <div className="timeline-head">
        <h2 id="timeline">{say(messages.timeline)}</h2>
        <p role="status" className="held">
          {held > 0 && (
            <button type="button" className="link" onClick={show}>
              {say(messages.held(held))}
            </button>
          )}
        </p>
      </div>
      <Filters filter={filter} change={setFilter} rows={rows} found={found.length} />
      {two && <p className="soft">{say(messages.zones(sayZone(incident.zone, lang, now), sayZone(zone, lang, now)))}</p>}
      {rows.length === 0 && <p className="empty">{say(messages.empty)}</p>}
      {rows.length > 0 && found.length === 0 && <p className="empty">{say(messages.nothingFound)}</p>}
      {days.map(({ day, rows: ofDay }) => (
        <div key={day} className="day">
          <h3>{sayDay(day, { lang, zone: incident.zone, now })}</h3>
          <ol>
            {ofDay.map((row) => (
              <TimelineRow key={row.id} row={row} fresh={fresh.has(row.id)} lang={lang} />
            ))}
          </ol>
        </div>
      ))}
      {found.length > most && (
        <button type="button" className="btn older" onClick={() => setMost(most + chunk * 2)}>
          {say(messages.older(Math.min(chunk * 2, found.length - most)))}
        </button>
      )}
      <ChainLine />
    </section>
  );
};

/** Rows that came while the page was open, for the quiet mark. */
const useFresh = (rows: readonly Row[]): ReadonlySet<string> => {
  const first = useRef<ReadonlySet<string>>(undefined);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (first.current === undefined) {
      first.current = new Set(rows.map((row) => row.id));
      return;
    }
    const next = rows.filter((row) => !first.current?.has(row.id)).map((row) => row.id);
    setFresh((before) =>
      before.size === Math.min(next.length, 3) && next.slice(0, 3).every((id) => before.has(id)) ? before : new Set(next.slice(0, 3)),
    );
  }, [rows]);
  return fresh;
};
