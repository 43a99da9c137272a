import { describe, expect, it } from 'vitest';
import { sayDay, sayMoment, sayShortDay } from './say-date.ts';

const now = Date.parse('2026-11-23T05:02:00Z');
const ja = { lang: 'ja', zone: 'Asia/Tokyo', now } as const;
const en = { lang: 'en', zone: 'Asia/Tokyo', now } as const;

describe('dates as people read them', () => {
  it('puts the weekday beside the date and the year only where it differs', () => {
    expect(sayDay('2026-11-27', ja)).toBe('11/27（金）');
    expect(sayDay('2027-01-21', ja)).toBe('2027/1/21（木）');
    expect(sayDay('2026-11-27', en)).toBe('Fri 27 Nov');
    expect(sayDay('2027-01-21', en)).toBe('Thu 21 Jan 2027');
    expect(sayShortDay('2027-01-21', 'ja')).toBe('1/21（木）');
  });

  it('shows an instant on the wall clock of the reader', () => {
    expect(sayMoment('2026-11-26T14:02:00+09:00', ja)).toBe('11/26（木） 14:02');
    expect(sayMoment('2026-11-26T05:02:00Z', ja)).toBe('11/26（木） 14:02');
  });

  it('names the zone where it is not Tokyo', () => {
    const berlin = { ...en, zone: 'Europe/Berlin' };
    expect(sayMoment('2026-11-26T14:02:00+09:00', berlin)).toMatch(/^Thu 26 Nov 06:02 \[Berlin, .+\]$/);
    expect(sayMoment('2026-11-27', berlin)).toBe('Fri 27 Nov [Japan time]');
    expect(sayMoment('2026-11-27', ja, 'Europe/Berlin')).toMatch(/^11\/27（金）［Berlin・.+］$/);
  });
});
