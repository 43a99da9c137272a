import { describe, expect, it } from 'vitest';
import { isPast } from './is-past.ts';

describe('a limit that has passed', () => {
  it.each([
    ['2026-11-24', '2026-11-24T23:59:59+09:00', false],
    ['2026-11-24', '2026-11-25T00:00:00+09:00', true],
    ['2026-11-24', '2026-11-24T14:59:59Z', false],
    ['2026-11-24', '2026-11-24T15:00:00Z', true],
    ['2026-11-24', '2026-11-24', false],
    ['2026-11-24', '2026-11-25', true],
    ['2026-11-24T10:00:00+01:00', '2026-11-24T09:00:00Z', false],
    ['2026-11-24T10:00:00+01:00', '2026-11-24T09:00:01Z', true],
    ['2026-11-24T10:00:00+01:00', '2026-11-25', true],
  ])('%s at %s → %s (a day ends at 24:00 in Tokyo)', (limit, at, past) => expect(isPast(limit, at, 'Asia/Tokyo')).toBe(past));
});
