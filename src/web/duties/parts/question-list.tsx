import { type ReactNode, useState } from 'react';
import { roleNames } from '../../messages.ts';
import { messages } from '../messages.ts';
import { type Ask, groupByWho } from '../view/group-questions.ts';
import { useSetting } from './setting.ts';

const first = 6;

/** What comes next, by the desk that can answer. Any of them can be taken first. */
export const QuestionList = ({ asks, open }: { readonly asks: readonly Ask[]; readonly open: boolean }): ReactNode => {
  const { say } = useSetting();
  const [all, setAll] = useState(false);
  if (asks.length === 0) return null;
  const shown = all ? asks : asks.slice(0, first);
  return (
    <details className="fold next" open={open}>
      <summary>
        <h2>{say(messages.next)}</h2>
        <span className="soft">{say(messages.nextCount(asks.length))}</span>
      </summary>
      {groupByWho(shown).map((group) => (
        <section key={group.who}>
          <h3>{say(roleNames[group.who])}</h3>
          <ul className="asks">
            {group.asks.map((ask) => (
              <AskRow key={ask.def.id} ask={ask} />
            ))}
          </ul>
        </section>
      ))}
      {asks.length > first && (
        <button type="button" className="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {say(all ? messages.showFewer : messages.showAll(asks.length - first))}
        </button>
      )}
    </details>
  );
};

const AskRow = ({ ask }: { readonly ask: Ask }): ReactNode => {
  const { say, askFor } = useSetting();
  const { settles, touches } = ask.asked;
  return (
    <li>
      <button type="button" onClick={() => askFor(ask.def.id)}>
        <span>{say(ask.def.question)}</span>
        <span className="soft">
          {settles.length > 0 ? say(messages.settlesCount(settles.length)) : touches.length > 0 && say(messages.bearsCount(touches.length))}
        </span>
      </button>
    </li>
  );
};
