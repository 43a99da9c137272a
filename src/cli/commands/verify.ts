import { type LogProof, verifyLog } from '../../app/index.ts';
import { isIncidentLog, type LogName } from '../../core/index.ts';
import type { Command } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { isFile, logLines } from '../record/log-stream.ts';
import { findIn, foldersOf, loadSafety, needRecord, recordOptions, refusalOfOpening } from '../record/open-desk.ts';
import { printProof } from '../record/print-proof.ts';
import { printJson } from './case-options.ts';

export const verifyCommand: Command = {
  name: 'verify',
  summary: { ja: '記録が書き換えられていないかを確かめる', en: 'Check that nothing in the record was changed' },
  usage: ['verify [--data DIR] [--json]', 'verify ID', 'verify FILE'],
  options: recordOptions,
  words: 1,
  notes: [
    {
      ja: '確かめるのは4つ：切れていないか、証人の署名までそろっているか、\nどの端末が書いたか、いつ誰が証人になったか。',
      en: 'Four things are told apart: unbroken, complete up to a witnessed head,\nwritten by which devices, witnessed when and by whom.',
    },
  ],
  run: async (context, values, [word]) => {
    const safety = await loadSafety();
    const { checkStore, nodeHasher, openInstallationKey, openSealCheck } = safety;
    const folders = await foldersOf(context, values);
    const own = new Set([openInstallationKey(folders.keys).device]);
    const check = async (): Promise<{ readonly damage: readonly string[]; readonly logs: readonly LogProof[] }> => {
      if (isFile(word)) return { damage: [], logs: [await verifyLog(logLines(word), { hash: nodeHasher, check: openSealCheck(), own })] };
      await needRecord(folders);
      const choose = (all: readonly LogName[]) => (word === undefined ? all : [findIn(all.filter(isIncidentLog), word)]);
      return checkStore(folders.data, own, choose).catch((error: unknown) => {
        throw refusalOfOpening(safety, folders.data, error);
      });
    };
    const { damage, logs } = await check();
    const whole = damage.length === 0 && logs.every((proof) => proof.breachCount === 0);
    if (values.json) await printJson(context, { whole, damage, logs });
    else {
      for (const proof of logs) await context.out(printProof(proof, context.lang));
      const ja = context.lang === 'ja';
      for (const line of damage.slice(0, 5))
        await context.out(`✗ ${ja ? '記録のファイルが壊れています：' : 'The file of the record is damaged: '}${line}\n`);
      await context.out(
        whole
          ? ja
            ? '合わないところはありません。\n'
            : 'Everything holds.\n'
          : ja
            ? '合わないところがあります。\n'
            : 'Something does not hold.\n',
      );
    }
    return whole ? exitCodes.ok : exitCodes.broken;
  },
};
