import { describe, expect, it } from 'vitest';
import { freshRecord, readRecord } from './record.ts';

const now = 1_800_000_000_000;
const hour = 3_600_000;
const marked = { noticedAt: now - 30 * hour, done: { 'P-01.T5.1': now - 29 * hour }, cannot: ['P-01.T5.2'], answers: { 'P-01.B1': 'yes' } };

describe('what the device keeps of a case [M-08]', () => {
  it('reads back what was kept', () => expect(readRecord(JSON.stringify(marked), now)).toEqual(marked));

  it.each([null, '', '{', '[]', '"x"', '{"noticedAt":"soon"}', JSON.stringify({ ...marked, noticedAt: now + hour })])(
    'reads %s as nothing',
    (text) => expect(readRecord(text, now)).toEqual(freshRecord(now)),
  );

  it('drops parts of another shape and keeps the rest', () =>
    expect(readRecord(JSON.stringify({ ...marked, done: { a: 'x' }, cannot: 3 }), now)).toEqual({ ...marked, done: {}, cannot: [] }));

  it('starts the clock anew after an hour of only looking, not once a time was set', () => {
    const looked = freshRecord(now - 2 * hour);
    expect(readRecord(JSON.stringify(looked), now).noticedAt).toBe(now);
    expect(readRecord(JSON.stringify(freshRecord(now - hour / 2)), now).noticedAt).toBe(now - hour / 2);
    expect(readRecord(JSON.stringify({ ...looked, set: true }), now).noticedAt).toBe(now - 2 * hour);
  });
});
