import { describe, expect, it } from 'vitest';
import { sayElapsed, sayTime, toLocalInput } from './clock.ts';

describe('the clock', () => {
  it.each([
    [0, '00:00:00'],
    [401_000, '00:06:41'],
    [86_399_999, '23:59:59'],
    [360_000_000, '100:00:00'],
    [-5000, '00:00:00'],
  ])('says %d ms as %s', (ms, text) => expect(sayElapsed(ms)).toBe(text));

  it('goes to the input and back to the same minute', () => {
    const at = new Date(2026, 10, 24, 14, 2, 30).getTime();
    expect(toLocalInput(at)).toBe('2026-11-24T14:02');
    expect(at - new Date(toLocalInput(at)).getTime()).toBe(30_000);
  });

  it('names the day only when it is another', () => {
    const at = new Date(2026, 10, 24, 9, 5).getTime();
    expect(sayTime(at, new Date(2026, 10, 24, 23, 0).getTime(), 'ja')).toBe('09:05');
    expect(sayTime(at, new Date(2026, 10, 25, 1, 0).getTime(), 'ja')).toMatch(/11\/24.*火.* 09:05/);
  });
});
