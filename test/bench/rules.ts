import { join } from 'node:path';
import { boundaryRows } from '../../src/build/boundary-rows.ts';
import { lintKnowledge } from '../../src/build/lint/lint-knowledge.ts';
import { lintLogic } from '../../src/build/lint/lint-logic.ts';
import { loadKnowledge } from '../../src/build/load-knowledge.ts';
import { scoreRows, shareOf } from '../../src/build/mutate-rules.ts';
import { root } from '../house/source-files.ts';
import type { Figure } from './measure.ts';

const timed = <T>(run: () => T): readonly [T, number] => {
  const before = performance.now();
  return [run(), performance.now() - before];
};

/** What the static checks find and cost, and how many planted mistakes the boundary rows notice. */
export const ruleFigures = (): readonly Figure[] => {
  const { files } = loadKnowledge(join(root, 'knowledge'));
  const [, lint] = timed(() => lintKnowledge(files));
  const [, logic] = timed(() => lintLogic(files));
  const [rows, made] = timed(() => boundaryRows(files));
  const score = scoreRows(files, rows);
  return [
    { what: 'boundary rows made from the rules', value: rows.length, unit: 'rows' },
    { what: 'planted mistakes that change some answer', value: score.planted - score.same, unit: 'faults' },
    { what: 'of these noticed by the boundary rows', value: shareOf(score) * 100, unit: '%', bar: '≥ 99' },
    { what: 'linter over the whole knowledge', value: lint, unit: 'ms' },
    { what: 'logic checks (never, always, dead, implied, waiting in vain)', value: logic, unit: 'ms', bar: '< 5000' },
    { what: 'making the boundary rows', value: made, unit: 'ms' },
  ];
};
