import { askNext } from '../../app/index.ts';
import type { Command } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { needOption } from '../parse-command-line.ts';
import { printQuestions } from '../print/print-questions.ts';
import { readRequestFile } from '../read-input.ts';
import { caseOptions, manner, printJson, refuseProblem } from './case-options.ts';

export const askCommand: Command = {
  name: 'ask',
  summary: { ja: '次に確かめることを、決め手になる順に出す', en: 'What to find out next, most decisive first' },
  usage: ['ask --facts f.json [--json] [--lenient]'],
  options: caseOptions,
  words: 0,
  run: async (context, values) => {
    const request = await readRequestFile(context, needOption(values, 'facts'));
    const answer = askNext(context.bundle(), request, manner(context, values));
    if (!answer.ok) return refuseProblem(context, values, answer.error);
    if (values.json) await printJson(context, answer.value);
    else await context.out(printQuestions(answer.value.questions, context.lang));
    return exitCodes.ok;
  },
};
