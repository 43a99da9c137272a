import {
  assess,
  type Assessment,
  type DutyKnowledge,
  type FactsRead,
  type Learned,
  readFacts,
  readLearned,
  readMoment,
} from '../core/index.ts';
import { type AssessRequest, type AssessResult, assessRequestSchema } from './contract/assess.ts';
import type { Problem } from './contract/problem.ts';
import { readRequest } from './read-request.ts';
import { fail, type Result, succeed } from './result.ts';
import { sayFactProblems, sayProblem } from './say-problem.ts';
import { shapeAssessment } from './shape-assessment.ts';

/** `now` is an RFC 3339 instant, used where the request says no `at`. */
export type CaseOptions = { readonly now: string; readonly lenient?: boolean };

export type Case = {
  readonly request: AssessRequest;
  readonly read: FactsRead;
  readonly learned: Learned;
  readonly at: string;
  readonly ignored: readonly string[];
};

const fields = ['id', 'facts', 'learned', 'at', 'lenient'];

/** Reads a request of the contract with the catalogue: facts, when they were learned, and the moment to judge lateness by. */
export const readCase = (knowledge: DutyKnowledge, raw: unknown, { now, lenient = false }: CaseOptions): Result<Case, Problem> => {
  const read = readRequest(assessRequestSchema, fields, raw);
  if (!read.ok) return read;
  const { request } = read.value;
  const manner = { lenient: request.lenient ?? lenient };
  const facts = readFacts(knowledge.facts, request.facts, manner);
  const learned = readLearned(knowledge.facts, request.learned, manner);
  const problem = sayFactProblems([...facts.problems, ...learned.problems]);
  if (problem) return fail(problem);
  const at = request.at ?? now;
  if (!readMoment(at)) return fail(sayProblem('bad-instant', { field: 'at', value: at }));
  const ignored = [...read.value.ignored, ...facts.ignored, ...learned.ignored];
  return succeed({ request, read: facts, learned: learned.learned, at, ignored });
};

/** Decides a case that was read. */
export const decideCase = (knowledge: DutyKnowledge, { read, learned }: Case): Assessment =>
  assess(knowledge, { facts: read.facts, parked: read.parked, learned });

/** One request of the contract in, one result of the contract out; the request's mistakes are values. */
export const assessCase = (knowledge: DutyKnowledge, raw: unknown, options: CaseOptions): Result<AssessResult, Problem> => {
  const read = readCase(knowledge, raw, options);
  if (!read.ok) return read;
  const { request, at, ignored } = read.value;
  return succeed(shapeAssessment(decideCase(knowledge, read.value), request.id ?? null, ignored, at));
};
