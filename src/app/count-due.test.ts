import { describe, expect, it } from 'vitest';
import { smallBundle } from '../../test/support/small-bundle.ts';
import { dueResultSchema } from './contract/due.ts';
import { countDue } from './count-due.ts';

const count = (raw: object) => {
  const result = countDue(smallBundle, raw);
  return result.ok ? dueResultSchema.parse(result.value) : result.error;
};

const request = { id: 'd', rule: 'sample-report', stage: 'final', facts: { knownAt: '2026-11-20' } };

describe('a due date alone', () => {
  it('is counted with its steps, as if the duty applied [CLI-09]', () => {
    expect(count(request)).toMatchObject({ id: 'd', latest: '2026-12-21', started: true, inForce: true });
    expect((count(request) as { steps: unknown[] }).steps.length).toBeGreaterThan(1);
  });

  it('says when the rule was not in force, or has not started [CLI-09]', () => {
    expect(count({ ...request, facts: { knownAt: '2020-01-06' } })).toMatchObject({ inForce: false });
    expect(count({ ...request, stage: 'supplement' })).toMatchObject({ started: false, latest: null, inForce: null });
  });

  it('takes further closed days and another zone [CLI-09]', () => {
    expect(count({ ...request, closed: ['2026-12-21'] })).toMatchObject({ latest: '2026-12-22' });
    expect(count({ ...request, zone: 'America/New_York', facts: { knownAt: '2026-11-21T01:00:00Z' } })).toMatchObject({
      latest: '2026-12-21',
    });
  });

  it.each([
    [{ ...request, rule: 'sample-reprt' }, 'unknown-rule'],
    [{ ...request, stage: 'finale' }, 'unknown-stage'],
    [{ ...request, zone: 'Asia/Atlantis' }, 'bad-zone'],
    [{ ...request, closed: ['soon'] }, 'bad-date'],
    [{ ...request, facts: { knownat: '2026-11-20' } }, 'unknown-fact'],
    [{ rule: 'sample-report' }, 'missing-field'],
  ])('%j → %s [CLI-09]', (raw, code) => expect(count(raw)).toMatchObject({ code }));
});
