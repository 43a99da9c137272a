import { type ReactNode, useState } from 'react';
import type { Text } from '../../../core/index.ts';
import { useIncident } from '../setting.ts';
import { messages } from './messages.ts';

/** Copies words, and says whether that worked. */
export const CopyButton = ({
  words,
  label,
  describedBy,
}: {
  readonly words: string;
  readonly label: Text;
  readonly describedBy?: string;
}): ReactNode => {
  const { say } = useIncident();
  const [done, setDone] = useState<boolean>();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(words);
      setDone(true);
    } catch {
      setDone(false);
    }
  };
  return (
    <>
      <button type="button" className="tool" aria-describedby={describedBy} onClick={() => void copy()}>
        {say(label)}
      </button>
      <span role="status" className="soft">
        {done !== undefined && say(done ? messages.copied : messages.notCopied)}
      </span>
    </>
  );
};
