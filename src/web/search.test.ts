import { describe, expect, it } from 'vitest';
import { matches } from './search.ts';

const entry = 'ランサムウェア被害防止対策 警察庁 ＪＰＣＥＲＴ/CC 届出';

describe('the search in lists', () => {
  it.each(['警察', '届出', 'ランサム', 'jpcert', 'ＪＰＣＥＲＴ', 'ﾗﾝｻﾑ', ''])('finds %s', (query) =>
    expect(matches(entry, query)).toBe(true),
  );
  it('asks for every word', () => {
    expect(matches(entry, '警察　届出')).toBe(true);
    expect(matches(entry, '警察 保険')).toBe(false);
  });
});
