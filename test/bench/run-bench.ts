// `npm run bench`: every figure an issue or the plan names, measured in one run. Ratios and sizes repeat; times are of a noisy machine.
import { coreSizeFigures } from './core-size.ts';
import { coreTurnFigures } from './core-turn.ts';
import { show } from './measure.ts';

const sections: readonly (readonly [string, () => unknown])[] = [
  ['Decision core', coreTurnFigures],
  ['Weight of the core', coreSizeFigures],
];

for (const [title, figures] of sections) console.log(`\n${title}\n${show((await figures()) as Parameters<typeof show>[0])}`);
