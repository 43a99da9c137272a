import { describe, expect, it } from 'vitest';
import { readTyped, typedOf } from './read-instant.ts';

const now = Date.parse('2026-11-23T05:14:00Z');
const read = (date: string, time: string, dayOnly = false) => readTyped({ date, time, dayOnly }, 'Asia/Tokyo', now, true);

describe('a typed moment', () => {
  it('carries the offset of the device', () => {
    expect(read('2026-11-23', '14:02')).toEqual({ known: '2026-11-23T14:02:00+09:00' });
    expect(readTyped({ date: '2026-07-01', time: '09:30', dayOnly: false }, 'Europe/Berlin', now, true)).toEqual({
      known: '2026-07-01T09:30:00+02:00',
    });
  });

  it('may be a day alone', () => {
    expect(read('2026-11-22', '', true)).toEqual({ known: '2026-11-22' });
  });

  it('names what is missing, and what has not come yet', () => {
    expect(read('', '14:02')).toEqual({ error: 'day' });
    expect(read('2026-11-23', '')).toEqual({ error: 'time' });
    expect(read('2026-11-23', '15:00')).toEqual({ error: 'future' });
    expect(read('2026-11-24', '', true)).toEqual({ error: 'future' });
  });

  it('shows again what was answered', () => {
    expect(typedOf('2026-11-23T05:02:00Z', 'Asia/Tokyo', now)).toEqual({ date: '2026-11-23', time: '14:02', dayOnly: false });
    expect(typedOf('2026-11-22', 'Asia/Tokyo', now)).toEqual({ date: '2026-11-22', time: '', dayOnly: true });
    expect(typedOf(null, 'Asia/Tokyo', now).date).toBe('2026-11-23');
  });
});
