import { useEffect, useRef, useState } from 'react';
import { type Card, type DutyKnowledge, type Kept, type LogName, type News, type NewsRun, readNews } from '../../../core/index.ts';

/** The program's own lines. Worked out after the page is drawn, and only from where the log went on. */
export const useNews = (
  knowledge: DutyKnowledge,
  log: LogName,
  records: readonly Kept[],
  organisation: Card | undefined,
): ReadonlyMap<string, News> => {
  const [news, setNews] = useState<ReadonlyMap<string, News>>(new Map());
  const run = useRef<{ readonly card: unknown; readonly run: NewsRun }>(undefined);
  useEffect(() => {
    const timer = setTimeout(() => {
      const before = run.current && run.current.card === organisation ? run.current.run : undefined;
      const next = readNews(knowledge, log, records, organisation, before);
      run.current = { card: organisation, run: next };
      setNews((shown) =>
        shown.size === next.news.length && next.news.every((n) => shown.get(n.after) === n)
          ? shown
          : new Map(next.news.map((n) => [n.after, n])),
      );
    }, 0);
    return () => clearTimeout(timer);
  }, [knowledge, log, records, organisation]);
  return news;
};
