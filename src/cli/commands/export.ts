import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { type Command, Refused } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { needOption } from '../parse-command-line.ts';
import { atDesk, loadSafety, needIncident, recordOptions } from '../record/open-desk.ts';
import { printJson } from './case-options.ts';

const refuseTo = (to: string, code: string): Refused =>
  code === 'EEXIST'
    ? new Refused(exitCodes.notWritten, {
        ja: `「${to}」はすでにあります。別の名前にしてください。何も書いていません。`,
        en: `“${to}” is there already: choose another name. Nothing was written.`,
      })
    : new Refused(exitCodes.notWritten, {
        ja: `「${to}」に書けません（${code}）。書ける場所を --to で指定してください。`,
        en: `“${to}” cannot be written (${code}): name another place with --to.`,
      });

/** Writes the file whole, never over another. */
const writeFile = async (to: string, pieces: Iterable<string>): Promise<void> => {
  const { writeWhole } = await loadSafety();
  if (existsSync(to)) throw refuseTo(to, 'EEXIST');
  await writeWhole(to, Readable.from(pieces)).catch((error: NodeJS.ErrnoException) => {
    throw error.code === undefined ? error : refuseTo(to, error.code);
  });
};

export const exportCommand: Command = {
  name: 'export',
  summary: { ja: 'インシデントの記録をひとつのファイルに書き出す', en: 'Write the record of an incident to one file' },
  usage: ['export ID --to FILE [--without-words] [--json]', 'export ID > FILE'],
  options: {
    to: { type: 'string', hint: 'FILE', help: { ja: '書き出すファイル（なければ標準出力）', en: 'The file (default: standard output)' } },
    'without-words': {
      type: 'boolean',
      help: { ja: 'ことばと写真を渡さない（鎖は確かめられる）', en: 'Leave out words and pictures (the chain still holds)' },
    },
    ...recordOptions,
  },
  words: 1,
  run: async (context, values, words) =>
    atDesk(context, values, async (desk) => {
      const { openReadOnly, storedLines } = await loadSafety();
      const log = await desk.find(needIncident(words));
      await desk.vouch(log);
      const db = openReadOnly(desk.data);
      function* lines(): Generator<string> {
        for (const line of storedLines(db, log, { withoutWords: values['without-words'] === true })) yield `${line}\n`;
      }
      try {
        if (values.to === undefined) {
          for (const line of lines()) await context.out(line);
          return exitCodes.ok;
        }
        const to = resolve(needOption(values, 'to'));
        await writeFile(to, lines());
        const { head } = await desk.store.read(log, { limit: 0 });
        if (values.json) await printJson(context, { log, file: to, head });
        else
          await context.out(
            context.lang === 'ja'
              ? `書き出しました：${to}\n  ${head.seq} 件　印 ${head.chain}\n`
              : `Written: ${to}\n  ${head.seq} entries, head ${head.chain}\n`,
          );
        return exitCodes.ok;
      } finally {
        db.close();
      }
    }),
};
