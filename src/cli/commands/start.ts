import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Command, Refused, type Values } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { needOption } from '../parse-command-line.ts';
import { readVersion } from '../read-bundle.ts';
import { waitForSignal } from '../wait-for-signal.ts';

const portOf = (values: Values): number => {
  const said = typeof values.port === 'string' ? values.port : '7119';
  const port = /^\d{1,5}$/.test(said) ? Number(said) : Number.NaN;
  if (port <= 65_535) return port;
  throw new Refused(exitCodes.usage, {
    ja: `--port には 0 から 65535 までの数を書いてください（いま「${said}」）。`,
    en: `--port takes a number from 0 to 65535, not “${said}”.`,
  });
};

export const startCommand: Command = {
  name: 'start',
  summary: { ja: 'この機械の中で画面を開けるようにする', en: 'Serve the screens on this machine' },
  usage: ['start [--port 7119] [--host 127.0.0.1] [--data DIR] [--keys DIR]'],
  options: {
    port: {
      type: 'string',
      hint: 'N',
      help: { ja: 'ポート（はじめは 7119、0 は空いているもの）', en: 'Port (default 7119; 0 takes a free one)' },
    },
    host: { type: 'string', hint: 'NAME', help: { ja: '127.0.0.1・localhost・::1 のどれか', en: '127.0.0.1, localhost or ::1' } },
    data: { type: 'string', hint: 'DIR', help: { ja: '記録の置き場所', en: 'Folder of the record' } },
    keys: {
      type: 'string',
      hint: 'DIR',
      help: { ja: '鍵の置き場所（記録とは別のところ）', en: 'Folder of the keys, outside the data folder' },
    },
  },
  words: 0,
  run: async (context, values) => {
    const port = portOf(values);
    const asked = values.data === undefined ? undefined : resolve(needOption(values, 'data'));
    const bundle = context.bundle();
    const site = join(context.root, 'dist', 'site');
    if (!existsSync(site))
      throw new Refused(exitCodes.failed, {
        ja: '画面がまだ組み立てられていません。npm run build を実行してください。',
        en: 'The pages are not built yet: run npm run build.',
      });
    // Loaded here: no other command needs a server.
    const { defaultDataFolder, startServer } = await import('../../server/index.ts');
    const data = asked ?? defaultDataFolder();
    const host = typeof values.host === 'string' ? values.host : '127.0.0.1';
    // Before the address is printed: who reads it may stop us at once.
    const stopped = waitForSignal();
    const started = await startServer({
      bundle,
      site,
      version: readVersion(context.root),
      host,
      port,
      data,
      ...(values.keys !== undefined && { keys: resolve(needOption(values, 'keys')) }),
      now: context.now,
      report: context.err,
    });
    if (!started.ok) throw new Refused(exitCodes.cannotStart, started.error);
    const { address, remindSecondPlace, beganAnew, close } = started.value;
    const placePage = `${address}/${context.lang}/second-place/`;
    await context.out(
      context.lang === 'ja'
        ? `初動（Shodo）を始めました。\n  開くところ：　　${address}\n  記録の置き場所：${data}\n  止めるとき：　　Ctrl+C\n`
        : `Shodo is running.\n  Open:        ${address}\n  Data folder: ${data}\n  To stop:     Ctrl+C\n`,
    );
    if (beganAnew) await context.out(`\n  ${beganAnew[context.lang].replaceAll('\n', '\n  ')}\n\n`);
    if (remindSecondPlace())
      await context.out(
        context.lang === 'ja'
          ? `  記録の控えを置く場所が、まだありません。この機械が壊れると、記録も失われます。\n  置き場所を決める：${placePage}\n`
          : `  The record has no second place yet: if this machine breaks, it is lost.\n  Choose one:  ${placePage}\n`,
      );
    await stopped;
    await close();
    return exitCodes.ok;
  },
};
