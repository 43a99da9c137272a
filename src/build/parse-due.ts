import * as s from './schema/shape.ts';
import { type Convention, type DueChoice, type Grade, type Level, type Roll, type Strength, truthOf } from '../core/index.ts';
import { parseCondition } from './parse-condition.ts';
import type { Path } from './read-yaml.ts';
import { grade } from './schema/common.ts';
import { parseShape, type Report } from './schema/parse-shape.ts';

const length = {
  days: s.optional(s.int),
  weeks: s.optional(s.int),
  months: s.optional(s.int),
  hours: s.optional(s.int),
  open_days: s.optional(s.int),
  day_of_next_month: s.optional(s.int),
  word: s.optional(s.literal('immediately', 'promptly', 'without-delay', 'without-undue-delay', 'early', 'by-contract', 'on-request')),
  first_day: s.optional(s.literal('counts', 'excluded')),
  roll: s.optional(s.literal('next-open-day', 'none')),
  method: s.optional(s.literal('civil', 'same-day')),
  full_hours: s.optional(s.literal(true)),
  min_open_days: s.optional(s.int),
};

const cited = s.object({ ...length, cite: s.string });

const dueShape = s.object({
  ...length,
  kind: s.optional(s.literal('guide', 'limit')),
  if: s.optional(s.unknown),
  else: s.optional(s.literal(true)),
  start: s.string,
  outer: s.optional(cited),
  target: s.optional(s.union(s.literal('last-open-day', 'open-day-before'), cited)),
  cite: s.string,
  strength: s.optional(s.literal('statutory', 'guideline', 'contract', 'practice', 'unconfirmed')),
  grade: s.optional(grade),
});

type Length = Partial<Omit<s.Infer<typeof cited>, 'cite'>>;

const units = ['days', 'weeks', 'months', 'hours', 'open_days', 'day_of_next_month', 'word'] as const;

/** Reads how a limit is counted. Exactly one unit; `like` lends the first day to a target or an outer limit. */
const parseConvention = (shape: Length, guide: boolean, at: Path, report: Report, like: Length = {}): Convention | undefined => {
  const named = units.filter((u) => shape[u] !== undefined);
  const fail = (message: string): undefined => void report(at, 'due', message);
  if (named.length !== 1) return fail(`a limit has exactly one of ${units.join(', ')}; here: ${named.join(', ') || 'none'}`);
  const roll: Roll = shape.roll ?? 'none';
  if (shape.word) return { unit: 'none', word: shape.word };
  if (shape.hours !== undefined) return { unit: 'hours', n: shape.hours, ...(shape.full_hours && { fullHours: true }) };
  if (shape.day_of_next_month !== undefined) return { unit: 'dayOfNextMonth', n: shape.day_of_next_month };
  if (shape.open_days !== undefined) return { unit: 'openDays', n: shape.open_days };
  if (shape.months !== undefined) {
    const method = shape.method ?? like.method;
    return method ? { unit: 'months', n: shape.months, method, roll } : fail('months need a method: civil or same-day');
  }
  const firstDay = shape.first_day ?? like.first_day;
  if (!firstDay) return fail('days and weeks need first_day: counts or excluded');
  const extra = { ...(guide && { guide: true as const }), ...(shape.min_open_days !== undefined && { minOpenDays: shape.min_open_days }) };
  return shape.days !== undefined
    ? { unit: 'days', n: shape.days, firstDay, roll, ...extra }
    : { unit: 'weeks', n: shape.weeks as number, firstDay, roll, ...extra };
};

const strengthByLevel: Record<Level, Strength> = {
  mandatory: 'statutory',
  expected: 'guideline',
  contractual: 'contract',
  voluntary: 'practice',
};

/** What a rule lends to its limits where they do not say it themselves. */
export type Lent = { readonly level: Level; readonly grade: Grade };

/** Reads one candidate limit of a stage. Undefined when it cannot be read. */
export const parseDue = (written: unknown, lent: Lent, at: Path, report: Report): DueChoice | undefined => {
  const shape = parseShape(dueShape, written, at, report);
  if (!shape) return undefined;
  const guide = shape.kind === 'guide';
  const convention = parseConvention(shape, guide, at, report);
  const when = shape.if === undefined ? undefined : parseCondition(shape.if, [...at, 'if'], report);
  if (!convention || (shape.if !== undefined && !when)) return undefined;
  if (shape.if !== undefined && shape.else) report(at, 'due', 'a limit has if or else, not both');
  const found = shape.grade ?? lent.grade;
  const outer = shape.outer && parseConvention(shape.outer, false, [...at, 'outer'], report, shape);
  const target = typeof shape.target === 'object' ? parseConvention(shape.target, guide, [...at, 'target'], report, shape) : undefined;
  return {
    ...(when && { if: when }),
    start: shape.start,
    convention,
    ...(outer && shape.outer && { outer: { convention: outer, cite: shape.outer.cite } }),
    ...(typeof shape.target === 'string'
      ? { target: shape.target }
      : target && shape.target && { target: { convention: target, cite: shape.target.cite } }),
    // What was not read binds nobody until someone has read it.
    strength: shape.strength ?? (truthOf(found) === 'not-read' ? 'unconfirmed' : guide ? 'guideline' : strengthByLevel[lent.level]),
    cite: shape.cite,
    grade: found,
  };
};
