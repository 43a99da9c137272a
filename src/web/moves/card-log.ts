import { wordsOfPart } from '../../app/index.ts';
import { type Draft, foldOrganisation, type Organisation, type PartRef, type Register } from '../../core/index.ts';
import type { Record, RecordView } from '../record/open-record.ts';
import type { CardContact, CardValues } from './card-kept.ts';

/** Something that was said differently apart: each of what was said, to choose from. */
export type Apart = { readonly about: string; readonly said: readonly CardContact[] };

/** The fact of the card that says which regional offices serve the organisation. */
const headOffice = 'headOfficePrefecture';

/** The card as the organisation's log has it. */
export type CardInLog = {
  readonly seq: number;
  readonly values: CardValues;
  readonly apart: readonly Apart[];
  readonly names: readonly string[];
  /** Contacts that another device made for the same role: whoever saves decides between them, and these go. */
  readonly twins: readonly string[];
};

const prefectureOf = ({ facts }: Organisation): string => {
  const value = facts[headOffice]?.at(-1)?.value;
  return typeof value === 'string' ? value : '';
};

/** Reads the card out of the log: the last statement stands, the others are offered. */
export const cardOf = ({ log, records, parts }: RecordView): CardInLog => {
  const wordsOf = (ref: PartRef | undefined): string => (ref && wordsOfPart(parts.get(ref.part))) ?? '';
  const folded: Organisation = foldOrganisation(log, records);
  const lastOf = (register: Register<PartRef>): string => wordsOf(register.at(-1)?.value);
  const contactsIn = ([id, register]: [string, Organisation['contacts'][string]]): readonly CardContact[] =>
    register.map(({ value: { role, name, phone } }) => ({ id, role, name: wordsOf(name), phone: wordsOf(phone) }));
  const all = Object.entries(folded.contacts).flatMap(contactsIn);
  const byRole = [...new Set(all.map((c) => c.role))].map((role) => all.filter((c) => c.role === role));
  return {
    seq: folded.seq,
    values: {
      name: lastOf(folded.name),
      prefecture: prefectureOf(folded),
      contacts: byRole.flatMap((said) => said.at(-1) ?? []),
      places: Object.entries(folded.places).map(([id, register]) => ({ id, name: lastOf(register) })),
    },
    apart: byRole.flatMap((said) => (said.length > 1 ? [{ about: said.at(-1)?.id ?? '', said }] : [])),
    twins: byRole.flatMap((said) => [...new Set(said.map(({ id }) => id))].filter((id) => id !== said.at(-1)?.id)),
    names: folded.name.length > 1 ? folded.name.map((s) => wordsOf(s.value)) : [],
  };
};

/** What has to be said so that the log has these values. Nothing where it has them already. */
export const changesOfCard = ({ values: before, apart, names, twins }: CardInLog, after: CardValues): readonly Draft[] => {
  const words = (text: string) => (text === '' ? undefined : { text });
  const contacts = after.contacts.flatMap((c): readonly Draft[] => {
    const old = before.contacts.find(({ id }) => id === c.id);
    const same = old && old.name === c.name && old.phone === c.phone && !apart.some(({ about }) => about === c.id);
    if (same || (!old && c.name === '' && c.phone === '')) return [];
    if (c.name === '' && c.phone === '') return [{ kind: 'organisation.contact-removed', body: { contact: c.id } }];
    const [name, phone] = [words(c.name), words(c.phone)];
    const role = c.role as 'day' | 'night' | 'boss' | 'vendor' | 'insurer';
    return [{ kind: 'organisation.contact-set', body: { contact: c.id, role, ...(name && { name }), ...(phone && { phone }) } }];
  });
  const name = after.name !== before.name || names.length > 0 ? words(after.name) : undefined;
  const place = after.prefecture && after.prefecture !== before.prefecture ? { [headOffice]: after.prefecture } : undefined;
  const described = { ...(name && { name }), ...(place && { facts: place }) };
  return [
    ...(name || place ? [{ kind: 'organisation.described', body: described } as const] : []),
    ...contacts,
    ...twins.map((contact) => ({ kind: 'organisation.contact-removed', body: { contact } }) as const),
    ...after.places
      .filter((p) => before.places.find(({ id }) => id === p.id)?.name !== p.name)
      .map((p) => ({ kind: 'organisation.place-set', body: { place: p.id, name: { text: p.name } } }) as const),
    ...before.places
      .filter((p) => !after.places.some(({ id }) => id === p.id))
      .map((p) => ({ kind: 'organisation.place-removed', body: { place: p.id } }) as const),
  ];
};

/** Two cards of one organisation: a draft made before the server was reached joins the contacts that are there by their roles. */
export const joinDraft = (draft: CardValues, inLog: CardInLog): CardValues => ({
  ...inLog.values,
  name: draft.name || inLog.values.name,
  ...(draft.prefecture && { prefecture: draft.prefecture }),
  contacts: draft.contacts.map((c) => ({ ...c, id: inLog.values.contacts.find(({ role }) => role === c.role)?.id ?? c.id })),
  places: [...inLog.values.places, ...draft.places.filter((p) => !inLog.values.places.some(({ name }) => name === p.name))],
});

/** The card's log on this device; undefined while the server was never reached. */
export const viewOfCard = async (record: Record): Promise<RecordView | undefined> => {
  const log = await record.organisation();
  return log === undefined ? undefined : record.view(log);
};
