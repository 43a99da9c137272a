import type { Problem } from '../../app/index.ts';
import { readMoment } from '../../core/index.ts';
import { type Context, type Option, Refused, type Values } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';

/** Options of every command that reads one case. */
export const caseOptions: Readonly<Record<string, Option>> = {
  facts: { type: 'string', hint: 'FILE', help: { ja: '事実の JSON（- は標準入力）', en: 'Facts as JSON (-: standard input)' } },
  lenient: {
    type: 'boolean',
    help: { ja: '知らない名前や値を「わからない」として読む', en: 'Read unknown names and values as not known' },
  },
  json: { type: 'boolean', help: { ja: '結果を JSON で出す', en: 'Print the result as JSON' } },
};

export const atOption: Option = {
  type: 'string',
  hint: 'INSTANT',
  help: { ja: '期限切れかを見る時点（なければいま）', en: 'When to judge what is overdue (default: now)' },
};

/** `--at`, checked before any file is read. */
export const readAt = (values: Values): string | undefined => {
  const at = values.at;
  if (typeof at !== 'string') return undefined;
  if (readMoment(at)) return at;
  throw new Refused(exitCodes.usage, {
    ja: `--at の「${at}」は日時として読めません。例：2026-11-20T18:30:00+09:00`,
    en: `“${at}” in --at is not a moment. Example: 2026-11-20T18:30:00+09:00`,
  });
};

export const manner = ({ now }: Context, values: Values): { now: string; lenient: boolean } => ({
  now: now(),
  lenient: values.lenient === true,
});

export const printJson = ({ out }: Context, value: unknown): Promise<void> => out(`${JSON.stringify(value, null, 2)}\n`);

/** Refuses with what is wrong; with `--json` the problem is also the result, as in a batch. */
export const refuseProblem = async (context: Context, values: Values, problem: Problem): Promise<never> => {
  if (values.json) await printJson(context, { id: null, error: problem });
  const all = [problem, ...(problem.others ?? [])];
  const code = problem.code === 'unknown-rule' || problem.code === 'unknown-case' ? exitCodes.notFound : exitCodes.mistake;
  throw new Refused(code, { ja: all.map((p) => p.message.ja).join('\n'), en: all.map((p) => p.message.en).join('\n') });
};
