import type { Lang } from '../core/index.ts';
import type { Command, Option } from './context.ts';
import { exitCodes, exitMeanings } from './exit-codes.ts';
import { padTo } from './print/width.ts';

/** Options that every command takes. */
export const commonOptions: Readonly<Record<string, Option>> = {
  lang: {
    type: 'string',
    hint: 'ja|en',
    help: { ja: '表示のことば（はじめは LANG、なければ日本語）', en: 'Language of the output (LANG, else Japanese)' },
  },
  help: { type: 'boolean', help: { ja: 'この説明を出す', en: 'Show this help' } },
};

const optionLines = (options: Readonly<Record<string, Option>>, lang: Lang): string[] =>
  Object.entries(options).map(([name, { hint, help }]) => `  ${padTo(hint ? `--${name} ${hint}` : `--${name}`, 24)} ${help[lang]}`);

const exitLines = (lang: Lang): string[] =>
  Object.entries(exitCodes).map(([name, code]) => `  ${code}  ${exitMeanings[name as keyof typeof exitCodes][lang]}`);

const say = (lang: Lang, ja: string, en: string): string => (lang === 'ja' ? ja : en);

/** Help of the program: its commands, common options and the table of exit codes. */
export const programHelp = (commands: readonly Command[], lang: Lang): string =>
  [
    say(lang, '初動（shodo）：いますること、誰にいつまでに知らせるか。', 'Shodo: what to do now, who must be told, by when.'),
    '',
    say(lang, '使い方：', 'Usage:'),
    say(lang, '  npx shodo <命令> [選択肢]', '  npx shodo <command> [options]'),
    '',
    say(lang, '命令：', 'Commands:'),
    ...commands.map(({ name, summary }) => `  ${padTo(name, 12)} ${summary[lang]}`),
    '',
    say(lang, 'どの命令にも：', 'With every command:'),
    ...optionLines(commonOptions, lang),
    '',
    say(lang, '終了コード：', 'Exit codes:'),
    ...exitLines(lang),
    '',
  ].join('\n');

/** Help of one command. */
export const commandHelp = ({ summary, usage, options, notes = [] }: Command, lang: Lang): string =>
  [
    summary[lang],
    '',
    say(lang, '使い方：', 'Usage:'),
    ...usage.map((line) => `  npx shodo ${line}`),
    '',
    say(lang, '選択肢：', 'Options:'),
    ...optionLines({ ...options, ...commonOptions }, lang),
    ...notes.flatMap((note) => ['', note[lang]]),
    '',
    say(lang, '終了コード：', 'Exit codes:'),
    ...exitLines(lang),
    '',
  ].join('\n');
