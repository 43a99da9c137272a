import { Refused } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';

const plain: Readonly<Record<string, unknown>> = { yes: true, no: false, unknown: null, はい: true, いいえ: false, わからない: null };

const answerIn = (text: string): unknown => {
  if (Object.hasOwn(plain, text)) return plain[text];
  if (/^\d+$/.test(text)) return Number(text);
  if (/^[[{]/.test(text)) {
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  }
  return text;
};

/** Reads `name=answer` words: yes, no, unknown, a number, a value, a moment, or JSON for what is known in part. */
export const readAnswers = (words: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    words.map((word) => {
      const at = word.indexOf('=');
      if (at > 0) return [word.slice(0, at), answerIn(word.slice(at + 1))];
      throw new Refused(exitCodes.usage, {
        ja: `「${word}」は「名前=答え」の形で書いてください。例：maliciousAct=yes subjectsMax=1200`,
        en: `Write “${word}” as name=answer. Example: maliciousAct=yes subjectsMax=1200`,
      });
    }),
  );
