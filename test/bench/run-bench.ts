// `npm run bench [section …]`: every figure an issue or the plan names, measured in one run. Ratios and sizes repeat; times
// are of a noisy machine.
import { coreSizeFigures } from './core-size.ts';
import { coreTurnFigures } from './core-turn.ts';
import { draftFigures } from './draft.ts';
import { type Figure, show } from './measure.ts';
import { pageFigures } from './pages.ts';
import { questionFigures } from './questions.ts';
import { recordFigures } from './record.ts';
import { recordPageFigures } from './record-page.ts';
import { ruleFigures } from './rules.ts';
import { safetyFigures } from './safety.ts';
import { startFigures } from './start-up.ts';

const sections: Readonly<Record<string, () => readonly Figure[] | Promise<readonly Figure[]>>> = {
  core: coreTurnFigures,
  size: coreSizeFigures,
  rules: ruleFigures,
  questions: questionFigures,
  pages: pageFigures,
  record: recordFigures,
  draft: draftFigures,
  page: recordPageFigures,
  safety: safetyFigures,
  start: startFigures,
};

const wanted = process.argv.slice(2);
for (const [name, figures] of Object.entries(sections))
  if (wanted.length === 0 || wanted.includes(name)) console.log(`\n${name}\n${show(await figures())}`);
