import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../../test/support/random.ts';
import type { Known } from '../facts/fact.ts';
import { testKnown } from '../facts/test-known.ts';
import { momentOf } from '../time/moment.ts';
import type { Answer } from './incident.ts';
import { pictureOf } from './picture.ts';
import type { Register } from './register.ts';

const said = (...answers: readonly Answer[]): Register<Answer> =>
  answers.map((value, i) => ({ value, entry: `e${i}`, actor: `a${i}`, device: `d${i}`, saidAt: '2026-11-25T09:00:00+09:00', order: i }));
const pictured = (...values: readonly (Known | null)[]) => pictureOf({ facts: { f: said(...values.map((value) => ({ value }))) } });

const members = ['leak', 'loss', 'damage', 'stop'];
const random = randomFrom(11);
const some = (): string[] => members.filter(() => random.chance(0.5));

type Case = { readonly any: () => Known; readonly rel: 'is' | 'in' | 'has' | '>' | '<='; readonly values: readonly unknown[] };
const kinds: Readonly<Record<string, Case>> = {
  'yes-no': { any: () => random.chance(0.5), rel: 'is', values: [true, false] },
  'one-of': {
    any: () => (random.chance(0.5) ? random.pick(members) : { in: [...some(), random.pick(members)] }),
    rel: 'in',
    values: [['leak'], ['leak', 'loss'], members],
  },
  'some-of': {
    any: () => {
      const [has, rest] = [some(), some()];
      return random.chance(0.5) ? has : { has, not: rest.filter((m) => !has.includes(m)) };
    },
    rel: 'has',
    values: members,
  },
  number: {
    any: () =>
      random.chance(0.5)
        ? random.below(2000)
        : random.chance(0.5)
          ? { min: random.below(1500) }
          : { min: random.below(900), max: 900 + random.below(900) },
    rel: '>',
    values: [0, 100, 1000, 1700],
  },
};

describe('statements made apart', () => {
  it.each(Object.entries(kinds))('leave open whatever either leaves open: %s [LOG-11]', (_, { any, rel, values }) => {
    for (let i = 0; i < 3000; i++) {
      const [a, b] = [any(), any()];
      const joined = pictured(a, b).facts.f;
      for (const value of values) {
        const verdict = testKnown(joined, rel, value);
        if (verdict === 1) continue;
        expect([testKnown(a, rel, value), testKnown(b, rel, value)], `${JSON.stringify([a, b, joined])} ${rel} ${value}`).toEqual([
          verdict,
          verdict,
        ]);
      }
    }
  });

  it('start a clock at the earlier of two moments [LOG-11]', () => {
    const start = (...values: readonly (Known | null)[]) => momentOf(pictured(...values).facts.f)?.text;
    expect(start('2026-11-25', '2026-11-24')).toBe('2026-11-24');
    expect(start('2026-11-25', '2026-11-24T20:00:00Z')).toBe('2026-11-25T00:00:00+09:00');
    expect(start('2026-11-25', '2026-11-24T23:00:00+09:00')).toBe('2026-11-24T23:00:00+09:00');
  });

  it('learn a fact when the first of them learned it [LOG-11]', () => {
    const facts = { f: said({ value: true, learned: '2026-11-25' }, { value: true, learned: '2026-11-24T23:00:00+09:00' }) };
    expect(pictureOf({ facts })).toEqual({ facts: { f: true }, learned: { f: '2026-11-24T23:00:00+09:00' }, parked: [] });
  });

  it('never take a start away: by a dispute about when, or by somebody who does not know [LOG-11]', () => {
    const start = (...values: readonly (Known | null)[]) => momentOf(pictured(...values).facts.f)?.text;
    expect(start('2026-11-20', { before: '2026-11-26' })).toBe('2026-11-20');
    expect(start({ before: '2026-11-26' }, { after: '2026-11-21', before: '2026-11-22' })).toBe('2026-11-21');
    expect(start('2026-11-20', null)).toBe('2026-11-20');
  });

  it('open a fact that somebody answered and somebody else could not [LOG-11]', () => {
    expect(pictured(false, null)).toEqual({ facts: {}, learned: {}, parked: ['f'] });
    expect(pictured(['leak'], null).facts).toEqual({});
  });

  it('count from knowing where one of them said no time of learning [LOG-11]', () => {
    const facts = { f: said({ value: true }, { value: true, learned: '2026-11-30' }) };
    expect(pictureOf({ facts }).learned).toEqual({});
  });

  it('park a fact that nobody knows, whatever the card says of it [LOG-11]', () => {
    expect(pictureOf({ facts: { f: said({ value: null }) } }, { f: true, g: false })).toEqual({
      facts: { g: false },
      learned: {},
      parked: ['f'],
    });
  });
});
