import { assessCase } from '../../app/index.ts';
import type { Command } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { needOption } from '../parse-command-line.ts';
import { printAssessment } from '../print/print-assessment.ts';
import { readRequestFile } from '../read-input.ts';
import { runBatch } from '../run-batch.ts';
import { atOption, caseOptions, manner, printJson, readAt, refuseProblem } from './case-options.ts';

export const assessCommand: Command = {
  name: 'assess',
  summary: { ja: '誰に、いつまでに知らせるかを判定する', en: 'Work out who must be told, and by when' },
  usage: ['assess --facts f.json [--at INSTANT] [--json] [--lenient]', 'assess --batch cases.jsonl [--at INSTANT] [--lenient]'],
  options: {
    ...caseOptions,
    batch: {
      type: 'string',
      hint: 'FILE',
      help: { ja: '1行に1件の JSON（- は標準入力）。結果も1行に1件', en: 'One case per line (-: standard input); one result per line' },
    },
    at: atOption,
  },
  words: 0,
  notes: [
    {
      ja: 'ファイルには事実だけ、または {"facts":{…},"learned":{…},"at":"…"} を書きます。\n分からない事実は書かないか、null にします。「ない」とは読みません。',
      en: 'The file holds the facts alone, or {"facts":{…},"learned":{…},"at":"…"}.\nLeave out what is not known, or write null: it is never read as “no”.',
    },
  ],
  run: async (context, values) => {
    const at = readAt(values);
    const options = manner(context, values);
    const bundle = context.bundle();
    if (typeof values.batch === 'string')
      return runBatch(context, values.batch, (raw) => assessCase(bundle, raw, { ...options, now: at ?? options.now }));
    const request = await readRequestFile(context, needOption(values, 'facts'), at);
    const answer = assessCase(bundle, request, options);
    if (!answer.ok) return refuseProblem(context, values, answer.error);
    if (values.json) await printJson(context, answer.value);
    else await context.out(printAssessment(answer.value, bundle, context.lang));
    return exitCodes.ok;
  },
};
