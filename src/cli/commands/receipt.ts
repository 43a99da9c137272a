import { makeReceipt, proveReceipt } from '../../app/index.ts';
import { type Command, Refused } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { needOption } from '../parse-command-line.ts';
import { readVersion } from '../read-bundle.ts';
import { readRequestFile, readTextFile } from '../read-input.ts';
import { caseOptions, manner, refuseProblem } from './case-options.ts';

export const receiptCommand: Command = {
  name: 'receipt',
  summary: { ja: '何から何を答えたかの控えを作る・確かめる', en: 'Write, or check, the proof of what was answered from what' },
  usage: ['receipt --facts f.json [--lenient] > receipt.json', 'receipt --check receipt.json'],
  options: {
    ...caseOptions,
    check: { type: 'string', hint: 'FILE', help: { ja: '確かめる控え（- は標準入力）', en: 'A receipt to check (-: standard input)' } },
  },
  words: 0,
  run: async (context, values) => {
    if (typeof values.check === 'string') {
      const { check, says } = proveReceipt(context.bundle(), await readTextFile(context, values.check));
      if (!check.same) throw new Refused(exitCodes.mistake, says);
      await context.out(`${says[context.lang]}\n`);
      return exitCodes.ok;
    }
    const request = await readRequestFile(context, needOption(values, 'facts'));
    const receipt = makeReceipt(context.bundle(), request, readVersion(context.root), manner(context, values));
    if (!receipt.ok) return refuseProblem(context, values, receipt.error);
    await context.out(`${receipt.value}\n`);
    return exitCodes.ok;
  },
};
