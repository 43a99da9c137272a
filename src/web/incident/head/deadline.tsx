import { type ReactNode, useMemo } from 'react';
import { strengths } from '../../strengths.ts';
import { sayMoment } from '../../duties/view/say-date.ts';
import { sayTimeLeft, timeLeft } from '../../duties/view/time-left.ts';
import { messages } from '../messages.ts';
import { useIncident } from '../setting.ts';
import { nextDeadline } from '../view/next-deadline.ts';

/** The next date to meet: the target and the legal latest apart, how long is left, or how late it is. */
export const Deadline = (): ReactNode => {
  const { say, lang, zone, now, duties, id, incident } = useIncident();
  const next = useMemo(() => nextDeadline(duties, now), [duties, now]);
  const reader = { lang, zone, now };
  if (!next)
    return (
      <section className="deadline" aria-labelledby="next-deadline">
        <h2 id="next-deadline">{say(messages.next)}</h2>
        <a href={`#${id}/duties`}>{say(messages.toDuties)}</a>
        <p className="soft">{say(incident.facts.knownAt ? messages.noDeadline : messages.askWhen)}</p>
      </section>
    );
  const { obligation, stage, needed, target, latest, late } = next;
  const date = target ?? latest;
  const left = timeLeft(date, now, obligation.rule.zone);
  const to = obligation.recipients[0];
  const kind = target === undefined ? say(strengths[stage.strength]) : say(messages.target);
  return (
    <section className={`deadline${late && needed ? ' late' : ''}${needed ? '' : ' maybe'}`} aria-labelledby="next-deadline">
      <h2 id="next-deadline">{say(needed ? messages.next : messages.nextIf)}</h2>
      <a href={`#${id}/duties`}>{say(messages.toDuties)}</a>
      <p className="date">
        <time dateTime={date}>{sayMoment(date, reader, obligation.rule.zone)}</time>{' '}
        <span>
          {say(stage.label)}
          {lang === 'ja' ? 'の' : ' '}
          {kind}
        </span>
      </p>
      <p>
        <b className="left">{sayTimeLeft(left, lang)}</b> <span className="soft">{to ? say(to.label) : say(obligation.rule.label)}</span>
      </p>
      {target !== undefined && (
        <p className="soft">
          <b className={`kind ${stage.strength}`}>{say(strengths[stage.strength])}</b> {sayMoment(latest, reader, obligation.rule.zone)}
        </p>
      )}
      {late && needed && <p className="late-do">{say(messages.lateDo)}</p>}
    </section>
  );
};
