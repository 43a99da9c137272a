import { describe, expect, it } from 'vitest';
import { nextPause } from './outbox.ts';
import { sayMoment } from './say-now.ts';
import { readSaid } from '../../core/index.ts';

describe('the pace of the outbox', () => {
  it('doubles with each failure up to half a minute, and never comes back in step [SYNC-11]', () => {
    expect([1, 2, 3, 4, 20].map((n) => nextPause(n, 1))).toEqual([2_000, 4_000, 8_000, 16_000, 30_000]);
    expect(nextPause(20, 0)).toBe(15_000);
  });
});

describe('a moment as a device says it', () => {
  it('has the zone it was said in, and is the same moment [SYNC-12]', () => {
    const at = Date.UTC(2026, 10, 25, 0, 14, 3, 7);
    const said = sayMoment(at, 'Asia/Tokyo');
    expect(readSaid(said)).toMatchObject({ zone: 'Asia/Tokyo', moment: { timed: true } });
    expect(Date.parse(said.replace(/\[.*/, ''))).toBe(at);
  });
});
