import { startCase } from './case.ts';
import { startFilters } from './filter.ts';
import { startOfflineNote } from './offline.ts';
import { startHome } from './home.ts';
import { keepPlace, openPlace } from './place.ts';
import { wordsFor } from './words.ts';
import { startWorker } from './worker.ts';

// The pages are whole without this module; it adds what only a running page can: ticks, clock, filter, offline note.
const { documentElement: root, body } = document;
const words = wordsFor(root.lang);
const note = startOfflineNote(words);
if (body.dataset.case) {
  root.classList.add('js');
  startCase(body.dataset.case, words, note);
}
if (body.classList.contains('home')) startHome(words).catch(() => {});
startFilters(words);
keepPlace();
openPlace();
addEventListener('hashchange', openPlace);
startWorker();
