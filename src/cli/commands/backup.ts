import { resolve, sep } from 'node:path';
import { type Command, Refused } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { needOption } from '../parse-command-line.ts';
import { foldersOf, loadSafety, needRecord, recordOptions } from '../record/open-desk.ts';
import { printJson } from './case-options.ts';

export const backupCommand: Command = {
  name: 'backup',
  summary: { ja: '記録のすべてを、暗号にしたひとつのファイルに控える', en: 'Copy the whole record into one encrypted file' },
  usage: ['backup --to FILE [--data DIR] [--json]', 'backup --show-key'],
  options: {
    to: {
      type: 'string',
      hint: 'FILE',
      help: { ja: '控えのファイル（すでにあれば書かない）', en: 'The file (never written over another)' },
    },
    'show-key': {
      type: 'boolean',
      help: { ja: '控えを開く鍵を出す（紙に書くため）', en: 'Print the key that opens backups, to write on paper' },
    },
    ...recordOptions,
  },
  words: 0,
  notes: [
    {
      ja: '控えは、サーバが動いているあいだも作れます。形は age で暗号にした tar です。',
      en: 'A backup can be made while the server runs. It is a tar, encrypted with age.',
    },
  ],
  run: async (context, values) => {
    const { lang, now } = context;
    const ja = lang === 'ja';
    const folders = await foldersOf(context, values);
    const { makeBackup, openBackupKey } = await loadSafety();
    if (values['show-key'] === true) {
      const { identity, recipient } = await openBackupKey(folders.keys);
      if (values.json) await printJson(context, { identity, recipient });
      else await context.out(`${identity}\n`);
      return exitCodes.ok;
    }
    const to = resolve(needOption(values, 'to'));
    await needRecord(folders);
    if (to.startsWith(folders.data + sep))
      throw new Refused(exitCodes.usage, {
        ja: `記録の置き場所の中（${folders.data}）には控えられません。別のディスクにしてください。`,
        en: `A backup inside the data folder (${folders.data}) protects nothing: put it on another disk.`,
      });
    const key = await openBackupKey(folders.keys);
    const manifest = await makeBackup(folders.data, {
      to,
      recipient: key.recipient,
      madeAt: new Date(Date.parse(now())).toISOString(),
    }).catch((error: NodeJS.ErrnoException) => {
      if (error.code === undefined) throw error;
      throw new Refused(exitCodes.notWritten, {
        ja: error.code === 'EEXIST' ? `「${to}」はすでにあります。別の名前にしてください。` : `「${to}」に書けません（${error.code}）。`,
        en: error.code === 'EEXIST' ? `“${to}” is there already: choose another name.` : `“${to}” cannot be written (${error.code}).`,
      });
    });
    if (values.json) await printJson(context, { file: to, manifest, keyIsNew: key.made });
    else {
      await context.out(
        ja ? `控えました：${to}\n  記録 ${manifest.heads.length} 本\n` : `Backed up: ${to}\n  ${manifest.heads.length} logs\n`,
      );
      if (key.made)
        await context.out(
          ja
            ? `\n控えを開く鍵です。いま紙に書いて、この機械とは別のところに置いてください。\n鍵がないと、誰にも（あなたにも）控えは開けません。\n\n  ${key.identity}\n\nもう一度見るとき：npx shodo backup --show-key\n`
            : `\nThis key opens the backup. Write it on paper now, and keep it away from this machine.\nWithout it nobody can open the backup, not even you.\n\n  ${key.identity}\n\nTo see it again: npx shodo backup --show-key\n`,
        );
    }
    return exitCodes.ok;
  },
};
