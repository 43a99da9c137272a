import { describe, expect, it } from 'vitest';
import { smallBundle } from '../../test/support/small-bundle.ts';
import { assessCase } from './assess-case.ts';
import { countDue } from './count-due.ts';

const now = '2026-11-24T12:00:00+09:00';
const assess = (raw: object, lenient = false) => assessCase(smallBundle, raw, { now, lenient });
const far = ['0000-01-01', '0001-01-01T00:00:00+14:00', '1899-12-31', '2200-01-01', '9999-12-31', '9999-12-31T23:59:59-12:00'];

describe('a moment near the end of the calendar', () => {
  it.each(far)('%s is refused, wherever it stands, with the years that are counted [CLI-18]', (moment) => {
    const facts = { knownAt: moment };
    const asked = [
      assess({ facts }),
      assess({ facts: { knownAt: { after: moment } } }),
      assess({ facts: {}, learned: { default: moment } }),
      assess({ facts: {}, at: moment }),
      countDue(smallBundle, { rule: 'sample-report', stage: 'final', facts }),
    ];
    for (const answer of asked)
      expect(answer).toMatchObject({ ok: false, error: { code: 'bad-instant', message: { en: expect.stringContaining('1900 to 2199') } } });
  });

  it('is read as not known when lenient, and said so [CLI-18]', () => {
    const answer = assess({ facts: { knownAt: '9999-12-31' }, learned: { default: '0001-01-01' } }, true);
    expect(answer).toMatchObject({ ok: true, value: { governedOn: null, ignored: ['knownAt', 'learned.default'] } });
  });

  it('is counted from inside them, and a leap second is the second before it [CLI-18]', () => {
    const facts = { personalDataInvolved: true, sensitiveInfo: true, strongProtection: false };
    for (const knownAt of ['1900-01-01', '2199-12-31', '2016-12-31T23:59:60Z'])
      expect(assess({ facts: { ...facts, knownAt } }), knownAt).toMatchObject({ ok: true });
    expect(assess({ facts: { ...facts, knownAt: '2026-11-20' }, at: '2016-12-31T23:59:60Z' })).toMatchObject({ ok: true });
  });
});

describe('a request far larger than the catalogue', () => {
  const many = Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`f${i}`, true]));
  it.each([
    [{ facts: { ['x'.repeat(100_000)]: true } }, 'facts'],
    [{ facts: { eventType: ['y'.repeat(100_000)] } }, 'facts'],
    [{ facts: many }, 'facts'],
    [{ facts: {}, learned: { ['x'.repeat(101)]: '2026-11-20' } }, 'learned'],
  ])('is refused at once, lenient or not: no name is compared [CLI-19]', (raw, field) => {
    for (const lenient of [false, true])
      expect(assess(raw, lenient)).toMatchObject({
        ok: false,
        error: { code: 'wrong-type', field, message: { ja: expect.stringContaining('大きすぎます') } },
      });
  });

  it('hides no fact behind the name of a prototype [CLI-19]', () => {
    for (const name of ['__proto__', 'constructor', 'toString'])
      expect(assess(JSON.parse(`{"facts":{"${name}":true}}`))).toMatchObject({ ok: false, error: { code: 'unknown-fact', field: name } });
  });
});
