import { fail, findCase, isZone, type Problem, type Result, sayFactProblems, sayProblem, succeed } from '../../app/index.ts';
import { type Bundle, isRecord, isTooDeep, isUuid, readFacts } from '../../core/index.ts';
import type { ServerSaying } from './own-pen.ts';

/** A request of a program carries `sayings`, one of a device `entries`. */
export const isSayings = (raw: unknown): boolean => isRecord(raw) && (raw.sayings !== undefined || raw.case !== undefined);

export type SayingsRead = { readonly id?: string; readonly zone?: string; readonly sayings: readonly ServerSaying[] };

const fields = ['id', 'case', 'zone', 'sayings'];
const sayingFields = ['id', 'kind', 'body'];

/** Where a text stands that UTF-8 cannot write: half of a pair of surrogates, which would be kept as another character. */
const brokenTextAt = (value: unknown, at: string): string | undefined => {
  if (typeof value === 'string') return value.isWellFormed() ? undefined : at;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = key.isWellFormed() ? brokenTextAt(inner, `${at}.${key}`) : at;
    if (found !== undefined) return found;
  }
  return undefined;
};

const sayingProblem = (raw: unknown, at: string): Problem | undefined => {
  if (isTooDeep(raw)) return sayProblem('entry-too-large', { field: at });
  if (!isRecord(raw)) return sayProblem('not-an-object', { field: at });
  const strange = Object.keys(raw).find((key) => !sayingFields.includes(key));
  if (strange !== undefined) return sayProblem('unknown-field', { field: `${at}.${strange}` });
  if (typeof raw.kind !== 'string') return sayProblem(raw.kind === undefined ? 'missing-field' : 'wrong-type', { field: `${at}.kind` });
  if (!isRecord(raw.body)) return sayProblem(raw.body === undefined ? 'missing-field' : 'wrong-type', { field: `${at}.body` });
  if (raw.id !== undefined && (typeof raw.id !== 'string' || !isUuid(raw.id))) return sayProblem('wrong-type', { field: `${at}.id` });
  const broken = brokenTextAt(raw.body, `${at}.body`);
  return broken === undefined ? undefined : sayProblem('ill-formed-text', { field: broken });
};

/** A program may use any name that the catalogue accepts; the record keeps the catalogue's own. What it lacks is refused here. */
const nameFacts = (bundle: Bundle, saying: ServerSaying): Result<ServerSaying, Problem> => {
  const { facts } = saying.body as { readonly facts?: unknown };
  if (facts === undefined) return succeed(saying);
  const read = readFacts(bundle.facts, facts);
  const problem = sayFactProblems(read.problems);
  if (problem) return fail(problem);
  const parked = Object.fromEntries(read.parked.map((fact) => [fact, null]));
  return succeed({ ...saying, body: { ...(saying.body as object), facts: { ...parked, ...read.facts } } });
};

/** Reads what a program wants to say. With `begins`, `case` makes the first entry of a new incident. */
export const readSayings = (bundle: Bundle, raw: unknown, begins: boolean): Result<SayingsRead, Problem> => {
  if (!isRecord(raw)) return fail(sayProblem('not-an-object', { field: 'request' }));
  const strange = Object.keys(raw).find((key) => !fields.includes(key) || (!begins && (key === 'id' || key === 'case')));
  if (strange !== undefined) return fail(sayProblem('unknown-field', { field: strange }));
  const { id, zone, sayings = [] } = raw;
  if (id !== undefined && (typeof id !== 'string' || !isUuid(id))) return fail(sayProblem('wrong-type', { field: 'id' }));
  if (zone !== undefined && (typeof zone !== 'string' || !isZone(zone)))
    return fail(sayProblem('bad-zone', { field: 'zone', value: String(zone) }));
  if (!Array.isArray(sayings)) return fail(sayProblem('wrong-type', { field: 'sayings' }));
  for (const [i, saying] of sayings.entries()) {
    const problem = sayingProblem(saying, `sayings.${i}`);
    if (problem) return fail(problem);
  }
  const said: ServerSaying[] = [];
  for (const saying of sayings as readonly ServerSaying[]) {
    const named = nameFacts(bundle, saying);
    if (!named.ok) return named;
    said.push(named.value);
  }
  const begun = begins ? beginWith(bundle, raw.case, zone, said) : succeed(said);
  if (!begun.ok) return begun;
  if (begun.value.length === 0) return fail(sayProblem('missing-field', { field: 'sayings' }));
  return succeed({ ...(id !== undefined && { id }), ...(zone !== undefined && { zone }), sayings: begun.value });
};

/** A report has the zone and the knowledge it began with; what the program left out is filled in. */
const beginWith = (
  bundle: Bundle,
  named: unknown,
  zone = 'Asia/Tokyo',
  said: readonly ServerSaying[],
): Result<readonly ServerSaying[], Problem> => {
  const found = named === undefined ? undefined : findCase(bundle, String(named));
  if (found && !found.ok) return found;
  const filled = { zone, bundle: bundle.hash, ...(found && { playbook: found.value.id }) };
  const [first, ...others] = said;
  if (first?.kind === 'incident.reported') return succeed([{ ...first, body: { ...filled, ...(first.body as object) } }, ...others]);
  return named === undefined ? succeed(said) : succeed([{ kind: 'incident.reported', body: filled }, ...said]);
};
