import type { Lang } from '../knowledge/text.ts';
import { type NoticeForm, type NoticeWords, sayNotice } from './notice.ts';

/** A version that went out, in the order of the log. */
export type IssuedText = { readonly lang: Lang; readonly text: string };

const headOf = (text: string): string => text.slice(0, text.indexOf('\n'));

/**
 * The words with which a notice goes out now: those of the last version while nothing has changed since it went out in any
 * language, else with the next number and the present moment (`now`: RFC 9557 with minutes). `amended` holds what is new.
 */
export const nextIssue = (
  notice: NoticeForm,
  words: NoticeWords,
  lang: Lang,
  issued: readonly IssuedText[],
  now: string,
): { readonly words: NoticeWords; readonly amended: Readonly<Record<string, string>> } => {
  const isCurrent = ({ lang: l, text }: IssuedText): boolean => text === sayNotice(notice, words, l);
  const before = issued.findLast((i) => i.lang === lang);
  const changedHere = before && !isCurrent(before) && headOf(before.text) === headOf(sayNotice(notice, words, lang));
  if (words.version && words.issuedAt && !changedHere && issued.some(isCurrent)) return { words, amended: {} };
  const amended = { version: String((Number(words.version) || 0) + 1), issuedAt: now };
  return { words: { ...words, ...amended }, amended };
};

/** The heading lines of a text: those that always stand and are no sentence. */
export const headingsOf = ({ text }: NoticeForm, lang: Lang): readonly string[] =>
  text.text[lang]
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.includes('{') && !/[。.]$/.test(line));
