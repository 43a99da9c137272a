import { isRecord } from '../knowledge/is-record.ts';
import { canonicalJson } from '../knowledge/canonical-json.ts';
import { readMoment } from '../time/moment.ts';
import type { FactDef, FactId, FactKind, Facts, Known, Learned } from './fact.ts';
import { nearestTo } from './nearest.ts';

/** What is wrong with one answer that came from outside. `field` is the name as it was written. */
export type FactProblem =
  | { readonly code: 'not-an-object'; readonly field: string }
  | { readonly code: 'unknown-fact'; readonly field: string; readonly nearest?: string }
  | { readonly code: 'unknown-value'; readonly field: string; readonly value: string; readonly nearest?: string }
  | { readonly code: 'wrong-kind'; readonly field: string; readonly kind: FactKind }
  | { readonly code: 'bad-instant'; readonly field: string; readonly value: string }
  | { readonly code: 'contradiction'; readonly field: string };

export type FactsRead = {
  readonly facts: Facts;
  /** Asked, not known. */
  readonly parked: readonly FactId[];
  readonly problems: readonly FactProblem[];
  /** What lenient reading left out, as `fact` or `fact.value`. */
  readonly ignored: readonly string[];
};

type Reading = { readonly known?: Known; readonly problems: readonly FactProblem[]; readonly left?: readonly string[] };

const isStrings = (x: unknown): x is string[] => Array.isArray(x) && x.every((m) => typeof m === 'string');
const onlyKeys = (x: Record<string, unknown>, keys: readonly string[]): boolean =>
  Object.keys(x).length > 0 && Object.keys(x).every((k) => keys.includes(k));

const readMembers = (
  def: FactDef,
  field: string,
  members: readonly string[],
): { readonly known: string[]; readonly problems: FactProblem[] } => {
  const ids = new Set((def.values ?? []).map((v) => v.id));
  const known: string[] = [];
  const problems: FactProblem[] = [];
  for (const member of members) {
    const id = def.valueAliases?.[member] ?? member;
    if (ids.has(id)) known.push(id);
    else {
      const nearest = nearestTo(member, [...ids, ...Object.keys(def.valueAliases ?? {})]);
      problems.push({ code: 'unknown-value', field, value: member, ...(nearest !== undefined && { nearest }) });
    }
  }
  return { known: [...new Set(known)], problems };
};

const wrong = (def: FactDef, field: string): Reading => ({ problems: [{ code: 'wrong-kind', field, kind: def.kind }] });

const readOneOf = (def: FactDef, field: string, raw: unknown): Reading => {
  const values =
    typeof raw === 'string' ? [raw] : isRecord(raw) && onlyKeys(raw, ['in']) && isStrings(raw.in) && raw.in.length > 0 ? raw.in : undefined;
  if (!values) return wrong(def, field);
  const { known, problems } = readMembers(def, field, values);
  if (problems.length > 0) return { problems, left: problems.map((p) => ('value' in p ? `${field}.${p.value}` : field)) };
  return { known: known.length === 1 ? (known[0] as string) : { in: known }, problems };
};

const readSomeOf = (def: FactDef, field: string, raw: unknown): Reading => {
  const named = (list: unknown): string[] | undefined => (list === undefined ? [] : isStrings(list) ? list : undefined);
  const open = isRecord(raw) && onlyKeys(raw, ['has', 'not']);
  const hasRaw = isStrings(raw) ? raw : open ? named(raw.has) : undefined;
  const notRaw = open ? named(raw.not) : [];
  if (!hasRaw || !notRaw) return wrong(def, field);
  const has = readMembers(def, field, hasRaw);
  const not = readMembers(def, field, notRaw);
  if (has.known.some((m) => not.known.includes(m))) return { problems: [{ code: 'contradiction', field }] };
  const problems = [...has.problems, ...not.problems];
  // A whole set with a name nobody knows is no longer whole: what remains is what it has.
  const whole = isStrings(raw) && problems.length === 0;
  const known: Known = whole
    ? has.known
    : { ...(has.known.length > 0 && { has: has.known }), ...(not.known.length > 0 && { not: not.known }) };
  const left = problems.map((p) => ('value' in p ? `${field}.${p.value}` : field));
  return Object.keys(known).length > 0 || whole ? { known, problems, left } : { problems, left };
};

const readNumber = (def: FactDef, field: string, raw: unknown): Reading => {
  const isCount = (n: unknown): n is number => typeof n === 'number' && Number.isFinite(n) && n >= 0;
  if (isCount(raw)) return { known: raw, problems: [] };
  if (!isRecord(raw) || !onlyKeys(raw, ['min', 'max']) || !Object.values(raw).every(isCount)) return wrong(def, field);
  const { min, max } = raw as { min?: number; max?: number };
  if (min !== undefined && max !== undefined && min > max) return { problems: [{ code: 'contradiction', field }] };
  return {
    known: min !== undefined && min === max ? min : { ...(min !== undefined && { min }), ...(max !== undefined && { max }) },
    problems: [],
  };
};

