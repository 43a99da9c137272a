import { startCase } from './case.ts';
import { startFilters } from './filter.ts';
import { startOfflineNote } from './offline.ts';
import { keepPlace, openPlace } from './place.ts';
import { wordsFor } from './words.ts';

// The pages are whole without this module; it adds what only a running page can: ticks, clock, filter, offline note.
const { documentElement: root, body } = document;
const words = wordsFor(root.lang);
if (body.dataset.case) {
  root.classList.add('js');
  startCase(body.dataset.case, words);
}
startOfflineNote(words);
startFilters(words);
keepPlace();
openPlace();
addEventListener('hashchange', openPlace);
