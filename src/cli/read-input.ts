import { createReadStream, readFileSync } from 'node:fs';
import { sayProblem } from '../app/index.ts';
import { isRecord, type Text } from '../core/index.ts';
import { type Context, Refused } from './context.ts';
import { exitCodes } from './exit-codes.ts';

const reasons: Readonly<Record<string, Text>> = {
  ENOENT: { ja: '見つかりません', en: 'was not found' },
  ENOTDIR: { ja: '見つかりません', en: 'was not found' },
  EISDIR: { ja: 'フォルダーなので読めません', en: 'is a folder and cannot be read' },
  EACCES: { ja: '開く権限がなく、読めません', en: 'cannot be read: permission denied' },
};

const unreadable = (file: string, error: unknown): Refused => {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const why = reasons[code] ?? { ja: `読めません（${code}）`, en: `cannot be read (${code})` };
  return new Refused(exitCodes.unreadable, { ja: `「${file}」は${why.ja}。`, en: `“${file}” ${why.en}.` });
};

const withoutMark = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);

const readAll = async ({ input }: Context, file: string): Promise<string> => {
  if (file !== '-') return readFileSync(file, 'utf8');
  const chunks: Buffer[] = [];
  for await (const chunk of input()) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
};

/** The text of a file (`-`: standard input), without its byte order mark. */
export const readTextFile = async (context: Context, file: string): Promise<string> =>
  withoutMark(
    await readAll(context, file).catch((error: unknown) => {
      throw unreadable(file, error);
    }),
  );

/**
 * One request from a file (`-`: standard input): the contract's `{facts, learned?, at?}`, or the facts alone. `at` of the
 * command line wins.
 */
export const readRequestFile = async (context: Context, file: string, at?: string): Promise<unknown> => {
  const text = await readTextFile(context, file);
  try {
    const raw: unknown = JSON.parse(text);
    const request = isRecord(raw) && isRecord(raw.facts) ? raw : { facts: raw };
    return at === undefined ? request : { ...request, at };
  } catch {
    const { message } = sayProblem('bad-json');
    throw new Refused(exitCodes.mistake, { ja: `「${file}」：${message.ja}`, en: `“${file}”: ${message.en}` });
  }
};

/** The lines of a file (`-`: standard input), one at a time, numbered from 1; empty ones are passed over. */
export async function* readLines(context: Context, file: string): AsyncGenerator<{ readonly line: number; readonly text: string }> {
  const stream = file === '-' ? context.input() : createReadStream(file);
  stream.setEncoding('utf8');
  let line = 0;
  let rest = '';
  const numbered = (text: string): { line: number; text: string } => {
    line += 1;
    return { line, text: line === 1 ? withoutMark(text) : text };
  };
  try {
    for await (const chunk of stream) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const text of lines) {
        const next = numbered(text);
        if (next.text.trim() !== '') yield next;
      }
    }
  } catch (error) {
    throw unreadable(file, error);
  }
  if (rest.trim() !== '') yield numbered(rest);
}
