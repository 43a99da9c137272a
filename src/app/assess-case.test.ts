import { describe, expect, it } from 'vitest';
import { smallBundle } from '../../test/support/small-bundle.ts';
import { assessCase } from './assess-case.ts';
import { type AssessResult, assessResultSchema } from './contract/assess.ts';
import type { Problem } from './contract/problem.ts';

const now = '2026-11-24T12:00:00+09:00';
const facts = { personalDataInvolved: true, sensitiveInfo: true, strongProtection: false, knownAt: '2026-11-20T18:30:00+09:00' };

const answer = (raw: unknown, lenient = false): AssessResult => {
  const result = assessCase(smallBundle, raw, { now, lenient });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return assessResultSchema.parse(result.value);
};

const problem = (raw: unknown): Problem => {
  const result = assessCase(smallBundle, raw, { now });
  if (result.ok) throw new Error('was answered');
  return result.error;
};

describe('the result of the contract', () => {
  it('names the bundle, the governing day, each duty with its dates, and carries the caller’s id [CLI-01]', () => {
    const result = answer({ id: 7, facts });
    expect(result).toMatchObject({ id: 7, bundle: { version: '0.0.0-test', hash: 'feed' }, governedOn: '2026-11-20', ignored: [] });
    const [duty] = result.obligations;
    expect(duty).toMatchObject({ id: 'sample-report', applies: 'yes', level: 'mandatory', missing: [] });
    expect(duty?.recipients[0]).toMatchObject({ id: 'office', label: { ja: '見本の役所' }, why: { en: 'It is a sample' } });
    expect(duty?.stages[0]).toMatchObject({
      id: 'final',
      start: '2026-11-20T18:30:00+09:00',
      started: true,
      latest: '2026-12-21',
      target: '2026-12-18',
      strength: 'statutory',
    });
    expect(duty?.stages[0]).not.toHaveProperty('provisional');
  });

  it('gives no date, and says why, where the act that starts a clock has not happened [CLI-02]', () => {
    const stage = answer({ facts }).obligations[0]?.stages[1];
    expect(stage).toMatchObject({ id: 'supplement', start: null, started: false, latest: null, target: null, strength: 'unconfirmed' });
    expect(stage?.undated?.ja).not.toBe('');
  });

  it('marks a duty presumed while only an exclusion is open, and never takes what is missing for no [CLI-03]', () => {
    const { strongProtection: _, ...fewer } = facts;
    expect(answer({ facts: fewer }).obligations[0]).toMatchObject({ applies: 'unknown', presumed: true, missing: ['strongProtection'] });
    expect(answer({ facts: {} }).obligations[0]?.applies).toBe('unknown');
    expect(answer({ facts: { ...facts, sensitiveInfo: null } }).obligations[0]?.applies).toBe('unknown');
  });

  it('moves only what is called overdue with `at` [CLI-04]', () => {
    const before = answer({ facts });
    const after = answer({ facts, at: '2027-01-01T00:00:00+09:00' });
    expect(before.obligations[0]?.stages[0]).not.toHaveProperty('overdue');
    expect(after.obligations[0]?.stages[0]?.overdue).toBe(true);
    const bare = JSON.parse(JSON.stringify(after, (key, value) => (key === 'overdue' ? undefined : value)));
    expect(bare).toEqual(before);
  });

  it('counts from when a fact was learned [CLI-05]', () => {
    const result = answer({ facts, learned: { default: '2026-11-20', sensitiveInfo: '2026-11-25' } });
    expect(result.obligations[0]?.stages[0]?.start).toBe('2026-11-25');
  });
});

describe('mistakes of a request', () => {
  it('names the nearest where a fact, a value or a member is not known [CLI-06]', () => {
    expect(problem({ facts: { personalDataInvolvd: true } })).toMatchObject({
      code: 'unknown-fact',
      field: 'personalDataInvolvd',
      nearest: 'personalDataInvolved',
    });
    expect(problem({ facts: { role: 'contoller' } })).toMatchObject({ code: 'unknown-value', field: 'role', nearest: 'controller' });
    expect(problem({ facts: { eventType: ['leek'] } })).toMatchObject({ code: 'unknown-value', field: 'eventType', nearest: 'leak' });
    expect(problem({ facts: { role: 'contoller', sensitive: 1 } }).others).toHaveLength(1);
  });

  it('reads them as not known and lists them, when lenient [CLI-07]', () => {
    const result = answer({ facts: { ...facts, sensitiveInfo: 'maybe', colour: 'red', eventType: ['leak', 'leek'] } }, true);
    expect(result.ignored).toEqual(['sensitiveInfo', 'colour', 'eventType.leek']);
    expect(result.obligations[0]?.applies).toBe('unknown');
  });

  it('refuses a misspelt field of the request, and lists one that is merely strange [CLI-08]', () => {
    expect(problem({ facts, learnt: {} })).toMatchObject({ code: 'unknown-field', field: 'learnt', nearest: 'learned' });
    expect(answer({ facts, note: 'x' }).ignored).toEqual(['note']);
  });

  it.each([
    [[], 'not-an-object'],
    [{}, 'missing-field'],
    [{ facts: 3 }, 'wrong-type'],
    [{ facts, at: 'tomorrow' }, 'bad-instant'],
    [{ facts: { knownAt: '2026-02-30' } }, 'bad-instant'],
    [{ facts: { sensitiveInfo: 'yes' } }, 'wrong-kind'],
    [{ facts: { eventType: { has: ['leak'], not: ['leak'] } } }, 'contradiction'],
    [{ facts, learned: { sensitiveInfoo: '2026-11-20' } }, 'unknown-fact'],
  ])('%j → %s, in both languages [CLI-06]', (raw, code) => {
    const found = problem(raw);
    expect(found.code).toBe(code);
    expect(found.message.ja).toMatch(/。/);
    expect(found.message.en).toMatch(/[.?]/);
  });
});
