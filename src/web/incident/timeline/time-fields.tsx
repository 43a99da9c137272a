import type { ReactNode } from 'react';
import type { Text } from '../../../core/index.ts';
import { civilOf, instantOf, writeSaid } from '../../duties/view/zone-time.ts';
import { messages } from '../messages.ts';
import { useIncident } from '../setting.ts';

/** What was typed for a moment. An empty date is today. */
export type TypedTime = { readonly date: string; readonly clock: string };

/** Reads it in the zone of the incident, as RFC 9557. Nothing that is yet to come. */
export const readTime = (typed: TypedTime, zone: string, now = Date.now()): { readonly moment: string } | { readonly error: Text } => {
  const date = typed.date === '' ? civilOf(now, zone).date : typed.date;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}/.test(typed.clock)) return { error: messages.timeBad };
  const at = instantOf(date, typed.clock.slice(0, 5), zone);
  return at > now + 60_000 ? { error: messages.timeFuture } : { moment: writeSaid(at, zone) };
};

type Props = { readonly time: TypedTime; readonly change: (time: TypedTime) => void };

export const TimeFields = ({ time, change }: Props): ReactNode => {
  const { say, incident, now } = useIncident();
  const today = civilOf(now, incident.zone).date;
  return (
    <fieldset className="time-fields">
      <legend className="vh">{say(messages.setTime)}</legend>
      <label>
        {say(messages.timeDay)}
        <input
          type="date"
          data-still
          max={today}
          value={time.date === '' ? today : time.date}
          onChange={(event) => change({ ...time, date: event.target.value })}
        />
      </label>
      <label>
        {say(messages.timeClock)}
        <input type="time" data-still value={time.clock} onChange={(event) => change({ ...time, clock: event.target.value })} />
      </label>
    </fieldset>
  );
};
