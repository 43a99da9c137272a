import { describeBundle, summariseKnowledge, type TablePart, tableParts, tabulateKnowledge } from '../../app/index.ts';
import { type Command, type Context, Refused, type Values } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { toCsv } from '../print/csv.ts';
import { printKnowledge } from '../print/print-knowledge.ts';
import { printJson } from './case-options.ts';

const isPart = (part: unknown): part is TablePart => tableParts.some((p) => p === part);

/** The whole bundle, its JSON Schema, or one part as a table. */
const exportKnowledge = async (context: Context, values: Values): Promise<void> => {
  const { format = 'json', part = 'rules' } = values;
  if (values.schema) return context.out(`${JSON.stringify(describeBundle(), null, 2)}\n`);
  if (format === 'json') return context.out(`${JSON.stringify(context.bundle(), null, 2)}\n`);
  if (format !== 'csv')
    throw new Refused(exitCodes.usage, { ja: '--format に書けるのは json か csv です。', en: '--format takes json or csv.' });
  if (!isPart(part))
    throw new Refused(exitCodes.usage, {
      ja: `--part に書けるのは ${tableParts.join('、')} です。`,
      en: `--part takes ${tableParts.join(', ')}.`,
    });
  const { head, rows } = tabulateKnowledge(context.bundle(), part);
  await context.out(toCsv(head, rows));
};

export const knowledgeCommand: Command = {
  name: 'knowledge',
  summary: {
    ja: '入っている知識の版と中身、まだ読めていない条文を示す。書き出す',
    en: 'Version and contents of the knowledge, and what was never read; or take it out',
  },
  usage: ['knowledge [--json]', 'knowledge export [--format json|csv] [--part PART] > FILE', 'knowledge export --schema > FILE'],
  options: {
    json: { type: 'boolean', help: { ja: '結果を JSON で出す', en: 'Print the result as JSON' } },
    format: { type: 'string', hint: 'json|csv', help: { ja: '書き出す形（はじめは json）', en: 'Form of the export (json)' } },
    part: {
      type: 'string',
      hint: 'PART',
      help: { ja: `csv の中身：${tableParts.join('、')}（はじめは rules）`, en: `What the csv holds: ${tableParts.join(', ')} (rules)` },
    },
    schema: { type: 'boolean', help: { ja: '知識の JSON Schema を出す', en: 'Print the JSON Schema of the knowledge' } },
  },
  words: 1,
  run: async (context, values, words) => {
    if (words[0] !== undefined && words[0] !== 'export')
      throw new Refused(exitCodes.usage, {
        ja: `「${words[0]}」は使えません。書き出すときは knowledge export です。`,
        en: `“${words[0]}” is not known here: to take the knowledge out, say knowledge export.`,
      });
    if (words[0] === 'export') {
      await exportKnowledge(context, values);
      return exitCodes.ok;
    }
    const summary = summariseKnowledge(context.bundle());
    if (values.json) await printJson(context, summary);
    else await context.out(printKnowledge(summary, context.lang));
    return exitCodes.ok;
  },
};
