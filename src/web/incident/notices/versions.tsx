import type { ReactNode } from 'react';
import { sayMoment } from '../../duties/view/say-date.ts';
import { useIncident } from '../setting.ts';
import { nameOf } from '../view/people.ts';
import { messages } from './messages.ts';
import { type OpenNotice, saidAtOf } from './use-notice.ts';

/** Every text that went out, the latest first, as it was frozen. */
export const Versions = ({ open }: { readonly open: OpenNotice }): ReactNode => {
  const setting = useIncident();
  const { say, lang, zone, now, incident } = setting;
  const ways = { copied: messages.copy, printed: messages.print, saved: messages.save } as const;
  const shown = [...open.issued].reverse();
  return (
    <section className="versions" aria-labelledby="versions-title">
      <h3 id="versions-title">{say(messages.versions)}</h3>
      {shown.length === 0 && <p className="soft">{say(messages.noVersions)}</p>}
      <ul className="rows">
        {shown.map((issued, i) => (
          <li key={issued.said.entry}>
            <p>
              <b lang={issued.lang}>{issued.text?.split('\n')[0] ?? say(messages.wordless)}</b>{' '}
              {i === 0 && <span className="badge">{say(messages.latest)}</span>}
            </p>
            <p className="soft">
              {say(messages.version(sayMoment(saidAtOf(issued), { lang, zone, now }, incident.zone), nameOf(issued.said.actor, setting)))}・
              {say(messages[issued.lang])}・{say(ways[issued.way as keyof typeof ways])}
            </p>
            {issued.text !== undefined && (
              <details>
                <summary>{say(messages.preview)}</summary>
                <pre lang={issued.lang}>{issued.text}</pre>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
