import { type FactDef, type Known, sayKnown } from '../../../core/index.ts';
import { type Reader, sayMoment } from './say-date.ts';

const count = (n: number, lang: Reader['lang']): string => n.toLocaleString(lang);

/** An answer in words: members by their labels, instants as dates, counts with their bounds. Null: not known. */
export const sayAnswer = (value: Known | null, def: FactDef | undefined, reader: Reader): string => {
  const { lang } = reader;
  const ja = lang === 'ja';
  if (value === null) return ja ? 'わからない' : 'Not known';
  if (typeof value === 'boolean') return value ? (ja ? 'はい' : 'Yes') : ja ? 'いいえ' : 'No';
  if (typeof value === 'number') return count(value, lang);
  if (def?.kind === 'instant' && typeof value === 'string') return sayMoment(value, reader);
  if (typeof value === 'object' && ('min' in value || 'max' in value)) {
    const least = value.min === undefined ? '' : ja ? `${count(value.min, lang)} 以上` : `at least ${count(value.min, lang)}`;
    const most = value.max === undefined ? '' : ja ? `${count(value.max, lang)} 以下` : `at most ${count(value.max, lang)}`;
    return [least, most].filter(Boolean).join(ja ? '・' : ', ');
  }
  if (typeof value === 'object' && 'has' in value && value.has?.length) {
    const said = sayKnown(value, def)[lang];
    return ja ? `${said}（ほかはまだ）` : `${said} (others open)`;
  }
  return sayKnown(value, def)[lang];
};

/** An answer that leaves part of its question open, so that more may be said. */
export const isPartial = (value: Known | null): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
