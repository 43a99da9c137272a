import { type KeyboardEvent, useState } from 'react';
import { matches } from '../../search.ts';
import type { Mentionable } from '../view/people.ts';

/** The `@word` that ends right at the cursor; undefined where there is none. */
export const mentionAt = (text: string, cursor: number): { readonly from: number; readonly word: string } | undefined => {
  const found = /[@＠]([^\s@＠]{0,20})$/.exec(text.slice(0, cursor));
  return found ? { from: found.index, word: found[1] as string } : undefined;
};

/** People and desks that a text names with @, by their ids. The longest name counts where one begins another. */
export const mentionsIn = (text: string, all: readonly Mentionable[]): readonly string[] => {
  const byLength = [...all].sort((a, b) => b.name.length - a.name.length);
  const found = [...text.matchAll(/[@＠]/g)].flatMap(({ index }) => byLength.find((m) => text.startsWith(m.name, index + 1))?.id ?? []);
  return [...new Set(found)];
};

export type MentionList = {
  readonly open: boolean;
  readonly found: readonly Mentionable[];
  readonly at: number;
  readonly close: () => void;
  readonly look: (text: string, cursor: number) => void;
  /** Handles the keys of an open list; true where it did. */
  readonly key: (event: KeyboardEvent, pick: (m: Mentionable) => void) => boolean;
};

/** The list that opens under the text after an @. */
export const useMention = (all: readonly Mentionable[]): MentionList => {
  const [word, setWord] = useState<string>();
  const [at, setAt] = useState(0);
  const found = word === undefined ? [] : all.filter((m) => matches(m.name, word)).slice(0, 8);
  const open = found.length > 0;
  return {
    open,
    found,
    at: Math.min(at, Math.max(found.length - 1, 0)),
    close: () => setWord(undefined),
    look: (text, cursor) => {
      const next = mentionAt(text, cursor)?.word;
      if (next !== word) setAt(0);
      setWord(next);
    },
    key: (event, pick) => {
      if (!open) return false;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
        setAt((at + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length);
      else if (event.key === 'Enter' || event.key === 'Tab') pick(found[Math.min(at, found.length - 1)] as Mentionable);
      else if (event.key === 'Escape') setWord(undefined);
      else return false;
      event.preventDefault();
      return true;
    },
  };
};
