import { type Problem, type Result, sayProblem } from '../app/index.ts';
import type { Context } from './context.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { readLines } from './read-input.ts';

type Answered = { readonly text: string; readonly code: ExitCode };

const idOf = (raw: unknown): string | number | null => {
  const id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : null;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
};

const answerLine = (text: string, line: number, answer: (raw: unknown) => Result<object, Problem>): Answered => {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { text: JSON.stringify({ id: null, error: { ...sayProblem('bad-json'), line } }), code: exitCodes.mistake };
  }
  try {
    const result = answer(raw);
    if (result.ok) return { text: JSON.stringify(result.value), code: exitCodes.ok };
    return { text: JSON.stringify({ id: idOf(raw), error: result.error }), code: exitCodes.mistake };
  } catch {
    // A bug of ours met one line: the other lines still get their answers, and the exit code tells of it.
    return { text: JSON.stringify({ id: idOf(raw), error: { ...sayProblem('internal'), line } }), code: exitCodes.failed };
  }
};

/**
 * Answers a file of JSON lines, one result per line, in order, in this process. A bad line gets its error in its place and
 * stops nothing; the exit code tells of it at the end. Output is written in pieces: memory does not grow with the file.
 */
export const runBatch = async (context: Context, file: string, answer: (raw: unknown) => Result<object, Problem>): Promise<ExitCode> => {
  let code: ExitCode = exitCodes.ok;
  let waiting = '';
  for await (const { line, text } of readLines(context, file)) {
    const answered = answerLine(text, line, answer);
    if (code !== exitCodes.failed && answered.code !== exitCodes.ok) code = answered.code;
    waiting += `${answered.text}\n`;
    if (waiting.length > 64 * 1024) {
      await context.out(waiting);
      waiting = '';
    }
  }
  if (waiting !== '') await context.out(waiting);
  return code;
};
