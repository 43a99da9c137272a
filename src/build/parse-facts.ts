import * as z from 'zod/mini';
import type { FactDef, Known } from '../core/facts/fact.ts';
import type { Source, Text } from '../core/knowledge/text.ts';
import type { Cond, Implication } from '../core/obligations/rule.ts';
import { parseCondition } from './parse-condition.ts';
import { factsShape } from './parse-examples.ts';
import type { Path, YamlFile } from './read-yaml.ts';
import { id, ids, sharedSources, sourceOrKey, text } from './schema/common.ts';
import { parseShape, type Report } from './schema/parse-shape.ts';
import { resolveSources } from './schema/resolve-sources.ts';

export type FactsFile = {
  readonly facts: readonly FactDef[];
  /** Names that a caller may send and no rule uses yet. */
  readonly reserved: ReadonlySet<string>;
  readonly groups: Readonly<Record<string, Text>>;
  readonly implications: readonly Implication[];
};

const fileShape = z.strictObject({
  sources: z.exactOptional(z.unknown()),
  groups: z.exactOptional(z.record(z.string(), text)),
  facts: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]),
  implies: z.exactOptional(z.nullable(z.array(z.unknown()))),
});

const values = z.union([
  z.array(z.strictObject({ id, label: text })),
  z.pipe(
    z.record(z.string(), text),
    z.transform((r) => Object.entries(r).map(([key, label]) => ({ id: key, label }))),
  ),
]);

const factShape = z.strictObject({
  id,
  kind: z.enum(['yes-no', 'one-of', 'some-of', 'number', 'instant']),
  question: text,
  help: z.exactOptional(text),
  who: z.enum(['finder', 'it', 'lead', 'executive', 'legal', 'pr', 'hr', 'finance', 'business', 'vendor']),
  effort: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
  group: z.string(),
  judgement: z.exactOptional(z.literal(true)),
  profile: z.exactOptional(z.literal(true)),
  reserved: z.exactOptional(z.literal(true)),
  start: z.exactOptional(z.enum(['awareness', 'act'])),
  values: z.exactOptional(values),
  aliases: z.exactOptional(ids),
  valueAliases: z.exactOptional(z.record(z.string(), z.string())),
  cite: z.exactOptional(z.string()),
  source: z.exactOptional(sourceOrKey),
});

const implicationShape = z.strictObject({
  if: z.exactOptional(z.unknown()),
  known: z.exactOptional(z.string()),
  then: z.record(z.string(), z.unknown()),
  cite: z.exactOptional(z.string()),
  why: z.exactOptional(text),
});

type ReadFact = { readonly def: FactDef; readonly reserved: boolean };

const parseFact = (written: unknown, at: Path, shared: Readonly<Record<string, Source>>, report: Report): ReadFact | undefined => {
  const shape = parseShape(factShape, written, at, report);
  if (!shape) return undefined;
  const { reserved, source, ...def } = shape;
  const found = source === undefined ? undefined : resolveSources([source], shared, at, report)[0];
  return { def: { ...def, ...(found && { source: found }) }, reserved: reserved === true };
};

const parseImplication = (written: unknown, at: Path, report: Report): readonly Implication[] => {
  const shape = parseShape(implicationShape, written, at, report);
  if (!shape) return [];
  const cond = shape.known !== undefined ? { known: shape.known } : parseCondition(shape.if, [...at, 'if'], report);
  if (!cond) return [];
  return Object.entries(shape.then).flatMap(([fact, value]): readonly Implication[] => {
    if (value === 'same') {
      if (shape.known !== undefined) return [{ if: cond, then: { fact, value: { same: shape.known } } }];
      report(at, 'implication', `${fact}: same needs "known: <fact>"`);
      return [];
    }
    const known = parseShape(factsShape, { [fact]: value }, [...at, 'then'], report);
    return known ? [{ if: cond, then: { fact, value: known[fact] as Known } }] : [];
  });
};

/** The yes-no literals of which each alone makes a condition hold; undefined where it is more than that. */
const literalsOf = (cond: Cond): readonly { readonly fact: string; readonly is: boolean }[] | undefined => {
  if (cond.op === 'test') return cond.rel === 'is' ? [{ fact: cond.fact, is: cond.value === true }] : undefined;
  if (cond.op === 'not')
    return cond.of.op === 'test' && cond.of.rel === 'is' ? [{ fact: cond.of.fact, is: cond.of.value !== true }] : undefined;
  if (cond.op === 'term' || (cond.op === 'all' && cond.of.length !== 1)) return undefined;
  const kids = cond.of.map(literalsOf);
  return kids.every((k) => k !== undefined) ? kids.flat() : undefined;
};

/** A yes-no that implies a yes-no also holds the other way round with both denied. */
export const withContrapositives = (implications: readonly Implication[]): readonly Implication[] => {
  const added = implications.flatMap(({ if: when, then }): readonly Implication[] => {
    const { fact, value } = then;
    if ('known' in when || typeof value !== 'boolean') return [];
    return (literalsOf(when) ?? []).map((l) => ({
      if: { op: 'test', fact, rel: 'is', value: !value },
      then: { fact: l.fact, value: !l.is },
    }));
  });
  const byText = new Map([...implications, ...added].map((i) => [JSON.stringify(i), i]));
  return [...byText.values()];
};

/** Reads knowledge/facts.yaml: the one catalogue, its groups, and what follows from what. */
export const parseFacts = (yaml: YamlFile, report: Report): FactsFile => {
  const file = parseShape(fileShape, yaml.value, [], report);
  if (!file) return { facts: [], reserved: new Set(), groups: {}, implications: [] };
  const shared = file.sources === undefined ? {} : (parseShape(sharedSources, file.sources, ['sources'], report) ?? {});
  const written: readonly (readonly [Path, unknown])[] = Array.isArray(file.facts)
    ? file.facts.map((w, i) => [['facts', i], w])
    : Object.entries(file.facts).map(([key, w]) => [['facts', key], { id: key, ...(w as object) }]);
  const read = written.flatMap(([at, w]) => parseFact(w, at, shared, report) ?? []);
  return {
    facts: read.map((r) => r.def),
    reserved: new Set(read.flatMap((r) => (r.reserved ? [r.def.id] : []))),
    groups: file.groups ?? {},
    implications: withContrapositives((file.implies ?? []).flatMap((w, i) => parseImplication(w, ['implies', i], report))),
  };
};
