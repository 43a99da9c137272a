import * as s from './schema/shape.ts';
import {
  type Cond,
  type Grade,
  type RecipientChoice,
  type Rule,
  type Source,
  type Stage,
  type Term,
  type Text,
  truthOf,
} from '../core/index.ts';
import { type Example, parseExamples } from './parse-examples.ts';
import { conditionKeys, parseCondition } from './parse-condition.ts';
import { type Lent, parseDue } from './parse-due.ts';
import type { Path, YamlFile } from './read-yaml.ts';
import { day, id, ids, sharedSources, sourceOrKey, text } from './schema/common.ts';
import { parseShape, type Report } from './schema/parse-shape.ts';
import { resolveSources } from './schema/resolve-sources.ts';
import { stageDefaults } from './stage-labels.ts';

export type RulesFile = { readonly terms: readonly Term[]; readonly rules: readonly Rule[]; readonly examples: readonly Example[] };

const fileShape = s.object({
  instrument: id,
  label: s.optional(text),
  calendar: s.string,
  zone: s.string,
  recipient: s.optional(id),
  sources: s.optional(s.unknown),
  terms: s.optional(s.nullable(s.record(s.unknown))),
  rules: s.optional(s.nullable(s.record(s.unknown))),
  examples: s.optional(s.unknown),
});

const termShape = s.openObject({
  label: text,
  cite: s.string,
  versions: s.optional(s.array(s.openObject({ from: s.nullable(day) }))),
});

const ruleShape = s.object({
  label: text,
  level: s.literal('mandatory', 'expected', 'contractual', 'voluntary'),
  cite: s.string,
  from: s.optional(day),
  until: s.optional(day),
  calendar: s.optional(s.string),
  zone: s.optional(s.string),
  aliases: s.optional(ids),
  mergedInto: s.optional(id),
  source: s.optional(sourceOrKey),
  sources: s.optional(s.array(sourceOrKey)),
  recipients: s.optional(s.array(s.object({ to: id, if: s.optional(s.unknown), why: text }))),
  when: s.unknown,
  unless: s.optional(s.unknown),
  how: s.optional(text),
  caveats: s.optional(s.array(text)),
  stages: s.optional(s.record(s.unknown)),
});

const stageShape = s.object({
  label: s.optional(text),
  closes: s.optional(s.boolean),
  filedBy: s.optional(s.string),
  due: s.array(s.unknown),
});

type File = s.Infer<typeof fileShape>;

const empty: Text = { ja: '', en: '' };

const pickCondition = (holder: Readonly<Record<string, unknown>>): unknown =>
  Object.fromEntries(conditionKeys.flatMap((k) => (holder[k] === undefined ? [] : [[k, holder[k]]])));

const strayKeys = (holder: Readonly<Record<string, unknown>>, known: readonly string[], at: Path, report: Report): void => {
  for (const key of Object.keys(holder))
    if (![...known, ...conditionKeys].includes(key)) report([...at, key], 'shape', `${key} is not a key of a term`);
};

const parseTerm = (termId: string, written: unknown, report: Report): Term | undefined => {
  const at = ['terms', termId];
  if (!termId.includes('.')) report(at, 'term-name', `term ${termId}: a term has a dot in its name, so that it is never read as a fact`);
  const shape = parseShape(termShape, written, at, report);
  if (!shape) return undefined;
  strayKeys(shape, ['label', 'cite', 'versions'], at, report);
  const versions = (shape.versions ?? [{ ...shape, from: null }]).flatMap((v, i) => {
    const place = shape.versions ? [...at, 'versions', i] : at;
    if (shape.versions) strayKeys(v, ['from'], place, report);
    const cond = parseCondition(pickCondition(v), place, report);
    return cond ? [{ from: v.from, cond }] : [];
  });
  return { id: termId, label: shape.label, cite: shape.cite, versions };
};

