import { make } from './dom.ts';
import type { Words } from './words.ts';

/** Says calmly when the device is offline; says nothing else. */
export const startOfflineNote = (words: Words): void => {
  const note = make('p', '', { class: 'offline', role: 'status' });
  const clock = document.getElementById('clock');
  if (clock) clock.after(note);
  else document.querySelector('main')?.prepend(note);
  const draw = (): void => {
    note.textContent = navigator.onLine ? '' : words.offline;
  };
  addEventListener('online', draw);
  addEventListener('offline', draw);
  draw();
};
