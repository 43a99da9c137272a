import { countDue } from '../../app/index.ts';
import type { Command } from '../context.ts';
import { needOption } from '../parse-command-line.ts';
import { runBatch } from '../run-batch.ts';
import { caseOptions } from './case-options.ts';

export const dueCommand: Command = {
  name: 'due',
  summary: { ja: '期限だけを数える', en: 'Count due dates alone' },
  usage: ['due --batch cases.jsonl [--lenient]'],
  options: {
    batch: {
      type: 'string',
      hint: 'FILE',
      help: { ja: '1行に1件の JSON（- は標準入力）。結果も1行に1件', en: 'One request per line (-: standard input); one result per line' },
    },
    lenient: caseOptions.lenient as NonNullable<(typeof caseOptions)['lenient']>,
  },
  words: 0,
  notes: [
    {
      ja: '1行：{"id","rule","stage","facts":{起算と切り替え},"zone"?,"closed"?:[日付]}\nその義務にあたるものとして数えます。',
      en: 'A line: {"id","rule","stage","facts":{starts and switches},"zone"?,"closed"?:[dates]}\nThe count is made as if the duty applied.',
    },
  ],
  run: async (context, values) => {
    const file = needOption(values, 'batch');
    const bundle = context.bundle();
    return runBatch(context, file, (raw) => countDue(bundle, raw, { lenient: values.lenient === true }));
  },
};
