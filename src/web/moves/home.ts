import { make } from './dom.ts';
import type { Log } from './open-log.ts';
import type { Words } from './words.ts';

/** While an incident is open, a line at the top of the home leads back to it. */
export const startHome = async (log: Log, words: Words): Promise<void> => {
  if (!document.body.classList.contains('home')) return;
  const open = await log.open();
  const [first] = open;
  if (!first) return;
  const { lang } = document.documentElement;
  const href = open.length > 1 ? `/${lang}/incidents/` : `/${lang}/incident/#${first.slice(first.indexOf(':') + 1)}`;
  const line = make('p', '', { class: 'going-on' });
  line.append(make('a', words.goingOn(open.length), { href }));
  document.querySelector('main')?.prepend(line);
};
