import type { Form, FormField, FormLine, FormRoute, FormSaying, Settled } from '../core/index.ts';
import { parseCondition } from './parse-condition.ts';
import type { Path, YamlFile } from './read-yaml.ts';
import { day, grade, id, ids, sharedSources, source, sourceOrKey, text } from './schema/common.ts';
import { parseEach, parseShape, type Report } from './schema/parse-shape.ts';
import { resolveSources } from './schema/resolve-sources.ts';
import * as s from './schema/shape.ts';

const origin = s.literal(
  'card.name',
  'card.contact',
  'record.stage',
  'record.receipt',
  'record.rules',
  'record.course',
  'record.measures',
  'record.told',
  'record.notices',
  'record.name',
  'record.cases',
  'record.severity',
  'record.places',
  'record.conditions',
  'record.needs',
  'record.evidence',
  'record.decisions',
  'record.deadlines',
);

const branchSettled = { branch: id, in: s.array(s.literal('yes', 'no', 'unknown')) };

const settledShape: s.Shape<Settled> = {
  read: (value, path, issues) =>
    typeof value === 'object' && value !== null && 'branch' in value
      ? s.object({ ...branchSettled, unless: s.optional(s.object(branchSettled)) }).read(value, path, issues)
      : s.object({ field: id, in: ids }).read(value, path, issues),
};

const lineShape = s.object({ when: s.optional(s.unknown), text });

const fieldShape = s.object({
  id,
  section: id,
  same: s.optional(id),
  label: s.optional(text),
  help: s.optional(text),
  cite: s.words,
  grade,
  who: s.optional(s.literal('finder', 'it', 'lead', 'executive', 'legal', 'pr', 'hr', 'finance', 'business', 'vendor')),
  facts: s.optional(ids),
  from: s.optional(s.array(origin)),
  terms: s.optional(ids),
  choices: s.optional(grade),
  says: s.optional(s.array(s.unknown)),
  mayWait: s.optional(ids),
  required: s.optional(s.literal(true)),
  locked: s.optional(s.literal(true)),
  limit: s.optional(s.object({ characters: s.int, source })),
  long: s.optional(s.literal(true)),
  input: s.optional(s.literal('moment', 'phone', 'mail', 'domain', 'page')),
  options: s.optional(s.array(s.object({ id, label: text, text }))),
  some: s.optional(s.literal(true)),
  waits: s.optional(text),
});

const routeShape = s.object({ id, fact: id, leaves: s.unknown, ifUnknown: s.literal('leaves', 'stays'), text, cite: s.words });

const neverShape = s.object({ words: text, while: s.optional(s.unknown), unless: s.optional(settledShape), why: text });

const formShape = s.object({
  id,
  kind: s.literal('filing', 'notice', 'sheet'),
  title: text,
  cite: s.words,
  obligations: s.optional(ids),
  usableFor: s.optional(ids),
  fits: s.optional(s.unknown),
  inUseFrom: s.optional(day),
  channel: s.optional(id),
  lang: s.optional(s.literal('ja', 'en')),
  stages: s.optional(s.array(s.object({ id, label: text }))),
  routes: s.optional(s.unknown),
  sections: s.array(s.object({ id, label: text, cite: s.words })),
  fields: s.unknown,
  texts: s.optional(s.array(s.object({ id, label: text, text, needs: s.optional(settledShape), otherwise: s.optional(text) }))),
  never: s.optional(s.unknown),
  order: s.optional(ids),
  notes: s.optional(s.array(text)),
  screen: s.optional(s.literal(true)),
  shared: s.optional(sharedSources),
  sources: s.array(sourceOrKey),
});

const parseLine = (written: unknown, at: Path, report: Report): FormLine | undefined => {
  const shape = parseShape(lineShape, written, at, report);
  if (!shape || shape.when === undefined) return shape && { text: shape.text };
  const when = parseCondition(shape.when, [...at, 'when'], report);
  return when && { when, text: shape.text };
};

const isFirst = (written: unknown): written is { readonly first: unknown } =>
  typeof written === 'object' && written !== null && 'first' in written;

