import { startClock } from './clock.ts';
import { all, makeAnnouncer } from './dom.ts';
import { freshRecord, openShelf } from './record.ts';
import { type Change, droppedBy, upgradeBranch, upgradeStep } from './steps.ts';
import type { Words } from './words.ts';

/** Makes a case page live: ticks, answers, clock. All of it is drawn from one record kept on this device. */
export const startCase = (slug: string, words: Words): void => {
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
  const change: Change = (next, text) => {
    record = next(record);
    shelf.save(record);
    draw();
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
    onNoticed: (at) => {
      record = { ...record, noticedAt: at };
      shelf.save(record, true);
    },
    onClear: () => {
      cleared = record;
      record = freshRecord(now());
      shelf.save(record, false);
      draw();
    },
    onRestore: () => {
      record = cleared;
      shelf.save(record, true);
      draw();
    },
  });
};
