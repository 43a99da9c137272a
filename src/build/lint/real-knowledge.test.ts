import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../load-knowledge.ts';
import { sayProblem } from '../problem.ts';
import { lintKnowledge } from './lint-knowledge.ts';
import { lintLogic } from './lint-logic.ts';

const { files, problems } = loadKnowledge(join(import.meta.dirname, '../../../knowledge'));

describe('the knowledge of the repository [K-07]', () => {
  it('reads without a problem', () => expect(problems.map(sayProblem)).toEqual([]));

  it('is cited, bilingual, named, used and exampled', () => expect(lintKnowledge(files).map(sayProblem)).toEqual([]));

  it('has no rule or line that can never or always hold, no undeclared relation, no answer that waits in vain', {
    timeout: 120_000,
  }, () => {
    expect(lintLogic(files).map(sayProblem)).toEqual([]);
  });
});
