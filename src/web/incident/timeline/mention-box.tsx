import type { ReactNode } from 'react';
import { messages } from '../messages.ts';
import { useIncident } from '../setting.ts';
import type { Mentionable } from '../view/people.ts';
import type { MentionList } from './use-mention.ts';

type Props = { readonly list: MentionList; readonly pick: (m: Mentionable) => void };

/** People and desks to choose from after an @. The focus stays in the text; its arrow keys move here. */
export const MentionBox = ({ list, pick }: Props): ReactNode => {
  const { say } = useIncident();
  return (
    <div id="mention-list" role="listbox" aria-label={say(messages.mentionList)} hidden={!list.open} tabIndex={-1}>
      {list.found.map((m, i) => (
        <div
          key={m.id}
          id={`mention-${i}`}
          role="option"
          tabIndex={-1}
          aria-selected={i === list.at}
          onPointerDown={(event) => {
            event.preventDefault();
            pick(m);
          }}
        >
          {m.name}
        </div>
      ))}
    </div>
  );
};
