import { describe, expect, it } from 'vitest';
import { sayTimeLeft, timeLeft } from './time-left.ts';

const tokyo = (text: string): number => Date.parse(`${text}:00+09:00`);
const say = (limit: string, now: string, lang: 'ja' | 'en' = 'ja'): string => sayTimeLeft(timeLeft(limit, tokyo(now), 'Asia/Tokyo'), lang);

describe('time left', () => {
  it('counts a civil limit in days', () => {
    expect(say('2026-11-27', '2026-11-23T14:02')).toBe('あと4日');
    expect(say('2026-11-27', '2026-11-26T23:59', 'en')).toBe('1 day left');
  });

  it('is today until midnight and late one minute after', () => {
    expect(say('2026-11-27', '2026-11-27T23:59')).toBe('きょうまで');
    expect(say('2026-11-27', '2026-11-28T00:00')).toBe('過ぎています（1日）');
    expect(say('2026-11-27', '2026-11-30T09:00', 'en')).toBe('Overdue by 3 days');
  });

  it('counts an instant in hours and minutes', () => {
    const limit = '2026-11-26T14:02:00+09:00';
    expect(say(limit, '2026-11-23T15:02')).toBe('あと2日23時間');
    expect(say(limit, '2026-11-26T09:00')).toBe('あと5時間2分');
    expect(say(limit, '2026-11-26T13:57', 'en')).toBe('5 minutes left');
    expect(say(limit, '2026-11-26T16:02')).toBe('過ぎています（2時間）');
  });
});
