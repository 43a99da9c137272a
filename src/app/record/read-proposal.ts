import {
  commitOf,
  type EntryProblem,
  type Hasher,
  isRecord,
  type LogName,
  type Part,
  partFromJson,
  partsIn,
  readEntry,
  orderOf,
  readMoment,
  type Signed,
} from '../../core/index.ts';
import type { Problem } from '../contract/problem.ts';
import { fail, type Result, succeed } from '../result.ts';
import { sayProblem } from '../say-problem.ts';

/** What a device proposes, read and checked, but not yet its signatures. */
export type Proposal = { readonly entries: readonly Signed[]; readonly parts: readonly Part[]; readonly skewSeconds: number };

/** Entries that one request may carry; a device with more sends them in turn. */
const proposedEntriesMost = 500;

const fields = new Set(['sentAt', 'entries', 'parts']);

/** Problems of one entry, in words; the first stands, the others ride along. `at` is its place in the list. */
const sayEntryProblems = (problems: readonly EntryProblem[], at: string): Problem => {
  const [first, ...others] = problems.map((p) => {
    const field = p.code === 'unknown-kind' ? `${at}.kind` : `${at}.${p.field}`;
    const code = p.code === 'too-large' ? 'entry-too-large' : p.code;
    return sayProblem(code, { field, value: p.field, ...(p.nearest !== undefined && { nearest: p.nearest }) });
  });
  return { ...(first as Problem), ...(others.length > 0 && { others }) };
};

const readParts = (raw: unknown, entries: readonly Signed[], hash: Hasher): Result<readonly Part[], Problem> => {
  if (raw === undefined) return succeed([]);
  if (!Array.isArray(raw)) return fail(sayProblem('wrong-type', { field: 'parts' }));
  const promised = raw.length > 0 ? new Map(entries.flatMap((s) => partsIn(s.entry.body)).map((p) => [p.part, p.commit])) : new Map();
  const parts: Part[] = [];
  for (const [i, one] of raw.entries()) {
    const part = partFromJson(one);
    if (!part) return fail(sayProblem('wrong-type', { field: `parts.${i}` }));
    if ('erased' in part) continue;
    const commit = promised.get(part.id);
    if (commit === undefined || commitOf(part, hash) !== commit) return fail(sayProblem('bad-part', { field: `parts.${i}` }));
    parts.push(part);
  }
  return succeed(parts);
};

/** Milliseconds since 1970 of an instant in the one form that browsers write; undefined in any other. */
const plainInstant = (text: string): number | undefined => {
  const ms = text.length === 24 && text.endsWith('Z') ? Date.parse(text) : Number.NaN;
  return Number.isNaN(ms) || new Date(ms).toISOString() !== text ? undefined : ms;
};

const skewOf = (sentAt: unknown, now: number): number | undefined => {
  if (sentAt === undefined) return 0;
  if (typeof sentAt !== 'string') return undefined;
  // Nearly every request; to read any other form takes twenty times as long.
  const plain = plainInstant(sentAt);
  if (plain !== undefined) return Math.round((plain - now) / 1000);
  const moment = readMoment(sentAt);
  return moment?.timed ? Math.round((orderOf(moment, 'UTC') - now) / 1000) : undefined;
};

/**
 * Reads what a device sends: entries of one log in the order it made them, with the parts that it has. Checked are form,
 * log and the promises about parts; whoever calls checks signatures.
 */
export const readProposal = (
  raw: unknown,
  log: LogName | undefined,
  now: number,
  hash: Hasher,
): Result<Proposal & { readonly log: LogName }, Problem> => {
  if (!isRecord(raw)) return fail(sayProblem('not-an-object', { field: 'request' }));
  const strange = Object.keys(raw).find((key) => !fields.has(key));
  if (strange !== undefined) return fail(sayProblem('unknown-field', { field: strange }));
  const skewSeconds = skewOf(raw.sentAt, now);
  if (skewSeconds === undefined) return fail(sayProblem('bad-instant', { field: 'sentAt', value: String(raw.sentAt) }));
  if (raw.entries === undefined) return fail(sayProblem('missing-field', { field: 'entries' }));
  if (!Array.isArray(raw.entries) || raw.entries.length === 0) return fail(sayProblem('wrong-type', { field: 'entries' }));
  if (raw.entries.length > proposedEntriesMost)
    return fail(sayProblem('too-many-entries', { field: 'entries', value: String(proposedEntriesMost) }));
  const entries: Signed[] = [];
  for (const [i, one] of raw.entries.entries()) {
    const read = readEntry(one);
    if (!('signed' in read)) return fail(sayEntryProblems(read.problems, `entries.${i}`));
    entries.push(read.signed);
  }
  const name = log ?? (entries[0] as Signed).entry.log;
  const astray = entries.findIndex(({ entry }) => entry.log !== name);
  if (astray >= 0) return fail(sayProblem('other-log', { field: `entries.${astray}.entry.log`, value: name }));
  const parts = readParts(raw.parts, entries, hash);
  return parts.ok ? succeed({ log: name, entries, parts: parts.value, skewSeconds }) : parts;
};
