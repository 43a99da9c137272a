import { expect, it } from 'vitest';
import { knowledge } from '../../../../test/support/knowledge.ts';
import { severityWords } from '../messages.ts';

it('the levels go by the same names on screen and on the scale [LIB-10]', () => {
  expect(Object.fromEntries(knowledge.library.levels.map((s) => [s.id, s.name]))).toEqual(severityWords);
});
