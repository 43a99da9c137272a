import type { Organisation } from '../log/fold-organisation.ts';
import type { ContactLine, Incident } from '../log/incident.ts';
import type { PartRef } from '../log/entry.ts';
import { own } from '../log/own.ts';
import { latest } from '../log/register.ts';
import type { ResponseKnowledge } from '../knowledge/bundle.ts';
import type { Text } from '../knowledge/text.ts';
import type { Addressee, Obligation } from '../obligations/assessment.ts';
import type { Strength } from '../obligations/rule.ts';
import { orderOf, readMoment } from '../time/moment.ts';

type Side = 'inside' | 'outside';
type Told = ContactLine['told'][number];

/** The next date of a duty: the stage that is not filed and ends first. */
type Due = { readonly stage: Text; readonly latest: string; readonly zone: string; readonly strength: Strength; readonly at: number };

/** Someone to tell, or someone who was told. */
export type ToldLine = {
  /** As the log names it: a stakeholder, an own contact, a directory entry, a recipient, or the id of a `contact.listed`. */
  readonly contact: string;
  readonly side: Side;
  /** From the knowledge, or words of people. */
  readonly label?: Text;
  readonly name?: PartRef;
  /** When or why to tell them, from the playbooks. */
  readonly when: readonly Text[];
  /** Duties that name them: the ids of their rules, those that apply apart from those that may, each with its next date. */
  readonly duties: readonly { readonly rule: string; readonly label: Text; readonly applies: boolean; readonly due?: Due }[];
  /** Names and numbers on the organisation's card. */
  readonly card: readonly { readonly role: string; readonly name?: PartRef; readonly phone?: PartRef }[];
  /** Every time they were told or it was put down that they were not, in the order of the log. */
  readonly told: readonly Told[];
  /** Told as soon as anyone told them. A mistake is taken back, not outvoted. */
  readonly state: 'told' | 'not-yet' | 'not-needed';
};

type Candidate = Partial<Omit<ToldLine, 'contact' | 'told' | 'state'>> & { readonly contact: string; readonly side: Side };

const roleOf: Readonly<Record<string, string>> = { it: 'own-contact', day: 'own-contact', night: 'own-contact', police: 'police-station' };
/** Inside are our own people; every other contact of a playbook is outside. */
const insideContacts: ReadonlySet<string> = new Set(['own-contact', 'boss', 'internal.responsible']);
const boss: Text = { ja: '上司・責任者', en: 'Manager or person responsible' };

/** What a desk of the own organisation or a stakeholder is called; undefined for whoever has a page of their own, or is named in the log. */
export const deskLabel = (
  contact: string,
  { contacts, stakeholders }: Pick<ResponseKnowledge, 'contacts' | 'stakeholders'>,
): Text | undefined =>
  contact === 'boss' ? boss : (contacts.find(({ id }) => id === contact) ?? stakeholders.find(({ id }) => id === contact))?.label;

const fromPlaybooks = (playbooks: readonly string[], response: ResponseKnowledge): readonly Candidate[] => {
  const active = response.playbooks.filter(({ id }) => playbooks.includes(id));
  const isActive = (step: string): boolean => active.some(({ id }) => step.startsWith(`${id}.`));
  const stakeholders = response.stakeholders.flatMap(({ id, side, label, in: steps }): readonly Candidate[] => {
    const when = steps.filter((s) => isActive(s.step)).map((s) => s.when);
    return when.length > 0 ? [{ contact: id, side, label, when }] : [];
  });
  const contacts = active.flatMap((p) =>
    p.contacts.flatMap(({ to, when }): readonly Candidate[] => {
      const label = deskLabel(to, response) ?? response.directory.find(({ id, reading }) => id === to && !reading)?.title;
      return label ? [{ contact: to, side: insideContacts.has(to) ? 'inside' : 'outside', label, when: [when] }] : [];
    }),
  );
  return [...stakeholders, ...contacts];
};

/** A recipient with a page of the directory is that entry of the directory: one desk, one line. */
const contactOf = ({ id }: Addressee, { recipients, directory }: ResponseKnowledge): string => {
  const recipient = recipients.find((r) => r.id === id);
  return recipient?.directory ?? directory.find(({ url }) => recipient?.url !== undefined && url === recipient.url)?.id ?? id;
};

const dayMs = 86_400_000;

/** A day ends at 24:00 in the zone of its rule. */
const dueOf = ({ rule, stages }: Obligation): Due | undefined =>
  stages
    .flatMap(({ label, latest: date, filed, strength }): readonly Due[] => {
      const moment = date !== null && filed === null ? readMoment(date) : undefined;
      if (!moment || date === null) return [];
      return [{ stage: label, latest: date, zone: rule.zone, strength, at: orderOf(moment, rule.zone) + (moment.timed ? 0 : dayMs) }];
    })
    .sort((a, b) => a.at - b.at)[0];

