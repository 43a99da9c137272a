import { describe, expect, it } from 'vitest';
import { addDays, civilOf, daysBetween, instantOf, limitAt, offsetAt, writeInstant } from './zone-time.ts';

const noon = Date.parse('2026-11-23T03:02:00Z');

describe('civil time in a zone', () => {
  it('reads the wall clock of the zone', () => {
    expect(civilOf(noon, 'Asia/Tokyo')).toEqual({ date: '2026-11-23', time: '12:02' });
    expect(civilOf(noon, 'America/New_York')).toEqual({ date: '2026-11-22', time: '22:02' });
  });

  it('knows the offset on both sides of a clock change', () => {
    expect(offsetAt(Date.parse('2026-07-01T00:00:00Z'), 'Europe/Berlin')).toBe(120);
    expect(offsetAt(Date.parse('2026-12-01T00:00:00Z'), 'Europe/Berlin')).toBe(60);
    expect(offsetAt(noon, 'Asia/Kolkata')).toBe(330);
  });

  it('writes an instant with its offset and reads it back', () => {
    expect(writeInstant(noon, 'Asia/Tokyo')).toBe('2026-11-23T12:02:00+09:00');
    expect(writeInstant(noon, 'America/New_York')).toBe('2026-11-22T22:02:00-05:00');
    for (const zone of ['Asia/Tokyo', 'Europe/Berlin', 'America/New_York']) expect(Date.parse(writeInstant(noon, zone))).toBe(noon);
  });

  it('takes the earlier of a repeated hour', () => {
    expect(new Date(instantOf('2026-10-25', '02:30', 'Europe/Berlin')).toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(new Date(instantOf('2026-10-26', '02:30', 'Europe/Berlin')).toISOString()).toBe('2026-10-26T01:30:00.000Z');
    expect(new Date(instantOf('2026-03-29', '02:30', 'Europe/Berlin')).toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });

  it('ends a civil limit at 24:00 in the zone of the rule', () => {
    expect(new Date(limitAt('2026-11-27', 'Asia/Tokyo')).toISOString()).toBe('2026-11-27T15:00:00.000Z');
    expect(new Date(limitAt('2026-11-26T14:02:00+09:00', 'Asia/Tokyo')).toISOString()).toBe('2026-11-26T05:02:00.000Z');
  });

  it('counts days over a year end', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysBetween('2026-11-23', '2027-01-21')).toBe(59);
  });
});
