import type { Lang, Text } from '../../core/index.ts';

/** Words of the printed results, one table for both languages. */
const words = {
  needed: { ja: '必要', en: 'Needed' },
  presumed: { ja: '必要とみなす（外れるかもしれない）', en: 'Taken as needed (may be lifted)' },
  open: { ja: 'まだ決められない', en: 'Cannot tell yet' },
  notNeeded: { ja: '不要', en: 'Not needed' },
  why: { ja: '理由', en: 'Why' },
  to: { ja: '届け先', en: 'To' },
  law: { ja: '根拠', en: 'Law' },
  form: { ja: '共通様式も使える', en: 'Common form may be used' },
  lifts: { ja: '次が確かめられれば外れる', en: 'Lifted if this is confirmed' },
  target: { ja: '目標', en: 'target' },
  ifApplies: { ja: 'あたるなら ', en: 'if it applies, ' },
  overdue: { ja: '期限を過ぎています', en: 'overdue' },
  provisional: { ja: '暦が未確定', en: 'calendar not final' },
  assumed: { ja: '気づいた日から仮に数えた', en: 'start assumed' },
  unconfirmed: { ja: '要確認', en: 'to be confirmed' },
  alternatives: { ja: 'ほかの場合', en: 'Otherwise' },
  noDate: { ja: '日数の定めなし', en: 'no number of days' },
  outer: { ja: '遅くとも（争いあり）', en: 'arguable limit' },
  ask: { ja: '次に確かめること', en: 'Find out next' },
  settles: { ja: '分かると決まること', en: 'Settles' },
  ignored: { ja: '読まなかったもの', en: 'Left out' },
  differences: { ja: '答えどうしの違い', en: 'Answers that differ' },
  advice: {
    ja: 'これは法律の助言ではありません。迷うときは専門家に確かめてください。',
    en: 'This is not legal advice. When in doubt, ask a professional.',
  },
} as const satisfies Record<string, Text>;

export type Word = keyof typeof words;

export const word = (name: Word, lang: Lang): string => words[name][lang];

/** `name：text` in Japanese, `name: text` in English. */
export const labelled = (name: Word, text: string, lang: Lang): string => `${words[name][lang]}${lang === 'ja' ? '：' : ': '}${text}`;

export const inBrackets = (text: string, lang: Lang): string => (lang === 'ja' ? `（${text}）` : ` (${text})`);

export const joined = (parts: readonly string[], lang: Lang): string => parts.join(lang === 'ja' ? '・' : ', ');

export const levels: Readonly<Record<string, Text>> = {
  mandatory: { ja: '義務', en: 'mandatory' },
  expected: { ja: '求められている', en: 'expected' },
  contractual: { ja: '契約', en: 'contractual' },
  voluntary: { ja: '任意', en: 'voluntary' },
};
