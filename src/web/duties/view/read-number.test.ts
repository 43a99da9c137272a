import { describe, expect, it } from 'vitest';
import { readNumber, typeOf } from './read-number.ts';

const typed = (exact: string, least = '', most = '') => readNumber({ exact, least, most });

describe('a typed count', () => {
  it('reads digits of either width, with separators', () => {
    expect(typed('1,200')).toEqual({ known: 1200 });
    expect(typed('１２００人')).toEqual({ known: 1200 });
    expect(typed('0')).toEqual({ known: 0 });
  });

  it('reads bounds', () => {
    expect(typed('', '', '1000')).toEqual({ known: { max: 1000 } });
    expect(typed('', '5', '')).toEqual({ known: { min: 5 } });
    expect(typed('', '5', '9')).toEqual({ known: { min: 5, max: 9 } });
    expect(typed('', '9', '9')).toEqual({ known: 9 });
  });

  it('refuses what is no count', () => {
    for (const text of ['', '-1', '1.5', 'many']) expect(typed(text)).toEqual({ error: 'number' });
    expect(typed('', '9', '5')).toEqual({ error: 'range' });
  });

  it('shows again what was answered', () => {
    for (const known of [1200, { max: 1000 }, { min: 5 }, { min: 5, max: 9 }]) expect(readNumber(typeOf(known))).toEqual({ known });
    expect(typeOf(null)).toEqual({ exact: '', least: '', most: '' });
  });
});
