import { startClock } from './clock.ts';
import { all, makeAnnouncer } from './dom.ts';
import { type CaseRecord, freshRecord, openShelf } from './record.ts';
import { startIncident } from './incident.ts';
import type { Note } from './offline.ts';
import { type Change, droppedBy, upgradeBranch, upgradeStep } from './steps.ts';
import type { Words } from './words.ts';

/**
 * Makes a case page live: ticks, answers, clock. All of it is drawn from one record. It is kept on this device until the
 * page becomes an incident; from then on the log is the truth.
 */
export const startCase = (slug: string, words: Words, note: Note): void => {
  const now = (): number => Date.now();
  const shelf = openShelf(slug, now);
  const announce = makeAnnouncer();
  let record = shelf.load();
  let cleared = record;
  const steps = all('.step');
  const draw = (): void => {
    for (const part of drawn) part.draw(record);
    const dropped = droppedBy(record);
    for (const step of steps) step.hidden = dropped.has(step.id);
  };
  const show = (next: CaseRecord): void => {
    record = next;
    draw();
  };
  const incident = startIncident({ slug, words, note, announce, read: () => record, show, keep: shelf.save, now });
  const put = (next: CaseRecord, set?: boolean): void => {
    const before = record;
    show(next);
    if (!incident.say(before, next)) shelf.save(next, set);
  };
  const change: Change = (next, text) => {
    put(next(record));
    announce(text);
  };
  const drawn = [
    ...steps.map((step) => upgradeStep(step, words, change, now)),
    ...all('[data-branch]').map((branch) => upgradeBranch(branch, words, change)),
  ];
  draw();
  shelf.save(record);
  const bar = document.getElementById('clock');
  if (!bar) return;
  startClock(bar, {
    words,
    keeps: shelf.keeps,
    now,
    noticedAt: () => record.noticedAt,
    isRecorded: incident.isRecorded,
    onNoticed: (at) => put({ ...record, noticedAt: at }, true),
    onClear: () => {
      cleared = record;
      // What is in a log stays there: the page lets go of it, and is ready for something else.
      incident.leave();
      show(freshRecord(now()));
      shelf.save(record, false);
    },
    onRestore: () => {
      if (incident.rejoin()) return;
      show(cleared);
      shelf.save(record, true);
    },
  });
  incident.join();
};
