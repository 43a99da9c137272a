import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Text } from '../../core/index.ts';
import type { RestoreRefusal } from '../../server/safety/index.ts';
import { type Command, Refused } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { needOption } from '../parse-command-line.ts';
import { needFile } from '../record/log-stream.ts';
import { foldersOf, loadSafety, recordOptions } from '../record/open-desk.ts';
import { printJson } from './case-options.ts';

const say = (refusal: RestoreRefusal, into: string): Text => {
  switch (refusal.code) {
    case 'not-empty':
      return {
        ja: `「${into}」は空ではありません。上書きはしません。空のフォルダーを --data で指定してください。`,
        en: `“${into}” is not empty, and nothing is ever written over: name an empty folder with --data.`,
      };
    case 'wrong-key':
      return {
        ja: 'この鍵では開けません。控えを作った機械の鍵（紙に書いたもの）を --key で指定してください。',
        en: 'This key does not open it: give the key of the machine that made the backup (the one on paper) with --key.',
      };
    case 'not-a-backup':
      return { ja: 'これは初動の控えではありません。', en: 'This is no backup of Shodo.' };
    case 'ends-early':
      return {
        ja: '控えが途中で切れているか、変わっています。別の控えを使ってください。何も戻していません。',
        en: 'The backup ends early or was changed: use another one. Nothing was brought back.',
      };
    case 'file-differs':
      return {
        ja: `控えの中の「${refusal.name}」が目録と違います。別の控えを使ってください。何も戻していません。`,
        en: `“${refusal.name}” in the backup differs from its manifest: use another one. Nothing was brought back.`,
      };
    case 'record-broken':
      return {
        ja: `控えの中の記録が合いません（${refusal.name}）。別の控えを使ってください。何も戻していません。`,
        en: `The record in the backup does not hold (${refusal.name}): use another one. Nothing was brought back.`,
      };
  }
};

const codes: Readonly<Record<RestoreRefusal['code'], number>> = {
  'not-empty': exitCodes.notWritten,
  'wrong-key': exitCodes.mistake,
  'not-a-backup': exitCodes.unreadable,
  'ends-early': exitCodes.broken,
  'file-differs': exitCodes.broken,
  'record-broken': exitCodes.broken,
};

export const restoreCommand: Command = {
  name: 'restore',
  summary: { ja: '控えを確かめて、空のフォルダーに戻す', en: 'Check a backup and bring it back into an empty folder' },
  usage: ['restore --from FILE --data DIR [--key FILE|AGE-SECRET-KEY-…] [--json]'],
  options: {
    from: { type: 'string', hint: 'FILE', help: { ja: '控えのファイル', en: 'The backup' } },
    key: {
      type: 'string',
      hint: 'KEY',
      help: { ja: '控えを開く鍵、または鍵のファイル（なければこの機械の鍵）', en: 'The key or its file (default: that of this machine)' },
    },
    ...recordOptions,
  },
  words: 0,
  run: async (context, values) => {
    const from = needFile(needOption(values, 'from'));
    const into = resolve(needOption(values, 'data'));
    const folders = await foldersOf(context, values);
    const { readBackupKey, restoreBackup } = await loadSafety();
    const said = typeof values.key === 'string' ? values.key : join(folders.keys, 'backup.key');
    const key = readBackupKey(said);
    if (key === undefined)
      throw new Refused(exitCodes.mistake, {
        ja:
          values.key === undefined && !existsSync(said)
            ? 'この機械には鍵がありません。紙に書いた鍵を --key で指定してください。'
            : '鍵として読めません。AGE-SECRET-KEY-1 で始まるものを、そのまま書いてください。',
        en:
          values.key === undefined && !existsSync(said)
            ? 'There is no key on this machine: give the one on paper with --key.'
            : 'This is no key: write the one that begins with AGE-SECRET-KEY-1 as it is.',
      });
    const done = await restoreBackup(from, into, key);
    if (!done.ok) {
      if (values.json) await printJson(context, { error: done.error });
      throw new Refused(codes[done.error.code] as 7, say(done.error, into));
    }
    const { heads, madeAt } = done.value;
    if (values.json) await printJson(context, { folder: into, madeAt, heads });
    else
      await context.out(
        context.lang === 'ja'
          ? `戻しました：${into}\n  記録 ${heads.length} 本。ファイル・鎖・終わりの印をすべて確かめました。\n  始めるとき：npx shodo start --data ${into}\n`
          : `Brought back: ${into}\n  ${heads.length} logs; every file, chain and head was checked.\n  To start: npx shodo start --data ${into}\n`,
      );
    return exitCodes.ok;
  },
};
