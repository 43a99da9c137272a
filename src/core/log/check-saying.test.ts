import { describe, expect, it } from 'vitest';
import { checkSaying } from './check-saying.ts';

const facts = [{ id: 'knownAt', start: 'awareness' }, { id: 'finalSubmittedAt', start: 'act' }, { id: 'subjects' }] as const;
const saidAt = '2026-11-25T09:00:00.000+09:00[Asia/Tokyo]';
const check = (kind: string, body: unknown) =>
  checkSaying(facts, { kind, body, saidAt }, (words) => (words as { text?: string } | undefined)?.text);

describe('an entry that is about to be said', () => {
  it.each([' ', '\u3000\t', '\u200b', ''])('has a reason and a decider that are more than blanks [LOG-24]: %j', (blank) => {
    const words = { text: blank };
    expect(check('obligation.waived', { reason: words, decidedBy: { text: '社長' } })).toEqual([{ code: 'blank-words', field: 'reason' }]);
    expect(check('obligation.waived', { reason: { text: '対象外' }, decidedBy: words })).toEqual([
      { code: 'blank-words', field: 'decidedBy' },
    ]);
    for (const kind of ['facts.corrected', 'entry.corrected', 'entry.withdrawn', 'incident.reopened', 'severity.set'])
      expect(check(kind, { reason: words })).toEqual([{ code: 'blank-words', field: 'reason' }]);
    expect(check('incident.closed', { note: words })).toEqual([{ code: 'blank-words', field: 'note' }]);
    // An empty field of a draft gives it back to the record.
    expect(check('draft.amended', { fields: { cause: words } })).toEqual([]);
  });

  it('may leave out what need not be said, and words that are not at hand [LOG-24]', () => {
    expect(check('entry.withdrawn', {})).toEqual([]);
    expect(check('facts.corrected', { reason: { part: 'x', commit: 'y' } })).toEqual([]);
    expect(check('obligation.waived', { reason: { text: '　対象外 ' }, decidedBy: { text: '社長' } })).toEqual([]);
  });

  it('knows nothing in the future [LOG-25]', () => {
    const ahead = (known: unknown) => check('facts.recorded', { facts: { knownAt: known } }).map((p) => p.field);
    expect(ahead('2026-11-25T09:30:00+09:00')).toEqual(['facts.knownAt']);
    expect(ahead('2026-11-26')).toEqual(['facts.knownAt']);
    expect(ahead({ after: '2026-12-01', before: '2026-12-05' })).toEqual(['facts.knownAt']);
    expect(ahead('2026-11-25T09:01:00+09:00')).toEqual([]);
    expect(ahead('2026-11-25')).toEqual([]);
    expect(ahead({ after: '2026-11-20', before: '2026-12-05' })).toEqual([]);
    expect(check('facts.recorded', { facts: { subjects: 3 }, learned: { default: '2026-11-27' } })).toEqual([
      { code: 'lies-ahead', field: 'learned.default', value: '2026-11-27' },
    ]);
    // A plan is no knowing: it is kept, and counts for nothing until it is past.
    expect(check('facts.recorded', { facts: { finalSubmittedAt: '2026-12-20' } })).toEqual([]);
  });
});
