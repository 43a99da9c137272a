import { describe, expect, it } from 'vitest';
import type { Calendar } from './calendar.ts';
import type { Convention } from './convention.ts';
import { countFrom } from './count.ts';
import { readMoment, type Moment } from './moment.ts';

const calendar: Calendar = {
  id: 'test',
  label: { ja: '試験', en: 'Test' },
  weekend: [6, 7],
  yearly: {
    '12-29': { ja: '年末', en: 'year end' },
    '12-30': { ja: '年末', en: 'year end' },
    '12-31': { ja: '年末', en: 'year end' },
    '01-02': { ja: '年始', en: 'new year' },
    '01-03': { ja: '年始', en: 'new year' },
  },
  days: { '2026-11-23': { ja: '勤労感謝の日', en: 'Labour Thanksgiving Day' }, '2027-01-01': { ja: '元日', en: "New Year's Day" } },
  from: '2026-01-01',
  officialTo: '2027-12-31',
  knownTo: '2027-12-31',
  sources: [],
};

const at = (text: string): Moment => readMoment(text) as Moment;
const limit = (start: string, how: Convention, zone = 'Asia/Tokyo') => countFrom(at(start), how, calendar, zone)?.latest;
const ppc = (n: number): Convention => ({ unit: 'days', n, firstDay: 'counts', roll: 'next-open-day' });

describe('counting conventions', () => {
  it('counts the day of knowledge as day 1 and rolls the last day to the next open day (PPC) [T-01]', () => {
    expect(limit('2026-11-20T18:30+09:00', ppc(30))).toBe('2026-12-21');
    expect(limit('2026-12-01', ppc(30))).toBe('2027-01-04');
    expect(limit('2026-10-25', ppc(30))).toBe('2026-11-24');
  });

  it('takes the civil day of an instant in the rule zone, not in the zone it was said in [T-02]', () => {
    expect(limit('2026-11-30T15:30:00Z', ppc(1))).toBe('2026-12-01');
    expect(limit('2026-11-30T14:59:59Z', ppc(1))).toBe('2026-11-30');
  });

  it('leaves the first day out where the law excludes it (Civil Code 140) [T-03]', () => {
    expect(limit('2026-11-02', { unit: 'days', n: 30, firstDay: 'excluded', roll: 'none' })).toBe('2026-12-02');
    expect(limit('2026-11-02', { unit: 'weeks', n: 2, firstDay: 'excluded', roll: 'none' })).toBe('2026-11-16');
  });

  it.each([
    ['2027-02-28', '2027-03-31', '2027-03-28'],
    ['2027-01-31', '2027-02-28', '2027-02-28'],
    ['2027-01-30', '2027-02-28', '2027-02-28'],
    ['2026-11-30', '2026-12-31', '2026-12-30'],
    ['2026-03-15', '2026-04-15', '2026-04-15'],
  ])('ends one month from %s on %s in Japan and on %s in the EU [T-04]', (start, civil, eu) => {
    expect(limit(start, { unit: 'months', n: 1, method: 'civil', roll: 'none' })).toBe(civil);
    expect(limit(start, { unit: 'months', n: 1, method: 'same-day', roll: 'none' })).toBe(eu);
  });

  it('runs hours through daylight saving and days off, in real time [T-05]', () => {
    expect(limit('2026-10-24T12:00+02:00', { unit: 'hours', n: 72 })).toBe('2026-10-27T12:00:00+02:00');
    expect(limit('2026-10-24', { unit: 'hours', n: 72 }, 'Europe/Berlin')).toBe('2026-10-26T23:00:00+01:00');
  });

  it('starts Regulation 1182/71 hours at the next full hour [T-06]', () => {
    expect(limit('2026-11-23T14:02+09:00', { unit: 'hours', n: 72, fullHours: true })).toBe('2026-11-26T15:00:00+09:00');
    expect(limit('2026-11-23T10:00+01:00', { unit: 'hours', n: 72, fullHours: true })).toBe('2026-11-26T11:00:00+01:00');
  });

  it('counts open days only, the start day not among them [T-07]', () => {
    expect(limit('2026-11-20', { unit: 'openDays', n: 4 })).toBe('2026-11-27');
    expect(limit('2026-11-21', { unit: 'openDays', n: 1 })).toBe('2026-11-24');
  });

  it('keeps two working days in a short EU period (Regulation 1182/71 art. 3(5)) [T-08]', () => {
    expect(limit('2026-11-20', { unit: 'days', n: 2, firstDay: 'excluded', roll: 'none', minOpenDays: 2 })).toBe('2026-11-25');
  });

  it('makes no date of a word without a number [T-09]', () => {
    expect(limit('2026-11-20', { unit: 'none', word: 'promptly' })).toBeUndefined();
  });

  it('marks a date beyond the official calendar as provisional and says so [T-10]', () => {
    const counted = countFrom(at('2027-12-20'), ppc(30), calendar, 'Asia/Tokyo');
    expect(counted?.provisional).toBe(true);
    expect(counted?.steps.at(-1)?.ja).toContain('仮のもの');
    expect(countFrom(at('2027-11-01'), ppc(30), calendar, 'Asia/Tokyo')?.provisional).toBe(false);
  });

  it('shows every day it had to skip [T-11]', () => {
    const steps = countFrom(at('2026-12-01'), ppc(30), calendar, 'Asia/Tokyo')?.steps.map((s) => s.ja) ?? [];
    expect(steps).toContain('30日目：2026-12-30（水）');
    expect(steps.filter((s) => s.includes('閉まっている'))).toHaveLength(5);
  });
});

describe('readMoment', () => {
  it.each(['2026-13-01', '2026-02-30', '2026-11-20T18:30', '20261120', 'yesterday', '2026-11-20T25:00+09:00', '9999-12-31', '0001-01-01'])(
    'refuses %s [T-12]',
    (text) => expect(readMoment(text)).toBeUndefined(),
  );
  it.each(['2026-02-28', '2026-11-20T18:30+09:00', '2026-11-20T18:30:15Z'])('accepts %s [T-12]', (text) =>
    expect(readMoment(text)?.text).toBe(text),
  );

  it('takes a fixed day of the next month as it stands, days off or not [T-15]', () => {
    const list: Convention = { unit: 'dayOfNextMonth', n: 20 };
    expect(limit('2026-10-31', list)).toBe('2026-11-20');
    expect(limit('2026-11-01', list)).toBe('2026-12-20');
    expect(limit('2026-12-20', list)).toBe('2027-01-20');
  });
});
