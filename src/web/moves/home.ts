import { make } from './dom.ts';
import { hasRecord, loadLog } from './load-log.ts';
import type { Words } from './words.ts';

/** While an incident is open, a line at the top of the home leads back to it. */
export const startHome = async (words: Words): Promise<void> => {
  if (!hasRecord()) return;
  const log = await loadLog();
  const open = await log.open();
  const [first] = open;
  if (!first) return;
  const lang = document.documentElement.lang;
  const href = open.length > 1 ? `/${lang}/incidents/` : `/${lang}/incident/#${first.slice(first.indexOf(':') + 1)}`;
  const line = make('p', '', { class: 'going-on' });
  line.append(make('a', words.goingOn(open.length), { href }));
  document.querySelector('main')?.prepend(line);
};
