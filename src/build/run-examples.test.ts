import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from './load-knowledge.ts';
import type { Example } from './parse-examples.ts';
import { runExample } from './run-examples.ts';
import { sample } from './sample-for-tests.ts';
import { parseKnowledge } from './parse-knowledge.ts';

const { bundle, files, problems } = loadKnowledge(join(import.meta.dirname, '../../knowledge'));

describe('the worked examples of the knowledge [K-04]', () => {
  it('are there, and the knowledge reads without a problem', () => {
    expect(problems).toEqual([]);
    expect(files.examples.length).toBeGreaterThan(100);
  });

  it.each(files.examples.map((e) => [`${e.file}: ${e.name}`, e] as const))('%s', (_, example) => {
    expect(runExample(bundle, example).map((f) => f.message)).toEqual([]);
  });
});

describe('runExample', () => {
  const { files: small } = parseKnowledge(new Map(Object.entries(sample)));
  const knowledge = { ...bundle, ...small };
  const example = (change: Partial<Example>): readonly string[] =>
    runExample(knowledge, { ...(small.examples[0] as Example), ...change }).map((f) => f.message);

  it('says what came out otherwise, and why', () => {
    expect(example({})).toEqual([]);
    const [wrong] = example({ expect: { 'test-report': { applies: 'no', stages: { preliminary: '2026-11-25' } } } });
    expect(wrong).toMatch(/^「はい」 test-report applies: expected no, got yes — /);
    const [, date] = example({ expect: { 'test-report': { applies: 'no', stages: { preliminary: '2026-11-25' } } } });
    expect(date).toContain('preliminary: expected 2026-11-25, got 2026-11-24 — ');
    expect(example({ facts: { leakd: true } })[0]).toContain('unknown-fact');
    expect(example({ expect: { other: { applies: 'no', stages: {} } } })[0]).toContain('no such rule');
  });
});
