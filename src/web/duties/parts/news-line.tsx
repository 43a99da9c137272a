import type { ReactNode } from 'react';
import { messages } from '../messages.ts';
import type { News } from '../view/say-changes.ts';
import { useSetting } from './setting.ts';

/** What the last answer changed, said politely to those who listen, with the way back. */
export const NewsLine = ({ news, undo }: { readonly news: News | undefined; readonly undo: (() => void) | undefined }): ReactNode => {
  const { say } = useSetting();
  return (
    <div className="news">
      <div role="status" className={news?.correction ? 'correction' : undefined}>
        {news && <p>{news.text}</p>}
        {news && news.lines.length > 0 && (
          <ul>
            {news.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </div>
      {undo && (
        <button type="button" className="tool" onClick={undo}>
          {say(messages.undo)}
        </button>
      )}
    </div>
  );
};
