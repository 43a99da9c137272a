import type { PartRef } from './entry.ts';
import type { Appliers, Said } from './fold.ts';
import type { Evidence, Incident, Notice } from './incident.ts';
import { type Register, state } from './register.ts';

type Papers = Pick<Incident, 'notices' | 'drafts' | 'approvals' | 'filings' | 'waivers' | 'evidence'>;

const write = (
  before: Readonly<Record<string, Register<PartRef>>> | undefined,
  fields: Readonly<Record<string, PartRef>>,
  { as, sees }: Said,
): Readonly<Record<string, Register<PartRef>>> => {
  const next: Record<string, Register<PartRef>> = { ...before };
  for (const [field, text] of Object.entries(fields))
    next[field] = state(Object.hasOwn(next, field) ? next[field] : undefined, as(text), sees);
  return next;
};

const own = <T>(map: Readonly<Record<string, T>>, key: string): T | undefined => (Object.hasOwn(map, key) ? map[key] : undefined);

/** Notices, drafts, approvals, filings, decisions against, evidence. */
export const paperAppliers = <S extends Papers>(): Appliers<S> => ({
  'notice.amended': (s, { notice, form, fields }, said) => {
    const before = own<Notice>(s.notices, notice);
    return {
      ...s,
      notices: { ...s.notices, [notice]: { form, issued: before?.issued ?? [], fields: write(before?.fields, fields, said) } },
    };
  },
  'notice.issued': (s, { notice, form, ...issued }, { as }) => {
    const before = own<Notice>(s.notices, notice);
    return {
      ...s,
      notices: { ...s.notices, [notice]: { form, fields: before?.fields ?? {}, issued: [...(before?.issued ?? []), as(issued)] } },
    };
  },
  'draft.amended': (s, { form, stage, fields }, said) => {
    const key = `${form}/${stage}`;
    return { ...s, drafts: { ...s.drafts, [key]: write(own(s.drafts, key), fields, said) } };
  },
  'filing.approved': (s, body, { as, entry }) => ({ ...s, approvals: [...s.approvals, { ...as(body), about: entry.base }] }),
  'filing.filed': (s, body, { as }) => ({ ...s, filings: [...s.filings, as(body)] }),
  'obligation.waived': (s, body, { as }) => ({ ...s, waivers: [...s.waivers, as(body)] }),
  'evidence.added': (s, { evidence, ...added }, { as }) =>
    own<Evidence>(s.evidence, evidence) ? s : { ...s, evidence: { ...s.evidence, [evidence]: { added: as(added), custody: [] } } },
  'custody.transferred': (s, { evidence, ...move }, { as }) => {
    const item = own<Evidence>(s.evidence, evidence);
    return item ? { ...s, evidence: { ...s.evidence, [evidence]: { ...item, custody: [...item.custody, as(move)] } } } : s;
  },
});
