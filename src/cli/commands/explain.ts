import { explainDuty } from '../../app/index.ts';
import type { Command } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { needOption } from '../parse-command-line.ts';
import { printExplanation } from '../print/print-explanation.ts';
import { readRequestFile } from '../read-input.ts';
import { atOption, caseOptions, manner, printJson, readAt, refuseProblem } from './case-options.ts';

export const explainCommand: Command = {
  name: 'explain',
  summary: { ja: 'ひとつの義務について、なぜそうなるかを示す', en: 'Why one duty applies, or does not' },
  usage: ['explain --facts f.json --rule ID [--at INSTANT] [--json] [--lenient]'],
  options: {
    ...caseOptions,
    rule: {
      type: 'string',
      hint: 'ID',
      help: { ja: '義務の名前（例：appi-ppc-report）', en: 'Name of the duty (such as appi-ppc-report)' },
    },
    at: atOption,
  },
  words: 0,
  run: async (context, values) => {
    const rule = needOption(values, 'rule');
    const request = await readRequestFile(context, needOption(values, 'facts'), readAt(values));
    const answer = explainDuty(context.bundle(), request, rule, manner(context, values));
    if (!answer.ok) return refuseProblem(context, values, answer.error);
    if (values.json) await printJson(context, answer.value);
    else await context.out(printExplanation(answer.value, context.lang));
    return exitCodes.ok;
  },
};
