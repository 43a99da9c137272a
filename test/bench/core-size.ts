import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { root } from '../house/source-files.ts';
import type { Figure } from './measure.ts';

const decision = `
  export { decide } from './src/core/obligations/decide.ts';
  export { ask } from './src/core/obligations/ask.ts';
  export { lawAt } from './src/core/obligations/law-at.ts';
  export { since } from './src/core/obligations/evaluate.ts';
  export { closeFacts } from './src/core/facts/close-facts.ts';
  export { pathOf, liftsOf } from './src/core/obligations/explain.ts';`;
const dated = `export { assess } from './src/core/obligations/assess.ts'; export { dueOf } from './src/core/obligations/due-of.ts';`;

const weigh = async (contents: string): Promise<number> => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length / 1024;
};

/**
 * What a phone pays for the decision core, gzipped: without dates (facts, conditions, questions, and the explanation with its
 * citations; the sentence in two languages is words, not decision) and with everything an answer carries.
 */
export const coreSizeFigures = async (): Promise<readonly Figure[]> => [
  { what: 'decision part without dates', value: await weigh(decision), unit: 'KB gzip', bar: '≤ 4' },
  { what: 'decision part with dates (Temporal among it)', value: await weigh(decision + dated), unit: 'KB gzip', bar: '≤ 26' },
];
