import type { ReactNode } from 'react';
import { messages } from '../messages.ts';
import type { News } from '../view/say-changes.ts';
import { useSetting } from './setting.ts';

type Props = {
  readonly news: News | undefined;
  readonly undo: (() => void) | undefined;
  /** What the next answers can settle: shown where the last one changed nothing that must be named. */
  readonly reach: string;
};

/** What the last answer changed, said politely to those who listen, with the way back. */
export const NewsLine = ({ news, undo, reach }: Props): ReactNode => {
  const { say } = useSetting();
  return (
    <div className="news">
      <div role="status" className={news?.correction ? 'correction' : undefined}>
        {news && <p className={news.tally ? 'vh' : undefined}>{news.text}</p>}
        {news && news.lines.length > 0 && (
          <ul>
            {news.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </div>
      {reach && <p className="reach">{reach}</p>}
      {undo && (
        <button type="button" className="tool" onClick={undo}>
          {say(messages.undo)}
        </button>
      )}
    </div>
  );
};
