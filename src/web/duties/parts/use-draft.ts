import { useState } from 'react';

/** The tab's own storage: a draft is of this sitting. Nothing where the browser refuses it. */
const shelf = (): Storage | undefined => {
  try {
    return window.sessionStorage;
  } catch {
    return undefined;
  }
};

const readDraft = <T>(key: string): T | undefined => {
  try {
    return JSON.parse(shelf()?.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
};

/** Forgets everything under a name that was typed and not decided. */
export const dropDrafts = (scope: string): void => {
  const store = shelf();
  for (const key of Object.keys(store ?? {})) if (key.startsWith(`${scope}.`)) store?.removeItem(key);
};

/** What is typed and not yet decided. It outlives loading the page again; deciding, or putting the question off, drops it. */
export const useDraft = <T>(key: string, first: () => T): readonly [T, (typed: T) => void, () => void] => {
  const [typed, setTyped] = useState<T>(() => readDraft<T>(key) ?? first());
  const keep = (next: T): void => {
    setTyped(next);
    shelf()?.setItem(key, JSON.stringify(next));
  };
  return [typed, keep, () => shelf()?.removeItem(key)];
};
