import { type Form, type FormField, type FormLine, type FormSaying, placesIn } from '../../core/index.ts';
import { catalogueOf, defOf } from '../catalogue.ts';
import type { KnowledgeFiles } from '../parse-knowledge.ts';
import { testsOf } from './conditions.ts';
import { type Check, type Finding, suggest } from './finding.ts';

const linesOf = (says: readonly FormSaying[] = []): readonly FormLine[] => says.flatMap((s) => ('first' in s ? s.first : [s]));

const namesIn = ({ when, text }: FormLine): readonly string[] => [
  ...(when ? testsOf(when).map((t) => t.fact) : []),
  ...placesIn(text.ja),
  ...placesIn(text.en),
];

const samePlaces = ({ ja, en }: { readonly ja: string; readonly en: string }): boolean =>
  JSON.stringify([...new Set(placesIn(ja))].sort()) === JSON.stringify([...new Set(placesIn(en))].sort());

/** Every name a field uses: its facts exist, and its sentences speak of no other. */
const checkField = (form: Form, field: FormField, files: KnowledgeFiles): readonly Finding[] => {
  const at = `form:${form.id}`;
  const catalogue = catalogueOf(files);
  const finding = (check: string, message: string): Finding => ({ at, check, message: `${field.id}: ${message}` });
  const stages = (form.stages ?? []).map((s) => s.id);
  const lines = linesOf(field.says);
  return [
    ...(field.facts ?? []).flatMap((f) =>
      defOf(f, catalogue) ? [] : [finding('unknown-fact', `${f} is not in the catalogue${suggest(f, catalogue.keys())}`)],
    ),
    ...[...new Set(lines.flatMap(namesIn))].flatMap((name) =>
      field.facts?.includes(name) ? [] : [finding('unknown-place', `its sentences speak of ${name}, which is not among its facts`)],
    ),
    ...lines.flatMap(({ text }) => (samePlaces(text) ? [] : [finding('unknown-place', 'ja and en name different facts')])),
    ...(lines.length > 0 === (field.facts?.length ?? 0) > 0
      ? []
      : [finding('form-without-words', lines.length ? 'it has sentences and no facts' : 'it has facts and no sentences')]),
    ...(field.terms ?? []).flatMap((t) =>
      files.base.terms.some((b) => b.id === t) ? [] : [finding('unknown-term', `${t} is no term of the law`)],
    ),
    ...(form.sections.some((s) => s.id === field.section)
      ? []
      : [finding('unknown-section', `${field.section} is no section of the form`)]),
    ...(field.mayWait ?? []).flatMap((s) => (stages.includes(s) ? [] : [finding('unknown-stage', `${s} is no stage of the form`)])),
  ];
};

const twice = (ids: readonly string[]): readonly string[] => [...new Set(ids.filter((x, i) => ids.indexOf(x) !== i))];

const checkForm = (form: Form, files: KnowledgeFiles): readonly Finding[] => {
  const at = `form:${form.id}`;
  const finding = (check: string, message: string): Finding => ({ at, check, message });
  const fields = form.fields.map((f) => f.id);
  const drafted = form.kind !== 'notice';
  const rules = files.base.rules;
  const catalogue = catalogueOf(files);
  const named = [
    ...(form.routes ?? []).map((r) => r.leaves),
    ...(form.never ?? []).flatMap((n) => n.while ?? []),
    ...(form.fits ? [form.fits] : []),
  ].flatMap((c) => testsOf(c).map((t) => t.fact));
  return [
    ...form.fields.flatMap((field) => checkField(form, field, files)),
    ...(drafted && !form.stages?.length ? [finding('form-without-stage', 'it has no stage, so that nothing can be drafted')] : []),
    // The kind of report is where the draft of a drill says that it is one.
    ...(drafted && !form.fields.some((f) => f.from?.includes('record.stage'))
      ? [finding('form-without-stage', 'no field says which stage it is (from: record.stage)')]
      : []),
    ...(form.kind === 'filing' && form.lang === undefined
      ? [finding('form-without-language', 'it goes to a recipient and does not say in which language')]
      : []),
    ...(form.usableFor ?? []).flatMap((id) => (rules.some((r) => r.id === id) ? [] : [finding('unknown-rule', `${id} is no rule`)])),
    ...((form.fits === undefined) === (form.inUseFrom === undefined) && (form.fits === undefined || form.usableFor?.length)
      ? []
      : [finding('common-form', 'a common form says for which rules, for which attack (fits) and since when (inUseFrom)')]),
    ...twice(fields).map((f) => finding('duplicate-id', `field ${f} is written twice`)),
    ...[...named, ...(form.routes ?? []).map((r) => r.fact)].flatMap((f) =>
      defOf(f, catalogue) ? [] : [finding('unknown-fact', `${f} is not in the catalogue${suggest(f, catalogue.keys())}`)],
    ),
    ...(form.texts ?? []).flatMap(({ id, text }) => [
      ...(samePlaces(text) ? [] : [finding('unknown-place', `text ${id}: ja and en name different fields`)]),
      ...placesIn(text.ja).flatMap((p) => (fields.includes(p) ? [] : [finding('unknown-place', `text ${id}: ${p} is no field`)])),
    ]),
    ...(form.channel !== undefined && !files.directory.some((d) => d.id === form.channel)
      ? [finding('unknown-contact', `${form.channel} is not in the directory`)]
      : []),
    ...(form.obligations ?? []).flatMap((id) => {
      const rule = rules.find((r) => r.id === id);
      if (!rule) return [finding('unknown-rule', `${id} is no rule`)];
      const met = (form.stages ?? []).some((s) => rule.stages.some((r) => r.id === s.id));
      return met ? [] : [finding('unknown-stage', `it meets no stage of ${id}`)];
    }),
    ...(form.obligations?.length ? (form.stages ?? []) : []).flatMap((s) =>
      rules.some((r) => form.obligations?.includes(r.id) && r.stages.some((own) => own.id === s.id))
        ? []
        : [finding('unknown-stage', `${s.id} is a stage of none of its rules`)],
    ),
  ];
};

/** Forms against the catalogue, the rules and the directory. Languages and sources are looked at with everything else. */
export const checkForms: Check = (files) => files.forms.flatMap((form) => checkForm(form, files));

/** The facts that a form is filled from. */
export const factsOfForms = (files: KnowledgeFiles): readonly string[] =>
  files.forms.flatMap((form) => [...form.fields.flatMap((f) => f.facts ?? []), ...(form.routes ?? []).map((r) => r.fact)]);
