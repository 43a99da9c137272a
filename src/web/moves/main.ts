import { startCase } from './case.ts';
import { startFilters } from './filter.ts';
import { startOfflineNote } from './offline.ts';
import { startHome } from './home.ts';
import { hasRecord, loadLog } from './load-log.ts';
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
// Wherever a person goes on reading, what waits on this device is sent. The screens open the record themselves.
if (!/\b(incidents?|duties)\b/.test(body.className) && hasRecord())
  loadLog()
    .then((log) => startHome(log, words))
    .catch(() => {});
startFilters(words);
keepPlace();
openPlace();
addEventListener('hashchange', openPlace);
startWorker();
