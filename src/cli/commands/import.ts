import { importLog, type ImportRefusal } from '../../app/index.ts';
import { type Command, type Context, Refused, type Values } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { hashOfFile, logLines, needFile } from '../record/log-stream.ts';
import { atDesk, loadSafety, recordOptions } from '../record/open-desk.ts';
import { printProof, sayBreach } from '../record/print-proof.ts';
import { printJson } from './case-options.ts';

const refuse = async (refusal: ImportRefusal, context: Context, values: Values): Promise<never> => {
  if (values.json) await printJson(context, { error: refusal });
  switch (refusal.code) {
    case 'log-broken': {
      const [first] = refusal.proof.breaches;
      const rest = refusal.proof.breachCount - 1;
      throw new Refused(exitCodes.broken, {
        ja: `このファイルは合わないので、読み込みません：${first ? sayBreach(first, 'ja') : ''}${rest > 0 ? `、ほか ${rest} か所` : ''}。もとの持ち主から、もう一度受け取ってください。`,
        en: `This file does not hold, and nothing was taken: ${first ? sayBreach(first, 'en') : ''}${rest > 0 ? `, and ${rest} more` : ''}. Ask its owner to send it again.`,
      });
    }
    case 'not-an-incident':
      throw new Refused(exitCodes.mistake, {
        ja: 'インシデントの記録ではないので、読み込みません。',
        en: 'This is not the record of an incident, and nothing was taken.',
      });
    case 'diverged':
    case 'gap':
    case 'chain-broken':
      throw new Refused(exitCodes.broken, {
        ja: 'ここにある同じインシデントの記録と食い違うので、読み込みません。別のフォルダー（--data）に読み込んで、見比べてください。',
        en: 'The same incident is here and says something else, so nothing was taken. Import it into another folder (--data) to compare.',
      });
    default:
      throw new Refused(exitCodes.broken, {
        ja: '読み込んでいるあいだにファイルが変わりました。もう一度実行してください。',
        en: 'The file changed while it was read: run this again.',
      });
  }
};

export const importCommand: Command = {
  name: 'import',
  summary: { ja: '書き出された記録を、確かめてから読み込む', en: 'Check an exported record, then take it in' },
  usage: ['import FILE [--data DIR] [--json]'],
  options: recordOptions,
  words: 1,
  run: async (context, values, words) => {
    const file = needFile(words[0]);
    return atDesk(
      context,
      values,
      async (desk) => {
        const { nodeHasher, openSealCheck } = await loadSafety();
        const tools = { hash: nodeHasher, check: openSealCheck(), own: new Set([desk.installation.device]) };
        const fileHash = await hashOfFile(file);
        const done = await importLog(desk.store, () => logLines(file), tools);
        if (!done.ok) return refuse(done.error, context, values);
        const { log, added, entries, head, proof } = done.value;
        const signer = proof.witnessed.at(-1)?.signer;
        if (added > 0)
          await desk.say(desk.organisation, [
            {
              kind: 'incident.imported',
              body: { log, head: proof.head.chain ?? '', entries, file: fileHash, ...(signer !== undefined && { signer }) },
            },
          ]);
        if (values.json) await printJson(context, { log, entries, added, head, proof });
        else {
          const ja = context.lang === 'ja';
          const says =
            added === 0
              ? ja
                ? 'すでにあります。'
                : 'It is here already.'
              : ja
                ? `読み込みました（新しく ${added} 件）。`
                : `Taken in (${added} new entries).`;
          await context.out(`${says}\n${printProof(proof, context.lang)}`);
        }
        return exitCodes.ok;
      },
      { begin: true },
    );
  },
};
