import type { Log } from './open-log.ts';
import { wordsFor } from './words.ts';

type Piece = { readonly open: (gap: string) => Promise<Log> };

let log: Promise<Log> | undefined;

/** Loads the record, once. Pages that have none never do. */
export const loadLog = (): Promise<Log> => {
  const { log: kept, logHere: here } = document.body.dataset;
  const load = async (url: string | undefined): Promise<Log> =>
    ((await import(url ?? '')) as Piece).open(wordsFor(document.documentElement.lang).gap);
  log ??= load(kept).catch(() => load(here));
  log.catch(() => {
    log = undefined;
  });
  return log;
};

const markOf = (slug: string): string => `shodo.case.${slug}.log`;

/** Which incident this page belongs to: remembered by the browser where it can, and by the page. */
export const openMark = (slug: string): { readonly read: () => string | null; readonly write: (log: string | null) => void } => {
  let here: string | null = null;
  return {
    read: () => {
      try {
        return here ?? localStorage.getItem(markOf(slug));
      } catch {
        return here;
      }
    },
    write: (log) => {
      here = log;
      try {
        if (log === null) localStorage.removeItem(markOf(slug));
        else localStorage.setItem(markOf(slug), log);
      } catch {
        // The page itself remembers.
      }
    },
  };
};

/** Something was recorded in this browser before. */
export const hasRecord = (): boolean => {
  try {
    return localStorage.getItem('shodo.record') !== null;
  } catch {
    return false;
  }
};
