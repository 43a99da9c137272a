import { type AgreementKnowledge, type Draft, isRecord, isUuid, nearestTo, readMoment } from '../../core/index.ts';
import type { Problem } from '../contract/problem.ts';
import { fail, type Result, succeed } from '../result.ts';
import { sayProblem } from '../say-problem.ts';

type AgreementDraft = Extract<Draft, { kind: 'organisation.agreement-set' }>;
type Body = AgreementDraft['body'];
type Written = Readonly<Record<string, unknown>>;

const units = { hours: 'hours', days: 'days', openDays: 'open-days' } as const;
type Unit = keyof typeof units;

/** Longer than any contract gives, so that a slip of the hand is seen. */
const longest = 3650;

type Check = (value: unknown, field: string) => Problem | undefined;

const wrong = (field: string): Problem => sayProblem('wrong-type', { field });
const missing = (field: string): Problem => sayProblem('missing-field', { field });

const named = (value: string, field: string, names: readonly string[]): Problem | undefined => {
  if (names.includes(value)) return undefined;
  const nearest = nearestTo(value, names);
  return sayProblem('unknown-value', { field, value, ...(nearest !== undefined && { nearest }) });
};

const text: Check = (value, field) => (typeof value === 'string' && value.trim() !== '' ? undefined : wrong(field));
const yesNo: Check = (value, field) => (typeof value === 'boolean' ? undefined : wrong(field));
const uuid: Check = (value, field) => (typeof value === 'string' && isUuid(value) ? undefined : wrong(field));
const length: Check = (value, field) =>
  Number.isInteger(value) && (value as number) > 0 && (value as number) <= longest ? undefined : wrong(field);
const day: Check = (value, field) =>
  typeof value === 'string' && readMoment(value)?.timed === false ? undefined : sayProblem('bad-date', { field, value: String(value) });
const one =
  (...names: readonly string[]): Check =>
  (value, field) =>
    typeof value === 'string' ? named(value, field, names) : wrong(field);
const some =
  (names: readonly string[]): Check =>
  (value, field) => {
    if (!Array.isArray(value) || value.length === 0) return wrong(field);
    const strange = value.findIndex((name) => !names.includes(name as string));
    return strange < 0 ? undefined : named(String(value[strange]), `${field}.${strange}`, names);
  };

const needed = ['party', 'side', 'triggers'] as const;

const checksFor = ({ sides, triggers }: AgreementKnowledge): Readonly<Record<string, Check>> => ({
  id: uuid,
  party: text,
  side: one(...sides.map((s) => s.id)),
  triggers: some(triggers.map((t) => t.id)),
  hours: length,
  days: length,
  openDays: length,
  word: one('immediately', 'promptly', 'by-contract'),
  firstDay: one('counts', 'excluded'),
  countsFrom: one('noticed', 'confirmed'),
  consentFirst: yesNo,
  clause: text,
  way: text,
  until: day,
});

const problemIn = (checks: Readonly<Record<string, Check>>, raw: unknown, at: string): Problem | undefined => {
  if (!isRecord(raw)) return sayProblem('not-an-object', { field: at });
  const absent = needed.find((field) => raw[field] === undefined);
  if (absent) return missing(`${at}.${absent}`);
  for (const [field, value] of Object.entries(raw)) {
    const check = Object.hasOwn(checks, field) ? checks[field] : undefined;
    const nearest = check ? undefined : nearestTo(field, Object.keys(checks));
    const problem = check
      ? check(value, `${at}.${field}`)
      : sayProblem('unknown-field', { field: `${at}.${field}`, ...(nearest !== undefined && { nearest }) });
    if (problem) return problem;
  }
  // Two limits would be two clauses.
  const limits = [...Object.keys(units), 'word'].filter((field) => raw[field] !== undefined);
  return limits.length > 1 ? wrong(`${at}.${limits[1]}`) : undefined;
};

const draftOf = (raw: Written, newId: () => string): AgreementDraft => {
  const unit = (Object.keys(units) as Unit[]).find((name) => raw[name] !== undefined);
  const words = (field: 'party' | 'clause' | 'way') => (raw[field] === undefined ? {} : { [field]: { text: raw[field] as string } });
  const same = ['side', 'triggers', 'word', 'firstDay', 'countsFrom', 'consentFirst', 'until'] as const;
  const plain = Object.fromEntries(same.flatMap((field) => (raw[field] === undefined ? [] : [[field, raw[field]]]))) as Pick<
    Body,
    (typeof same)[number]
  >;
  return {
    kind: 'organisation.agreement-set',
    body: {
      agreement: (raw.id as string | undefined) ?? newId(),
      ...plain,
      ...words('party'),
      ...words('clause'),
      ...words('way'),
      ...(unit && { within: { n: raw[unit] as number, unit: units[unit] } }),
    },
  };
};

/**
 * Reads agreements as they are written in a file or typed into a form: `{party, side, triggers, hours | days | openDays |
 * word, clause, way, firstDay, countsFrom, consentFirst, until, id}`, one or a list. The first mistake is named by its field;
 * then nothing is taken. `newId` gives ids to new ones; with the id of a known one it is replaced.
 */
export const readAgreements = (
  knowledge: AgreementKnowledge,
  raw: unknown,
  newId: () => string,
): Result<readonly AgreementDraft[], Problem> => {
  const list: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
  const checks = checksFor(knowledge);
  for (const [i, written] of list.entries()) {
    const problem = problemIn(checks, written, `agreements.${i}`);
    if (problem) return fail(problem);
  }
  return list.length > 0 ? succeed(list.map((written) => draftOf(written as Written, newId))) : fail(missing('agreements'));
};
