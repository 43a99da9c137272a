import { describe, expect, it } from 'vitest';
import { mentionAt, mentionsIn } from './use-mention.ts';
import { readTime } from './time-fields.tsx';

const all = [
  { id: 'it', name: '情シス' },
  { id: 'a', name: '佐藤' },
  { id: 'b', name: '佐藤花子' },
];

describe('the input of the record [ROOM-20]', () => {
  it('finds the word after an @ at the cursor, in either width', () => {
    expect(mentionAt('確認＠情', 4)).toEqual({ from: 2, word: '情' });
    expect(mentionAt('確認@情シス 済み', 9)).toBeUndefined();
  });

  it('keeps who is named, the longest name first, each once', () => {
    expect(mentionsIn('@佐藤花子と@情シス、もう一度@情シス', all)).toEqual(['b', 'it']);
    expect(mentionsIn('佐藤に電話', all)).toEqual([]);
  });

  it('reads a time on the wall clock of the incident, never one to come', () => {
    const now = Date.parse('2026-11-25T05:00:00Z');
    expect(readTime({ date: '', clock: '13:50' }, 'Asia/Tokyo', now)).toEqual({ moment: '2026-11-25T13:50:00+09:00[Asia/Tokyo]' });
    expect(readTime({ date: '2026-11-26', clock: '09:00' }, 'Asia/Tokyo', now)).toHaveProperty('error');
    expect(readTime({ date: '', clock: '' }, 'Asia/Tokyo', now)).toHaveProperty('error');
  });
});
