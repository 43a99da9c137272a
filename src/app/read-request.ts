import { isRecord } from '../core/index.ts';
import type { Problem } from './contract/problem.ts';
import { isOversize } from './is-oversize.ts';
import { fail, type Result, succeed } from './result.ts';
import { sayOversize, sayProblem } from './say-problem.ts';

type Issue = { readonly code?: string | undefined; readonly path: readonly PropertyKey[]; readonly input?: unknown };
type Schema<T> = { safeParse(raw: unknown): { success: true; data: T } | { success: false; error: { issues: readonly Issue[] } } };

/** A field that starts like a known one, or differs in case only, is that one misspelt. */
const misspelt = (field: string, fields: readonly string[]): string | undefined =>
  fields.find((known) => known.toLowerCase() === field.toLowerCase() || (known.length >= 4 && known.slice(0, 4) === field.slice(0, 4)));

/** Fields whose names or values are looked up in the knowledge. */
const compared = ['facts', 'learned', 'rule', 'stage'];
const named = ['facts', 'learned'];

/**
 * Reads one request of the contract. A field the contract does not have is an error when it looks like a misspelt one
 * (a lost `learned` would move dates silently); any other is left out and listed in `ignored`.
 */
export const readRequest = <T>(
  schema: Schema<T>,
  fields: readonly string[],
  raw: unknown,
): Result<{ readonly request: T; readonly ignored: readonly string[] }, Problem> => {
  if (!isRecord(raw)) return fail(sayProblem('not-an-object', { field: 'request' }));
  const strange = Object.keys(raw).filter((key) => !fields.includes(key));
  for (const field of strange) {
    const nearest = misspelt(field, fields);
    if (nearest !== undefined && raw[nearest] === undefined) return fail(sayProblem('unknown-field', { field, nearest }));
  }
  const oversize = compared.find((field) => isOversize(raw[field]));
  if (oversize !== undefined) return fail(sayOversize(oversize));
  const read = schema.safeParse(raw);
  // The schema would drop a fact named `__proto__` without a word; the names are for the catalogue to judge.
  const asWritten = Object.fromEntries(named.filter((field) => fields.includes(field) && isRecord(raw[field])).map((f) => [f, raw[f]]));
  if (read.success) return succeed({ request: { ...read.data, ...asWritten }, ignored: strange });
  const path = read.error.issues[0]?.path ?? [];
  const field = path.map(String).join('.');
  const missing = path.length === 1 && raw[field] === undefined;
  return fail(missing ? sayProblem('missing-field', { field }) : sayProblem('wrong-type', { field }));
};
