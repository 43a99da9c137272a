import { showLaw } from '../../app/index.ts';
import type { Command } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { needOption } from '../parse-command-line.ts';
import { printLaw } from '../print/print-law.ts';
import { printJson, refuseProblem } from './case-options.ts';

export const lawCommand: Command = {
  name: 'law',
  summary: { ja: 'ある日に効いている定めと、これから変わる定めを示す', en: 'What is in force on a day, and what is still to come' },
  usage: ['law --on YYYY-MM-DD [--json]'],
  options: {
    on: { type: 'string', hint: 'DATE', help: { ja: 'その日', en: 'The day' } },
    json: { type: 'boolean', help: { ja: '結果を JSON で出す', en: 'Print the result as JSON' } },
  },
  words: 0,
  run: async (context, values) => {
    const answer = showLaw(context.bundle(), needOption(values, 'on'));
    if (!answer.ok) return refuseProblem(context, values, answer.error);
    if (values.json) await printJson(context, answer.value);
    else await context.out(printLaw(answer.value, context.lang));
    return exitCodes.ok;
  },
};
