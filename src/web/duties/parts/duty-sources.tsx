import type { ReactNode } from 'react';
import { type Source, truthOf } from '../../../core/index.ts';
import { messages, truths } from '../messages.ts';
import { sayDay } from '../view/say-date.ts';
import { Cite } from './cite.tsx';
import { useSetting } from './setting.ts';

/** The texts an obligation rests on: edition, the day they were read, and whether the live page was opened. */
export const DutySources = ({ sources }: { readonly sources: readonly Source[] }): ReactNode => {
  const { say, reader } = useSetting();
  return (
    <ul className="sources-of">
      {sources.map((s) => (
        <li key={s.text + (s.url ?? '')}>
          <p>
            {s.url ? (
              <a href={s.url} target="_blank" rel="noopener noreferrer">
                <Cite text={s.text} />
              </a>
            ) : (
              <Cite text={s.text} />
            )}
          </p>
          <p className="soft">
            {s.edition && (
              <>
                {say(messages.edition)} <Cite text={s.edition} />
                {reader.lang === 'ja' ? '・' : ', '}
              </>
            )}
            {s.readOn
              ? `${say(messages.readOn)} ${sayDay(s.readOn, reader)}${reader.lang === 'ja' ? '・' : ', '}${say(truths[truthOf(s.grade)])}`
              : say(messages.neverRead)}
          </p>
          <p className="soft">{say(s.checked ? messages.checkedOn(sayDay(s.checked.on, reader)) : messages.unchecked)}</p>
        </li>
      ))}
    </ul>
  );
};