const parseStage = (stageId: string, written: unknown, lent: Lent, at: Path, report: Report): Stage | undefined => {
  const shape = Array.isArray(written) ? { due: written as unknown[] } : parseShape(stageShape, written, at, report);
  if (!shape) return undefined;
  const place = Array.isArray(written) ? at : [...at, 'due'];
  const choices = shape.due.flatMap((d, i) => parseDue(d, lent, [...place, i], report) ?? []);
  const known = stageDefaults[stageId];
  const label = ('label' in shape ? shape.label : undefined) ?? known?.label;
  if (!label) report(at, 'stage-name', `stage ${stageId} needs a label`);
  const filedBy = 'filedBy' in shape ? shape.filedBy : undefined;
  const closes = ('closes' in shape ? shape.closes : undefined) ?? known?.closes ?? true;
  return { id: stageId, label: label ?? empty, closes, ...(filedBy && { filedBy }), choices };
};

/** The grade a statement stands at: the best of its sources. */
const bestGrade = (sources: readonly Source[]): Grade => {
  const order = ['read', 'second-hand', 'not-read'];
  return [...sources].sort((a, b) => order.indexOf(truthOf(a.grade)) - order.indexOf(truthOf(b.grade)))[0]?.grade ?? 'K';
};

const parseRecipients = (shape: s.Infer<typeof ruleShape>, file: File, at: Path, report: Report): readonly RecipientChoice[] => {
  if (!shape.recipients) return file.recipient ? [{ to: file.recipient, why: shape.label }] : [];
  return shape.recipients.flatMap((r, i) => {
    if (r.if === undefined) return [{ to: r.to, why: r.why }];
    const when = parseCondition(r.if, [...at, 'recipients', i, 'if'], report);
    return when ? [{ to: r.to, if: when, why: r.why }] : [];
  });
};

const parseRule = (
  ruleId: string,
  written: unknown,
  file: File,
  shared: Readonly<Record<string, Source>>,
  report: Report,
): Rule | undefined => {
  const at = ['rules', ruleId];
  const shape = parseShape(ruleShape, written, at, report);
  if (!shape) return undefined;
  const when = parseCondition(shape.when, [...at, 'when'], report);
  const unless = shape.unless === undefined ? undefined : parseCondition(shape.unless, [...at, 'unless'], report);
  if (!when || (shape.unless !== undefined && !unless)) return undefined;
  if (!shape.from) report(at, 'from-missing', `${ruleId}: from is missing (the day the text came into force)`);
  const sources = resolveSources([...(shape.source ? [shape.source] : []), ...(shape.sources ?? [])], shared, at, report);
  const lent = { level: shape.level, grade: bestGrade(sources) };
  return {
    id: ruleId,
    instrument: file.instrument,
    label: shape.label,
    level: shape.level,
    cite: shape.cite,
    from: shape.from ?? '9999-12-31',
    ...(shape.until && { until: shape.until }),
    calendar: shape.calendar ?? file.calendar,
    zone: shape.zone ?? file.zone,
    recipients: parseRecipients(shape, file, at, report),
    when,
    ...(unless && { unless: unless as Cond }),
    stages: Object.entries(shape.stages ?? {}).flatMap(([s, w]) => parseStage(s, w, lent, [...at, 'stages', s], report) ?? []),
    sources,
    ...(shape.mergedInto && { mergedInto: shape.mergedInto }),
    how: shape.how ?? empty,
    caveats: shape.caveats ?? [],
    ...(shape.aliases && { aliases: shape.aliases }),
  };
};

/** Reads one rules file: its terms, rules and worked examples. What cannot be read is reported and left out. */
export const parseRules = (yaml: YamlFile, report: Report): RulesFile => {
  const file = parseShape(fileShape, yaml.value, [], report);
  if (!file) return { terms: [], rules: [], examples: [] };
  const shared = file.sources === undefined ? {} : (parseShape(sharedSources, file.sources, ['sources'], report) ?? {});
  return {
    terms: Object.entries(file.terms ?? {}).flatMap(([t, w]) => parseTerm(t, w, report) ?? []),
    rules: Object.entries(file.rules ?? {}).flatMap(([r, w]) => parseRule(r, w, file, shared, report) ?? []),
    examples: parseExamples(yaml.file, file.examples, report),
  };
};
