import type { PartRef } from './entry.ts';
import type { Appliers, Said } from './fold.ts';
import type { Evidence, Incident, Notice } from './incident.ts';
import { own, put } from './own.ts';
import { type Register, state } from './register.ts';

type Papers = Pick<Incident, 'facts' | 'notices' | 'drafts' | 'approvals' | 'filings' | 'waivers' | 'evidence'>;

const write = (
  before: Readonly<Record<string, Register<PartRef>>> = {},
  fields: Readonly<Record<string, PartRef>>,
  { as, sees }: Said,
): Readonly<Record<string, Register<PartRef>>> => {
  for (const [field, text] of Object.entries(fields)) put(before, field, (register) => state(register, as(text), sees));
  return before;
};

/** Notices, drafts, approvals, filings, decisions against, evidence. */
export const paperAppliers = <S extends Papers>(): Appliers<S> => ({
  'notice.amended': (s, { notice, form, fields }, said) => {
    put<Notice>(s.notices, notice, (before) => ({ form, issued: before?.issued ?? [], fields: write(before?.fields, fields, said) }));
    return s;
  },
  'notice.issued': (s, { notice, form, ...issued }, { as }) => {
    put<Notice>(s.notices, notice, (before) => ({ form, fields: before?.fields ?? {}, issued: [...(before?.issued ?? []), as(issued)] }));
    return s;
  },
  'draft.amended': (s, { form, stage, fields }, said) => {
    put(s.drafts, `${form}/${stage}`, (before) => write(before, fields, said));
    return s;
  },
  'filing.approved': (s, body, { as, entry }) => ({ ...s, approvals: [...s.approvals, { ...as(body), about: entry.base }] }),
  'filing.filed': (s, body, { as }) => ({ ...s, filings: [...s.filings, as(body)] }),
  'obligation.waived': (s, body, { as, sees }) => {
    const blind = Object.values(s.facts).some((register) => register.some((answer) => !sees(answer)));
    return { ...s, waivers: [...s.waivers, { ...as(body), blind }] };
  },
  'evidence.added': (s, { evidence, ...added }, { as }) => {
    put<Evidence>(s.evidence, evidence, (before) => before ?? { added: as(added), custody: [] });
    return s;
  },
  'custody.transferred': (s, { evidence, ...move }, { as }) => {
    const before = own<Evidence>(s.evidence, evidence);
    if (before) put<Evidence>(s.evidence, evidence, () => ({ ...before, custody: [...before.custody, as(move)] }));
    return s;
  },
});
