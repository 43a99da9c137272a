import type { Lang } from '../../../core/index.ts';

/** A list of names, the first few and how many more. */
export const sayList = (names: readonly string[], most: number, lang: Lang): string => {
  const ja = lang === 'ja';
  const shown = names.slice(0, most).map((n) => (ja ? `「${n}」` : n));
  const more = names.length - shown.length;
  if (more === 0) return shown.join(ja ? '' : ', ');
  return ja ? `${shown.join('')}ほか${more}件` : `${shown.join(', ')} and ${more} more`;
};
