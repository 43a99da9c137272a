import { type ReactNode, useEffect, useState } from 'react';
import type { Lang, Text } from '../../core/index.ts';
import { words } from './messages.ts';

/** Says that a new record was begun where there was one before, until the owner has read it on the page of the second place. */
export const BeganAnew = ({ lang }: { readonly lang: Lang }): ReactNode => {
  const [began, setBegan] = useState<Text>();
  useEffect(() => {
    const look = async (): Promise<void> => {
      const answer = await fetch('/api/v1/second-place', { cache: 'no-store' });
      if (answer.ok) setBegan(((await answer.json()) as { readonly began?: { readonly text: Text } }).began?.text);
    };
    // Without the server nothing was begun that could be told of.
    look().catch(() => {});
  }, []);
  if (!began) return null;
  return (
    <section className="room-message">
      {began[lang].split('\n').map((line) => (
        <p key={line}>{line}</p>
      ))}
      <a className="btn" href={`/${lang}/second-place/`}>
        {words.toPlace[lang]}
      </a>
    </section>
  );
};
