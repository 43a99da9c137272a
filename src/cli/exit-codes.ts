import type { Text } from '../core/index.ts';

/** The one table of exit codes, as `--help` prints it. 130 and 143 are those of the shell (interrupted, ended). */
export const exitCodes = {
  ok: 0,
  failed: 1,
  mistake: 2,
  usage: 3,
  notFound: 4,
  unreadable: 5,
  cannotStart: 6,
  broken: 7,
  notWritten: 8,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export const exitMeanings: Readonly<Record<keyof typeof exitCodes, Text>> = {
  ok: { ja: '終わった', en: 'Done' },
  failed: {
    ja: '動かせない（Node.js が古い・部品や知識がない・不具合）',
    en: 'Could not run (old Node.js, missing parts or knowledge, a bug)',
  },
  mistake: { ja: '入力に誤りがある（まとめて判定するときは、1行でも）', en: 'A mistake in the input (in a batch: in any line)' },
  usage: { ja: '命令の書き方が違う', en: 'The command line is wrong' },
  notFound: { ja: '名指しされた義務・場面・インシデントがない', en: 'There is no such duty, case or incident' },
  unreadable: { ja: 'ファイルを読めない', en: 'A file cannot be read' },
  cannotStart: { ja: 'サーバを始められない（ポート・フォルダー・アドレス）', en: 'The server cannot start (port, folder, address)' },
  broken: { ja: '記録か控えに、合わないところがある', en: 'A record or a backup does not hold' },
  notWritten: { ja: '書き出せない（すでにある・書けない）', en: 'Nothing was written (it is there already, or cannot be written)' },
};
