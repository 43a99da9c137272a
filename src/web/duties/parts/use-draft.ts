import { useState } from 'react';

const keyOf = (id: string): string => `shodo.duties.draft.${id}`;

/** The tab's own storage: a draft is of this sitting. Nothing where the browser refuses it. */
const shelf = (): Storage | undefined => {
  try {
    return window.sessionStorage;
  } catch {
    return undefined;
  }
};

const readDraft = <T>(id: string): T | undefined => {
  try {
    return JSON.parse(shelf()?.getItem(keyOf(id)) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
};

/** Forgets everything that was typed and not decided. */
export const dropDrafts = (): void => {
  const store = shelf();
  for (const key of Object.keys(store ?? {})) if (key.startsWith(keyOf(''))) store?.removeItem(key);
};

/** What is typed and not yet decided. It outlives loading the page again; deciding, or putting the question off, drops it. */
export const useDraft = <T>(id: string, first: () => T): readonly [T, (typed: T) => void, () => void] => {
  const [typed, setTyped] = useState<T>(() => readDraft<T>(id) ?? first());
  const keep = (next: T): void => {
    setTyped(next);
    shelf()?.setItem(keyOf(id), JSON.stringify(next));
  };
  return [typed, keep, () => shelf()?.removeItem(keyOf(id))];
};
