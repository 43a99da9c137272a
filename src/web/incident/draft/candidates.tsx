import type { ReactNode } from 'react';
import type { DraftField } from '../../../core/index.ts';
import { useIncident } from '../setting.ts';
import { messages } from './messages.ts';

type Props = { readonly of: DraftField; readonly words: string; readonly add: (line: string) => void };

/** Words of the record, to be taken into a field one by one: what people said among themselves is theirs until chosen. */
export const Candidates = ({ of, words, add }: Props): ReactNode => {
  const { say } = useIncident();
  const left = of.candidates.filter(({ text }) => !words.includes(text.ja));
  if (left.length === 0) return null;
  return (
    <details>
      <summary>{say(messages.addNote)}</summary>
      <ul className="dots">
        {left.map(({ entry, text }) => (
          <li key={entry}>
            <button type="button" className="link" onClick={() => add(text.ja)}>
              {text.ja}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
};
