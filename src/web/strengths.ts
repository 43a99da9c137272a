import type { Strength, Text } from '../core/index.ts';

/** What a date is called. A yardstick is never called a limit, nor is one whose text was not read. */
export const strengths: Readonly<Record<Strength, Text>> = {
  statutory: { ja: '期限', en: 'deadline' },
  guideline: { ja: '目安', en: 'guide date' },
  contract: { ja: '契約の期限', en: 'contract deadline' },
  practice: { ja: '慣行の目安', en: 'usual practice' },
  unconfirmed: { ja: '要確認', en: 'to be confirmed' },
};
