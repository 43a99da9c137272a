import { make } from './dom.ts';
import type { Words } from './words.ts';

/** The line below the clock, or above the page: what it says while online, and whether that is a calm thing. */
export type Note = { readonly say: (text: string, calm?: boolean) => void };

/** Says calmly when the device is offline; says nothing else, unless a record has something to say. */
export const startOfflineNote = (words: Words): Note => {
  const note = make('p', '', { class: 'offline', role: 'status' });
  const clock = document.getElementById('clock');
  if (clock) clock.after(note);
  else document.querySelector('main')?.prepend(note);
  let said: string | undefined;
  const draw = (): void => {
    if (said === undefined) note.textContent = navigator.onLine ? '' : words.offlineKept();
  };
  addEventListener('online', draw);
  addEventListener('offline', draw);
  draw();
  return {
    say: (text, calm = false) => {
      if (note.textContent !== text) note.textContent = text;
      note.classList.toggle('calm', calm);
      said = text || undefined;
      draw();
    },
  };
};
