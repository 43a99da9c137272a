import { changedSince, type FilingDraft, type FrozenDraft, isPartRef, readFrozenDraft } from '../../../core/index.ts';
import type { IncidentSetting } from '../setting.ts';

type Approved = { readonly entry: string; readonly actor: string; readonly saidAt: string; readonly frozen: FrozenDraft | undefined };

/** What was approved and filed of a stage, and what changed since. */
export type SinceFrozen = {
  readonly approval: Approved | undefined;
  readonly filing: IncidentSetting['incident']['filings'][number] | undefined;
  /** Fields whose words differ from those filed; where nothing is filed, from those approved. */
  readonly changed: readonly string[];
  /** An approval after the last one in effect that was kept without effect. */
  readonly refused: Approved | undefined;
};

/** What differs from the words of this stage that were filed, or were approved last where nothing is filed. */
export const sinceFrozen = (draft: FilingDraft, { incident, records, wordsOf }: IncidentSetting): SinceFrozen => {
  const { form, stage } = draft;
  const approvals = incident.approvals.filter(({ value }) => value.form === form.id && value.stage === stage);
  const filing = incident.filings.findLast(({ value }) => form.obligations?.includes(value.obligation) && value.stage === stage);
  const read = (words: string | undefined): FrozenDraft | undefined => (words === undefined ? undefined : readFrozenDraft(words));
  const filed = approvals.find((a) => a.entry === filing?.value.approval);
  const last = filing ? (filed ?? approvals.at(-1)) : approvals.at(-1);
  const approval = last && { entry: last.entry, actor: last.actor, saidAt: last.saidAt, frozen: read(wordsOf(last.value.text)) };
  const at = records.findIndex(({ entry }) => entry.id === approvals.at(-1)?.entry);
  const bad = records.findLast(
    ({ entry, link }, i) =>
      i > at &&
      entry.kind === 'filing.approved' &&
      link?.refusal !== undefined &&
      entry.body.form === form.id &&
      entry.body.stage === stage,
  );
  const text = bad?.entry.body.text;
  return {
    approval,
    filing,
    changed: approval?.frozen ? changedSince(approval.frozen, draft) : [],
    refused: bad && {
      entry: bad.entry.id,
      actor: bad.entry.actor,
      saidAt: bad.entry.saidAt,
      frozen: isPartRef(text) ? read(wordsOf(text)) : undefined,
    },
  };
};

/** The names of fields, for a sentence. */
export const namesOf = (fields: readonly string[], { form }: FilingDraft, lang: 'ja' | 'en'): string =>
  fields.map((id) => form.fields.find((f) => f.id === id)?.label[lang] ?? id).join(lang === 'ja' ? '、' : ', ');