const parseSaying = (written: unknown, at: Path, report: Report): FormSaying | undefined => {
  if (!isFirst(written)) return parseLine(written, at, report);
  const shape = parseShape(s.object({ first: s.array(s.unknown) }), written, at, report);
  return shape && { first: shape.first.flatMap((line, i) => parseLine(line, [...at, 'first', i], report) ?? []) };
};

/** A field as it is written: what `same` names (`F-01.items`) brings the words and the way they are found. */
type WrittenField = Omit<FormField, 'label' | 'who'> & Partial<Pick<FormField, 'label' | 'who'>> & { readonly same?: string };
type WrittenForm = Omit<Form, 'fields'> & { readonly fields: readonly WrittenField[]; readonly report: Report };

const parseFields = (written: unknown, report: Report): readonly WrittenField[] =>
  parseEach(fieldShape, written, ['fields'], report).map(({ says, ...field }, i) => ({
    ...field,
    ...(says && { says: says.flatMap((line, k) => parseSaying(line, ['fields', i, 'says', k], report) ?? []) }),
  }));

const parseRoutes = (written: unknown, report: Report): readonly FormRoute[] =>
  parseEach(routeShape, written, ['routes'], report).flatMap(({ leaves, ...route }, i) => {
    const cond = parseCondition(leaves, ['routes', i, 'leaves'], report);
    return cond ? [{ ...route, leaves: cond }] : [];
  });

const parseNever = (written: unknown, report: Report): NonNullable<Form['never']> =>
  parseEach(neverShape, written, ['never'], report).map(({ while: until, ...never }, i) => {
    const cond = until === undefined ? undefined : parseCondition(until, ['never', i, 'while'], report);
    return { ...never, ...(cond && { while: cond }) };
  });

const parseForm = (yaml: YamlFile, report: Report): readonly WrittenForm[] => {
  const shape = parseShape(formShape, yaml.value, [], report);
  if (!shape) return [];
  const { shared = {}, sources, fields, routes, never, fits, ...form } = shape;
  const made = fits === undefined ? undefined : parseCondition(fits, ['fits'], report);
  return [
    {
      ...form,
      ...(made && { fits: made }),
      fields: parseFields(fields, report),
      ...(routes !== undefined && { routes: parseRoutes(routes, report) }),
      ...(never !== undefined && { never: parseNever(never, report) }),
      sources: resolveSources(sources, shared, ['sources'], report),
      report,
    },
  ];
};

/** What a field takes over from the one it is the same as, unless it says it itself. Which stages may wait is its own form's matter. */
const takenOver = ({ label, help, who, facts, from, terms, choices, says, long, input, waits }: WrittenField): Partial<WrittenField> =>
  Object.fromEntries(
    Object.entries({ label, help, who, facts, from, terms, choices, says, long, input, waits }).filter(([, v]) => v !== undefined),
  );

const settleField = (
  { same, ...field }: WrittenField,
  at: Path,
  report: Report,
  written: ReadonlyMap<string, WrittenField>,
): readonly FormField[] => {
  const origin = same === undefined ? undefined : written.get(same);
  if (same !== undefined && (!origin || origin.same !== undefined)) {
    report([...at, 'same'], 'unknown-field', `${same} is no field that is written out in a form`);
    return [];
  }
  const whole = { ...(origin && takenOver(origin)), ...field };
  const { label, who } = whole;
  if (label && who) return [{ ...whole, label, who }];
  report(at, 'shape', `field ${field.id} needs a label and who can answer it`);
  return [];
};

/** Reads the files of knowledge/forms. A question that several forms ask is written once (`same: F-01.items`). */
export const parseForms = (files: readonly { readonly yaml: YamlFile; readonly report: Report }[]): readonly Form[] => {
  const forms = files.flatMap(({ yaml, report }) => parseForm(yaml, report));
  const written = new Map(forms.flatMap((form) => form.fields.map((field) => [`${form.id}.${field.id}`, field] as const)));
  return forms.map(({ report, ...form }) => ({
    ...form,
    fields: form.fields.flatMap((field, i) => settleField(field, ['fields', i], report, written)),
  }));
};
