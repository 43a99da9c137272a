import { summariseKnowledge } from '../../app/index.ts';
import type { Command } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { printKnowledge } from '../print/print-knowledge.ts';
import { printJson } from './case-options.ts';

export const knowledgeCommand: Command = {
  name: 'knowledge',
  summary: {
    ja: '入っている知識の版と中身、まだ読めていない条文を示す',
    en: 'Version and contents of the knowledge, and what was never read',
  },
  usage: ['knowledge [--json]'],
  options: { json: { type: 'boolean', help: { ja: '結果を JSON で出す', en: 'Print the result as JSON' } } },
  words: 0,
  run: async (context, values) => {
    const summary = summariseKnowledge(context.bundle());
    if (values.json) await printJson(context, summary);
    else await context.out(printKnowledge(summary, context.lang));
    return exitCodes.ok;
  },
};
