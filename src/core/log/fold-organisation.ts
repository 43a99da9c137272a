import type { Known } from '../facts/fact.ts';
import type { HashHex, Kept, LogName, PartRef } from './entry.ts';
import { type Appliers, foldWith, type Left } from './fold.ts';
import type { Body } from './kinds.ts';
import { own, put } from './own.ts';
import { isDisputed, latest, type Register, type Sees, type Stated, state } from './register.ts';

type ContactFields = Omit<Body<'organisation.contact-set'>, 'contact'>;

type AgreementFields = Omit<Body<'organisation.agreement-set'>, 'agreement'>;

/** The organisation's card: its name, whom to call by day and by night, its departments and sites. Words are parts. */
export type Organisation = {
  readonly log: LogName;
  readonly seq: number;
  readonly chain: HashHex | null;
  readonly pending: number;
  readonly name: Register<PartRef>;
  readonly zone: string;
  /** Answers that belong to the organisation and hold for each of its incidents. */
  readonly facts: Readonly<Record<string, Register<Known>>>;
  readonly contacts: Readonly<Record<string, Register<ContactFields>>>;
  readonly places: Readonly<Record<string, Register<PartRef>>>;
  /** Whom the organisation agreed to tell of incidents. */
  readonly agreements: Readonly<Record<string, Register<AgreementFields>>>;
  readonly people: Readonly<Record<string, Register<PartRef>>>;
  readonly imports: readonly Stated<Body<'incident.imported'>>[];
  readonly erased: Readonly<Record<string, Stated<Body<'part.erased'>['reason']>>>;
} & Left;

/** What of it bears on the duties of an incident. */
export type Card = Pick<Organisation, 'facts' | 'withdrawn' | 'agreements' | 'zone'>;

type State = Omit<Organisation, keyof Left>;

/** Takes away what the writer had seen; what others said apart stays. */
const remove = <T>(map: Readonly<Record<string, Register<T>>>, key: string, sees: Sees): void => {
  const left = (own(map, key) ?? []).filter((s) => !sees(s));
  if (left.length > 0) put(map, key, () => left);
  else delete (map as Record<string, Register<T>>)[key];
};

const appliers: Appliers<State> = {
  'organisation.described': (s, { name, zone, facts }, { as, sees }) => {
    for (const [fact, value] of Object.entries(facts ?? {})) put(s.facts, fact, (before) => state(before, as(value as Known), sees));
    return { ...s, name: name ? state(s.name, as(name), sees) : s.name, zone: zone ?? s.zone };
  },
  'organisation.contact-set': (s, { contact, ...fields }, { as, sees }) => {
    put(s.contacts, contact, (before) => state(before, as(fields), sees));
    return s;
  },
  'organisation.contact-removed': (s, { contact }, { sees }) => {
    remove(s.contacts, contact, sees);
    return s;
  },
  'organisation.place-set': (s, { place, name }, { as, sees }) => {
    put(s.places, place, (before) => state(before, as(name), sees));
    return s;
  },
  'organisation.place-removed': (s, { place }, { sees }) => {
    remove(s.places, place, sees);
    return s;
  },
  'organisation.agreement-set': (s, { agreement, ...fields }, { as, sees }) => {
    put(s.agreements, agreement, (before) => state(before, as(fields), sees));
    return s;
  },
  'organisation.agreement-removed': (s, { agreement }, { sees }) => {
    remove(s.agreements, agreement, sees);
    return s;
  },
  'person.introduced': (s, { person, name }, { as, sees }) => {
    put(s.people, person, (before) => state(before, as(name), sees));
    return s;
  },
  'incident.imported': (s, body, { as }) => ({ ...s, imports: [...s.imports, as(body)] }),
  'part.erased': (s, { parts, reason }, { as }) => {
    for (const part of parts) put(s.erased, part, () => as(reason));
    return s;
  },
};

const emptyOrganisation = (log: LogName): State => ({
  log,
  seq: 0,
  chain: null,
  pending: 0,
  name: [],
  zone: 'Asia/Tokyo',
  facts: {},
  contacts: {},
  places: {},
  agreements: {},
  people: {},
  imports: [],
  erased: {},
});

/** Folds the log of an organisation: linked entries in order, then those waiting on this device. */
export const foldOrganisation = (log: LogName, records: readonly Kept[]): Organisation => {
  const { state: folded, left } = foldWith(emptyOrganisation(log), records, appliers);
  const last = records.findLast((r) => r.link)?.link;
  return { ...folded, ...left, seq: last?.seq ?? 0, chain: last?.chain ?? null, pending: records.filter((r) => !r.link).length };
};

/** What the card says of the facts that hold for every incident. What was said apart and differs stays open. */
export const organisationFacts = ({ facts }: Pick<Organisation, 'facts'>): Readonly<Record<string, Known>> =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([fact, register]) => {
      const said = latest(register);
      return said && !isDisputed(register) ? [[fact, said.value]] : [];
    }),
  );
