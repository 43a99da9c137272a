import type { ReactNode } from 'react';
import { type OfficeFound, truthOf } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import { Cite } from './cite.tsx';
import { useSetting } from './setting.ts';

type Linked = { readonly text: string; readonly url: string | undefined };

const Linked = ({ text, url }: Linked): ReactNode =>
  url === undefined ? (
    text
  ) : (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  );

/** The office of the place, or how to find it: the national desk and the words that lead to the right one. */
export const DutyOffice = ({ office }: { readonly office: OfficeFound }): ReactNode => {
  const { say, defs, reader, askFor } = useSetting();
  const { offices, national, ask, note, areas, open } = office;
  const question = open === null ? undefined : defs.get(open);
  return (
    <div className="office">
      {offices.map((o) => (
        <p key={o.id}>
          <span className="soft">{say(office.label)}</span> <Linked text={say(o.label)} url={o.page?.url} />{' '}
          {truthOf(areas.grade) === 'not-read' && <span className="badge">{say(messages.toConfirm)}</span>}
          {o.note && <span className="soft"> {say(o.note)}</span>}
        </p>
      ))}
      {question && (
        <p>
          <span className="soft">{say(messages.officeOpen(say(office.label)))}</span>{' '}
          <button type="button" className="link" onClick={() => askFor(question.id)}>
            {say(question.question)}
          </button>
        </p>
      )}
      <details>
        <summary>{say(messages.howToReach)}</summary>
        <p>
          <Linked text={say(national.label)} url={national.url} />
        </p>
        <p>
          {say(messages.sayThere)} <b>{say(ask)}</b>
        </p>
        {note && <p className="soft">{say(note)}</p>}
        <p className="soft">
          <Cite text={areas.text} />
        </p>
        <p>
          <a href={`/${reader.lang}/lists/places/#${office.id}`}>{say(messages.allOffices)}</a>
        </p>
      </details>
    </div>
  );
};
