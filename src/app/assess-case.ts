import { assess, type Assessment, type DutyKnowledge, type FactsRead, type Learned, readMoment } from '../core/index.ts';
import { type AssessRequest, type AssessResult, assessRequestSchema } from './contract/assess.ts';
import type { Problem } from './contract/problem.ts';
import { readKnown } from './read-known.ts';
import { readRequest } from './read-request.ts';
import { fail, type Result, succeed } from './result.ts';
import { sayProblem } from './say-problem.ts';
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

/** A leap second exists in RFC 3339 but in no clock of ours: the second before it stands for it. */
const beforeLeapSecond = (moment: string): string => moment.replace(/:60(?=[.z+-])/i, ':59');

const fields = ['id', 'facts', 'learned', 'at', 'lenient'];

/** Reads a request of the contract with the catalogue: facts, when they were learned, and the moment to judge lateness by. */
export const readCase = (knowledge: DutyKnowledge, raw: unknown, { now, lenient = false }: CaseOptions): Result<Case, Problem> => {
  const read = readRequest(assessRequestSchema, fields, raw);
  if (!read.ok) return read;
  const { request } = read.value;
  const manner = { lenient: request.lenient ?? lenient };
  const known = readKnown(knowledge, request, manner);
  if (!known.ok) return known;
  const at = request.at ?? now;
  if (!readMoment(at)) return fail(sayProblem('bad-instant', { field: 'at', value: at }));
  return succeed({ ...known.value, request, at: beforeLeapSecond(at), ignored: [...read.value.ignored, ...known.value.ignored] });
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
