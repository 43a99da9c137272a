import { findCase, listCases } from '../../app/index.ts';
import type { Command } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { printCase, printCaseNames } from '../print/print-case.ts';
import { printJson, refuseProblem } from './case-options.ts';

export const caseCommand: Command = {
  name: 'case',
  summary: { ja: '起きたことごとの、最初にすることを出す', en: 'The first moves for what has happened' },
  usage: ['case', 'case P-01', 'case malware [--all] [--json]'],
  options: {
    all: { type: 'boolean', help: { ja: '終わりまでの手順をすべて出す', en: 'Print every step to the end' } },
    json: { type: 'boolean', help: { ja: '結果を JSON で出す', en: 'Print the result as JSON' } },
  },
  words: 1,
  run: async (context, values, [name]) => {
    const bundle = context.bundle();
    if (name === undefined) {
      const list = listCases(bundle);
      if (values.json) await printJson(context, list);
      else await context.out(printCaseNames(list, context.lang));
      return exitCodes.ok;
    }
    const found = findCase(bundle, name);
    if (!found.ok) return refuseProblem(context, values, found.error);
    if (values.json) await printJson(context, found.value);
    else await context.out(printCase(found.value, bundle.flow, context.lang, values.all === true));
    return exitCodes.ok;
  },
};
