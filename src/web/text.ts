import type { Text } from '../core/index.ts';

/** The same words in both languages. */
export const t = (ja: string, en: string): Text => ({ ja, en });

/** A count with its English noun. */
export const many = (n: number, one: string, more: string = `${one}s`): string => `${n} ${n === 1 ? one : more}`;
