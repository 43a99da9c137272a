import type { CSSProperties, ReactNode } from 'react';
import type { Obligation } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import { datePoints, daysForLine, type PointDay } from '../view/date-points.ts';
import { sayMoment, sayShortDay } from '../view/say-date.ts';
import { namesOf, sayKind, toneOf } from '../view/say-point.ts';
import { sayTimeLeft, timeLeft } from '../view/time-left.ts';
import { civilOf, daysBetween } from '../view/zone-time.ts';
import { useSetting } from './setting.ts';

const most = 6;

/** Room before a day: grows with the gap, but slowly, so that three days and two months fit one line. */
const roomFor = (gap: number): CSSProperties => ({ flexGrow: Math.round(Math.log2(1 + gap) * 100) / 100 });

/** A line of dates for those who look, and the same dates as a table for those who read or listen. */
export const DateLine = ({ obligations }: { readonly obligations: readonly Obligation[] }): ReactNode => {
  const { say, reader } = useSetting();
  const days = datePoints(obligations, reader.now, reader.zone);
  const today = civilOf(reader.now, reader.zone).date;
  if (days.length === 0) return null;
  const shown = daysForLine(days, most);
  const marks = [...shown.filter((d) => d.date < today), today, ...shown.filter((d) => d.date >= today)];
  const dateAt = (i: number): string => dateOf(marks[i] ?? today);
  return (
    <div className="dates">
      <ol className="line" aria-hidden="true">
        {marks.map((mark, i) => (
          <li key={typeof mark === 'string' ? 'today' : mark.date} style={roomFor(i === 0 ? 0 : daysBetween(dateAt(i - 1), dateAt(i)))}>
            {typeof mark === 'string' ? (
              <p className="mark today">
                <span className="names">{say(messages.today)}</span>
                <b>{sayShortDay(mark, reader.lang)}</b>
              </p>
            ) : (
              <Mark day={mark} />
            )}
          </li>
        ))}
      </ol>
      <details className="table">
        <summary>
          {say(messages.datesTable)}
          {shown.length < days.length && <span className="soft">{say(messages.moreDates(days.length - shown.length))}</span>}
        </summary>
        <DateTable days={days} />
      </details>
    </div>
  );
};

const dateOf = (mark: PointDay | string): string => (typeof mark === 'string' ? mark : mark.date);

const Mark = ({ day }: { readonly day: PointDay }): ReactNode => {
  const { reader } = useSetting();
  const [first] = day.points;
  const names = toneOf(day) === 'alternative' && first?.if ? [sayKind(first, reader), first.if[reader.lang]] : namesOf(day, reader, 2);
  return (
    <p className={`mark ${toneOf(day)}`}>
      <span className="names">
        {names.map((name) => (
          <span key={name}>{name}</span>
        ))}
      </span>
      <b>{sayShortDay(day.date, reader.lang)}</b>
    </p>
  );
};

const DateTable = ({ days }: { readonly days: readonly PointDay[] }): ReactNode => {
  const { say, reader } = useSetting();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say(messages.day)}</th>
          <th scope="col">{say(messages.what)}</th>
          <th scope="col">{say(messages.kind)}</th>
          <th scope="col">{say(messages.left)}</th>
        </tr>
      </thead>
      <tbody>
        {days.flatMap(({ points }) =>
          points.map((p) => (
            <tr key={`${p.duty.rule.id}.${p.stage.id}.${p.kind}.${p.moment}`}>
              <th scope="row">{sayMoment(p.moment, reader, p.duty.rule.zone)}</th>
              <td>{say(p.duty.rule.label)}</td>
              <td>
                {p.maybe && `${say(messages.ifApplies)} `}
                {sayKind(p, reader)}
                {p.if && ` ${say(p.if)}`}
              </td>
              <td>{sayTimeLeft(timeLeft(p.moment, reader.now, p.duty.rule.zone), reader.lang)}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
};
