import type { Answerer, DutyKnowledge, FactKind, Text } from '../core/index.ts';
import { type CaseOptions, decideCase, readCase } from './assess-case.ts';
import type { Problem } from './contract/problem.ts';
import { type Result, succeed } from './result.ts';

export type NextQuestion = {
  readonly fact: string;
  readonly question: Text;
  readonly help?: Text;
  readonly kind: FactKind;
  readonly values?: readonly { readonly id: string; readonly label: Text }[];
  readonly who: Answerer;
  readonly score: number;
  readonly settles: readonly string[];
  /** Labels of the duties that an answer can settle, or that wait for it. */
  readonly why: readonly Text[];
};

export type NextQuestions = {
  readonly id: string | number | null;
  readonly questions: readonly NextQuestion[];
  readonly ignored: readonly string[];
};

/** The questions worth asking next for a case, most decisive first, in the words of the catalogue. */
export const askNext = (knowledge: DutyKnowledge, raw: unknown, options: CaseOptions): Result<NextQuestions, Problem> => {
  const read = readCase(knowledge, raw, options);
  if (!read.ok) return read;
  const defs = new Map(knowledge.facts.map((d) => [d.id, d]));
  const labels = new Map(knowledge.base.rules.map((r) => [r.id, r.label]));
  const questions = decideCase(knowledge, read.value).questions.flatMap(({ fact, score, settles, touches }) => {
    const def = defs.get(fact);
    if (!def) return [];
    const { question, help, kind, values, who } = def;
    const why = (settles.length > 0 ? settles : touches).flatMap((id) => labels.get(id) ?? []);
    return [{ fact, question, ...(help && { help }), kind, ...(values && { values }), who, score, settles, why }];
  });
  return succeed({ id: read.value.request.id ?? null, questions, ignored: read.value.ignored });
};