const readInstant = (def: FactDef, field: string, raw: unknown): Reading => {
  const bad = (value: string): Reading => ({ problems: [{ code: 'bad-instant', field, value }] });
  if (typeof raw === 'string') return readMoment(raw) ? { known: raw, problems: [] } : bad(raw);
  if (!isRecord(raw) || !onlyKeys(raw, ['after', 'before'])) return wrong(def, field);
  const broken = Object.values(raw).find((v) => typeof v !== 'string' || !readMoment(v));
  return broken === undefined ? { known: raw as Known, problems: [] } : bad(String(broken));
};

const readOne = (def: FactDef, field: string, raw: unknown): Reading => {
  switch (def.kind) {
    case 'yes-no':
      return typeof raw === 'boolean' ? { known: raw, problems: [] } : wrong(def, field);
    case 'one-of':
      return readOneOf(def, field, raw);
    case 'some-of':
      return readSomeOf(def, field, raw);
    case 'number':
      return readNumber(def, field, raw);
    case 'instant':
      return readInstant(def, field, raw);
  }
};

const nameOf = (defs: readonly FactDef[], field: string): FactDef | undefined => {
  const [head = field] = field.split('.');
  return defs.find((d) => d.id === field || d.aliases?.includes(field)) ?? defs.find((d) => d.keyed && d.id === head);
};

const allNames = (defs: readonly FactDef[]): readonly string[] => defs.flatMap((d) => [d.id, ...(d.aliases ?? [])]);

/**
 * Reads answers that come from outside (JSON) into facts. `"unknown"` and null mean asked and not known: they decide as
 * absent does. A name or value that the catalogue does not know is a problem naming the nearest one; with `lenient` it
 * is read as not known and listed in `ignored`, so nothing is ever taken for "no".
 */
export const readFacts = (defs: readonly FactDef[], raw: unknown, { lenient = false } = {}): FactsRead => {
  if (!isRecord(raw)) return { facts: {}, parked: [], problems: [{ code: 'not-an-object', field: 'facts' }], ignored: [] };
  const facts: Record<FactId, Known> = {};
  const parked: FactId[] = [];
  const problems: FactProblem[] = [];
  const ignored: string[] = [];
  for (const [field, value] of Object.entries(raw)) {
    const def = nameOf(defs, field);
    if (!def) {
      const nearest = nearestTo(field, allNames(defs));
      if (lenient) ignored.push(field);
      else problems.push({ code: 'unknown-fact', field, ...(nearest !== undefined && { nearest }) });
      continue;
    }
    const id = def.keyed && field.includes('.') ? field : def.id;
    if (value === null || value === 'unknown') {
      parked.push(id);
      continue;
    }
    const read = readOne(def, field, value);
    if (read.problems.length > 0 && lenient) ignored.push(...(read.left ?? [field]));
    else problems.push(...read.problems);
    if (read.known === undefined) continue;
    if (facts[id] !== undefined && canonicalJson(facts[id]) !== canonicalJson(read.known)) problems.push({ code: 'contradiction', field });
    facts[id] = read.known;
  }
  return { facts, parked, problems, ignored };
};

/** Reads when each fact was learned: fact names (or `default`) to RFC 3339 instants or civil dates. */
export const readLearned = (
  defs: readonly FactDef[],
  raw: unknown,
  { lenient = false } = {},
): { readonly learned: Learned; readonly problems: readonly FactProblem[]; readonly ignored: readonly string[] } => {
  const learned: Record<string, string> = {};
  const problems: FactProblem[] = [];
  const ignored: string[] = [];
  if (raw === undefined || raw === null) return { learned: learned as Learned, problems, ignored };
  if (!isRecord(raw)) return { learned: learned as Learned, problems: [{ code: 'not-an-object', field: 'learned' }], ignored };
  for (const [field, value] of Object.entries(raw)) {
    const id = field === 'default' ? 'default' : nameOf(defs, field)?.id;
    const nearest = id === undefined ? nearestTo(field, allNames(defs)) : undefined;
    const ok = typeof value === 'string' && readMoment(value) !== undefined;
    if (id !== undefined && ok) learned[id] = value as string;
    else if (lenient) ignored.push(`learned.${field}`);
    else if (id === undefined)
      problems.push({ code: 'unknown-fact', field: `learned.${field}`, ...(nearest !== undefined && { nearest }) });
    else problems.push({ code: 'bad-instant', field: `learned.${field}`, value: String(value) });
  }
  return { learned: learned as Learned, problems, ignored };
};
