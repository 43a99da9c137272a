import type { Known } from '../../../core/index.ts';

/** What was typed for a count: exactly, or only its bounds. Full-width digits and separators are read too. */
export type Typed = { readonly exact: string; readonly least: string; readonly most: string };

export type NumberRead = { readonly known: Known } | { readonly error: 'number' | 'range' };

const digits = (text: string): string => text.normalize('NFKC').replaceAll(/[,、\s人件]/g, '');

/** Reads a count of 0 or more; undefined when empty, NaN when it is none. */
const readCount = (text: string): number | undefined => {
  const plain = digits(text);
  if (plain === '') return undefined;
  return /^\d{1,12}$/.test(plain) ? Number(plain) : Number.NaN;
};

export const readNumber = (typed: Typed): NumberRead => {
  const exact = readCount(typed.exact);
  const min = readCount(typed.least);
  const max = readCount(typed.most);
  if ([exact, min, max].some(Number.isNaN)) return { error: 'number' };
  if (exact !== undefined) return { known: exact };
  if (min === undefined && max === undefined) return { error: 'number' };
  if (min !== undefined && max !== undefined) return min > max ? { error: 'range' } : { known: min === max ? min : { min, max } };
  return { known: min !== undefined ? { min } : { max: max as number } };
};

/** What the boxes show for an answer given before. */
export const typeOf = (value: Known | null | undefined): Typed => {
  if (typeof value === 'number') return { exact: String(value), least: '', most: '' };
  const range = typeof value === 'object' && value !== null && ('min' in value || 'max' in value) ? value : {};
  return { exact: '', least: String(range.min ?? ''), most: String(range.max ?? '') };
};
