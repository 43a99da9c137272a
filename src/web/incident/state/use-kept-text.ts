import { useState } from 'react';
import { shelfOfDevice } from '../duties/shelf.ts';

/** What is typed and not yet said, kept on the device so that nothing typed is lost. Empty removes it. */
export const useKeptText = (key: string): readonly [string, (text: string) => void] => {
  const name = `shodo.typed.${key}`;
  const [text, setText] = useState(() => shelfOfDevice()?.getItem(name) ?? '');
  const keep = (next: string): void => {
    setText(next);
    try {
      if (next === '') shelfOfDevice()?.removeItem(name);
      else shelfOfDevice()?.setItem(name, next);
    } catch {
      // No room left: it stays on the screen.
    }
  };
  return [text, keep];
};
