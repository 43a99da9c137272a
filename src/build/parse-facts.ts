import * as s from './schema/shape.ts';
import type { Cond, FactDef, Implication, Known, Source, Text } from '../core/index.ts';
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

const fileShape = s.object({
  sources: s.optional(s.unknown),
  groups: s.optional(s.record(text)),
  facts: s.union(s.array(s.unknown), s.record(s.unknown)),
  implies: s.optional(s.nullable(s.array(s.unknown))),
});

/** A list of ids and labels, or a mapping from one to the other. */
const values = s.union(
  s.array(s.object({ id, label: text })),
  s.transform(s.record(text), (r) => Object.entries(r).map(([key, label]) => ({ id: key, label }))),
);

const factShape = s.object({
  id,
  kind: s.literal('yes-no', 'one-of', 'some-of', 'number', 'instant'),
  question: text,
  help: s.optional(text),
  who: s.literal('finder', 'it', 'lead', 'executive', 'legal', 'pr', 'hr', 'finance', 'business', 'vendor'),
  effort: s.literal(1, 2, 3, 4, 5),
  group: s.string,
  judgement: s.optional(s.literal(true)),
  profile: s.optional(s.literal(true)),
  keyed: s.optional(s.literal(true)),
  reserved: s.optional(s.literal(true)),
  start: s.optional(s.literal('awareness', 'act', 'occurrence')),
  values: s.optional(values),
  aliases: s.optional(ids),
  valueAliases: s.optional(s.record(s.string)),
  cite: s.optional(s.string),
  source: s.optional(sourceOrKey),
});

const implicationShape = s.object({
  if: s.optional(s.unknown),
  known: s.optional(s.string),
  atLeast: s.optional(s.literal(true)),
  then: s.record(s.unknown),
  cite: s.optional(s.string),
  why: s.optional(text),
});

const parseFact = (written: unknown, at: Path, shared: Readonly<Record<string, Source>>, report: Report): FactDef | undefined => {
  const shape = parseShape(factShape, written, at, report);
  if (!shape) return undefined;
  const { source, ...def } = shape;
  const found = source === undefined ? undefined : resolveSources([source], shared, at, report)[0];
  return { ...def, ...(found && { source: found }) };
};

const parseImplication = (written: unknown, at: Path, report: Report): readonly Implication[] => {
  const shape = parseShape(implicationShape, written, at, report);
  if (!shape) return [];
  const cond = shape.known !== undefined ? { known: shape.known } : parseCondition(shape.if, [...at, 'if'], report);
  if (!cond) return [];
  return Object.entries(shape.then).flatMap(([fact, value]): readonly Implication[] => {
    if (value === 'same') {
      if (shape.known !== undefined)
        return [{ if: cond, then: { fact, value: { same: shape.known } }, ...(shape.atLeast && { atLeast: true }) }];
      report(at, 'implication', `${fact}: same needs "known: <fact>"`);
      return [];
    }
    const known = parseShape(factsShape, { [fact]: value }, [...at, 'then'], report);
    return known ? [{ if: cond, then: { fact, value: known[fact] as Known } }] : [];
  });
};

/** The one yes-no a condition tests; undefined where it is more than that. A list is never turned round: it may be one on purpose. */
const literalOf = (cond: Cond): { readonly fact: string; readonly is: boolean } | undefined => {
  if (cond.op === 'test') return cond.rel === 'is' ? { fact: cond.fact, is: cond.value === true } : undefined;
  const inner = cond.op === 'not' ? literalOf(cond.of) : undefined;
  return inner && { fact: inner.fact, is: !inner.is };
};

/** A yes-no that implies a yes-no also holds the other way round with both denied. */
const withContrapositives = (implications: readonly Implication[]): readonly Implication[] => {
  const added = implications.flatMap(({ if: when, then }): readonly Implication[] => {
    const { fact, value } = then;
    if ('known' in when || typeof value !== 'boolean') return [];
    const literal = literalOf(when);
    return literal ? [{ if: { op: 'test', fact, rel: 'is', value: !value }, then: { fact: literal.fact, value: !literal.is } }] : [];
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
    facts: read,
    reserved: new Set(read.flatMap((def) => (def.reserved ? [def.id] : []))),
    groups: file.groups ?? {},
    implications: withContrapositives((file.implies ?? []).flatMap((w, i) => parseImplication(w, ['implies', i], report))),
  };
};
