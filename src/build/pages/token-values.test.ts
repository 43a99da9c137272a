import { describe, expect, it } from 'vitest';
import { pickTokens } from './token-values.ts';

const tokens = ':root { --blue: #00f; --red: #f00; --grey: #999; }';

describe('pickTokens', () => {
  it('takes what is used and not defined', () =>
    expect(pickTokens(':root{--ink:var(--grey)} a{color:var(--blue);background:var(--ink)}', tokens)).toBe(
      ':root{--blue:#00f;--grey:#999}',
    ));
  it('refuses a name nobody knows', () => expect(() => pickTokens('a{color:var(--green)}', tokens)).toThrow('--green'));
});
