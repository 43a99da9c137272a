import { isIncidentLog } from '../../core/index.ts';
import type { Command } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { readVersion } from '../read-bundle.ts';
import { foldersOf, loadSafety, needRecord, recordOptions } from '../record/open-desk.ts';
import { printJson } from './case-options.ts';

export const rebuildCommand: Command = {
  name: 'rebuild',
  summary: { ja: '一覧などの控えを、記録から作り直す', en: 'Compute lists and summaries anew from the record' },
  usage: ['rebuild [--data DIR] [--json]'],
  options: recordOptions,
  words: 0,
  run: async (context, values) => {
    const bundle = context.bundle();
    const folders = await foldersOf(context, values);
    await needRecord(folders);
    const { openRecord } = await loadSafety();
    const { now, err: report } = context;
    const record = await openRecord({ folder: folders.data, keys: folders.keys, bundle, version: readVersion(context.root), now, report });
    try {
      await record.summaries.rebuild();
      const incidents = (await record.store.logs()).filter(({ log }) => isIncidentLog(log)).length;
      if (values.json) await printJson(context, { incidents });
      else await context.out(context.lang === 'ja' ? `${incidents} 件を作り直しました。\n` : `${incidents} incidents computed anew.\n`);
      return exitCodes.ok;
    } finally {
      await record.close();
    }
  },
};
