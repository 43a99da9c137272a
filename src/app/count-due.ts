import { type DutyKnowledge, dueOf, readMoment } from '../core/index.ts';
import { type DueResult, dueRequestSchema } from './contract/due.ts';
import type { Problem } from './contract/problem.ts';
import { isZone } from './is-zone.ts';
import { readKnown } from './read-known.ts';
import { readRequest } from './read-request.ts';
import { fail, type Result, succeed } from './result.ts';
import { sayProblem } from './say-problem.ts';
import { shapeDates } from './shape-assessment.ts';

const fields = ['id', 'rule', 'stage', 'facts', 'zone', 'closed'];

const isCivilDate = (text: string): boolean => readMoment(text)?.timed === false;

/** Dates one stage of one rule from its starts and switches, as if the rule applied. */
export const countDue = (knowledge: DutyKnowledge, raw: unknown, { lenient = false } = {}): Result<DueResult, Problem> => {
  const read = readRequest(dueRequestSchema, fields, raw);
  if (!read.ok) return read;
  const { request } = read.value;
  const known = readKnown(knowledge, { facts: request.facts ?? {} }, { lenient });
  if (!known.ok) return known;
  if (request.zone && !isZone(request.zone)) return fail(sayProblem('bad-zone', { field: 'zone', value: request.zone }));
  const broken = request.closed?.find((day) => !isCivilDate(day));
  if (broken !== undefined) return fail(sayProblem('bad-date', { field: 'closed', value: broken }));
  const { rule, stage, zone, closed } = request;
  const counted = dueOf(knowledge, { rule, stage, facts: known.value.read.facts, ...(zone && { zone }), ...(closed && { closed }) });
  if ('code' in counted) return fail(sayProblem(counted.code, counted));
  const left = [...read.value.ignored, ...known.value.ignored];
  return succeed({
    id: request.id ?? null,
    rule,
    stage,
    ...shapeDates(counted.due),
    inForce: counted.inForce,
    ...(left.length > 0 && { ignored: left }),
  });
};
