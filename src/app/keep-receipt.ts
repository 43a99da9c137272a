import { checkReceipt, type DutyKnowledge, type ReceiptCheck, type Text, writeReceipt } from '../core/index.ts';
import { type CaseOptions, readCase } from './assess-case.ts';
import type { Problem } from './contract/problem.ts';
import { type Result, succeed } from './result.ts';

/** Reads a case as `assess` does and writes the receipt of what is answered; `engine` is the version of the program. */
export const makeReceipt = (knowledge: DutyKnowledge, raw: unknown, engine: string, options: CaseOptions): Result<string, Problem> => {
  const read = readCase(knowledge, raw, options);
  if (!read.ok) return read;
  const { facts, parked } = read.value.read;
  return succeed(writeReceipt(knowledge, { facts, parked, learned: read.value.learned }, engine));
};

const verdictOf = (check: ReceiptCheck): Text => {
  if (check.same) return { ja: '同じ答えになりました。書き換えられていません。', en: 'The same answers came out. Nothing was changed.' };
  if (check.why === 'unreadable') return { ja: '控えとして読めません。', en: 'This cannot be read as a receipt.' };
  if (check.why === 'other-bundle')
    return {
      ja: '別の版の知識で作られた控えです。この版では確かめられません。作ったときの版で確かめてください。',
      en: 'This receipt was made with other knowledge. Check it with the version it was made with.',
    };
  const rules = check.rules.join(', ');
  return {
    ja: rules ? `答えが違います：${rules}` : '答えは同じですが、控えの書き方が変わっています。',
    en: rules ? `The answers differ: ${rules}` : 'The answers are the same, but the receipt was written anew.',
  };
};

/** Runs a receipt again and says in words whether it still holds. */
export const proveReceipt = (knowledge: DutyKnowledge, text: string): { readonly check: ReceiptCheck; readonly says: Text } => {
  const check = checkReceipt(knowledge, text);
  return { check, says: verdictOf(check) };
};
