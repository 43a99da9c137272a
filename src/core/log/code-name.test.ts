import { describe, expect, it } from 'vitest';
import { codeNameOf } from './code-name.ts';

describe('a code name', () => {
  it('is two plain words, read off the end of the id, whatever it ends with [RCLI-10]', () => {
    const names = Array.from({ length: 256 }, (_, i) => {
      const two = i.toString(16).padStart(2, '0');
      return codeNameOf(`019ac000-0000-7000-8000-00000000${two}${two}`);
    });
    expect(names.filter(({ ja, en }) => `${ja}${en}`.includes('undefined'))).toEqual([]);
    expect(new Set(names.map((n) => n.en)).size).toBeGreaterThan(1);
    expect(codeNameOf('01a21049-94d8-7251-94b2-65b4443c3226')).toEqual({ ja: '赤い椅子', en: 'Red chair' });
  });
});
