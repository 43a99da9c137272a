import { describe, expect, it } from 'vitest';
import { dueOf } from '../../src/core/index.ts';
import { knowledge } from '../support/knowledge.ts';
import { addDays, isOfficeClosed } from '../support/japanese-holidays.ts';

/** The final report counted by hand: day 1 is the day of knowledge; a closed last day moves to the next open one. */
const byHand = (known: string, days: number): string => {
  let last = addDays(known, days - 1);
  while (isOfficeClosed(last)) last = addDays(last, 1);
  return last;
};

const latest = (knownAt: string, maliciousAct: boolean) => {
  const result = dueOf(knowledge, { rule: 'appi-ppc-report', stage: 'final', facts: { knownAt, maliciousAct } });
  return 'due' in result ? result.due : undefined;
};

describe('final report to the PPC', () => {
  for (const days of [30, 60])
    it(`equals an independent count for every start day 2022–2027, ${days} days [T-13]`, () => {
      for (let known = '2022-01-01'; known <= '2027-12-31'; known = addDays(known, 1)) {
        const due = latest(known, days === 60);
        // The same date on both sides of the horizon; past it, it is marked.
        const hand = byHand(known, days);
        expect([known, due?.latest, due?.provisional]).toEqual([known, hand, hand > '2027-12-31']);
      }
    });

  it('shows the earlier limit while malice is open, the other as an alternative [T-14]', () => {
    const result = dueOf(knowledge, { rule: 'appi-ppc-report', stage: 'final', facts: { knownAt: '2026-11-23' } });
    const due = 'due' in result ? result.due : undefined;
    expect(due?.latest).toBe('2026-12-22');
    expect(due?.alternatives.map((a) => a.latest)).toEqual(['2027-01-21']);
  });
});
