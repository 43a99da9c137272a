import { useState } from 'react';

const shelf = (): Storage | undefined => {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
};

/** What is typed and not yet said, kept on the device so that nothing typed is lost. Empty removes it. */
export const useKeptText = (key: string): readonly [string, (text: string) => void] => {
  const name = `shodo.typed.${key}`;
  const [text, setText] = useState(() => shelf()?.getItem(name) ?? '');
  const keep = (next: string): void => {
    setText(next);
    try {
      if (next === '') shelf()?.removeItem(name);
      else shelf()?.setItem(name, next);
    } catch {
      // No room left: it stays on the screen.
    }
  };
  return [text, keep];
};