/** What is presumed is listed as needed. */
const isNeeded = ({ applies, presumed }: Obligation): boolean => applies === 'yes' || presumed;

const fromDuties = (obligations: readonly Obligation[], response: ResponseKnowledge): readonly Candidate[] =>
  obligations
    .filter((o) => o.applies !== 'no' && o.rule.mergedInto === undefined && (isNeeded(o) || o.rule.level === 'mandatory'))
    .flatMap((obligation) =>
      obligation.recipients.map((to): Candidate => {
        const { rule } = obligation;
        const due = dueOf(obligation);
        const contact = contactOf(to, response);
        const duties = [{ rule: rule.id, label: rule.label, applies: isNeeded(obligation), ...(due && { due }) }];
        return { contact, side: insideContacts.has(to.id) ? 'inside' : 'outside', label: to.label, duties };
      }),
    );

const fromCard = (organisation: Pick<Organisation, 'contacts'> | undefined, response: ResponseKnowledge): readonly Candidate[] =>
  Object.values(organisation?.contacts ?? {}).flatMap((register): readonly Candidate[] =>
    register.flatMap(({ value: { role, name, phone } }) => {
      if (role === 'other') return [];
      const contact = roleOf[role] ?? role;
      const label = deskLabel(contact, response);
      const card = [{ role, ...(name && { name }), ...(phone && { phone }) }];
      return label ? [{ contact, side: insideContacts.has(contact) ? 'inside' : 'outside', label, card }] : [];
    }),
  );

const fromLog = ({ contacts }: Pick<Incident, 'contacts'>): readonly Candidate[] =>
  Object.entries(contacts).map(([contact, { side, name: register }]) => {
    const name = latest(register)?.value;
    return { contact, side, ...(name && { name }) };
  });

const stateOf = (told: readonly Told[]): ToldLine['state'] =>
  told.some((t) => t.value.state === 'told') ? 'told' : latest(told)?.value.state === 'not-needed' ? 'not-needed' : 'not-yet';

/** What several sources say of one contact, in one line. The first that names it says what it is called. */
const join = (before: ToldLine | undefined, { contact, side, label, name, when = [], duties = [], card = [] }: Candidate): ToldLine => {
  const [named, called] = [before?.label ?? label, before?.name ?? name];
  const old = before?.duties ?? [];
  return {
    contact,
    side: before?.side ?? side,
    ...(named && { label: named }),
    ...(called && { name: called }),
    when: [...(before?.when ?? []), ...when],
    duties: [...old, ...duties.filter((d) => !old.some((o) => o.rule === d.rule))],
    card: [...(before?.card ?? []), ...card],
    told: before?.told ?? [],
    state: before?.state ?? 'not-yet',
  };
};

const rank = { 'not-yet': 0, told: 1, 'not-needed': 2 } as const;
/** Our own people first, and before them whom to call at once. */
const nearness = ({ side, contact }: ToldLine): number => (contact === 'own-contact' ? 0 : side === 'inside' ? 1 : 2);
/** Whom a duty names now, then whom the playbook or the card names, then those that only a possible duty names. */
const weight = ({ duties, when, card, name }: ToldLine): number =>
  duties.some((d) => d.applies) ? 0 : when.length > 0 || card.length > 0 || name ? 1 : 2;

/** The earliest date of those that stand for it: of duties that apply, where any does. A number even without one, for the order. */
const dateOf = ({ duties }: ToldLine): number => {
  const applying = duties.filter((d) => d.applies);
  return Math.min(Number.MAX_SAFE_INTEGER, ...(applying.length > 0 ? applying : duties).flatMap(({ due }) => due?.at ?? []));
};

type Sources = {
  readonly incident: Pick<Incident, 'contacts' | 'playbooks'>;
  readonly response: ResponseKnowledge;
  readonly organisation: Pick<Organisation, 'contacts'> | undefined;
  readonly obligations: readonly Obligation[];
};

/**
 * Everyone whom the playbooks, the duties, the card or the record name, with what was said of telling them. Not yet comes
 * first; among these our own people, then whom a duty names now, whoever has the earliest date first; those that only a
 * possible duty names come last.
 */
export const toldLines = ({ incident, response, organisation, obligations }: Sources): readonly ToldLine[] => {
  const lines = new Map<string, ToldLine>();
  const candidates = [
    ...fromDuties(obligations, response),
    ...fromPlaybooks(incident.playbooks, response),
    ...fromCard(organisation, response),
    ...fromLog(incident),
  ];
  for (const candidate of candidates) lines.set(candidate.contact, join(lines.get(candidate.contact), candidate));
  const withTold = [...lines.values()].map((line) => {
    const told = own(incident.contacts, line.contact)?.told ?? [];
    return { ...line, told, state: stateOf(told) };
  });
  return withTold.sort(
    (a, b) => rank[a.state] - rank[b.state] || nearness(a) - nearness(b) || weight(a) - weight(b) || dateOf(a) - dateOf(b),
  );
};
