import type { Known } from '../facts/fact.ts';
import type { HashHex, Kept, LogName, PartRef } from './entry.ts';
import { type Appliers, foldWith, type Left } from './fold.ts';
import type { Body } from './kinds.ts';
import { latest, type Register, type Stated, state } from './register.ts';

type ContactFields = Omit<Body<'organisation.contact-set'>, 'contact'>;

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
  readonly people: Readonly<Record<string, Register<PartRef>>>;
  readonly imports: readonly Stated<Body<'incident.imported'>>[];
  readonly erased: Readonly<Record<string, Stated<Body<'part.erased'>['reason']>>>;
} & Left;

type State = Omit<Organisation, keyof Left>;

const own = <T>(map: Readonly<Record<string, T>>, key: string): T | undefined => (Object.hasOwn(map, key) ? map[key] : undefined);

const without = <T>(map: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(map).filter(([k]) => k !== key));

const appliers: Appliers<State> = {
  'organisation.described': (s, { name, zone, facts }, { as, sees }) => ({
    ...s,
    name: name ? state(s.name, as(name), sees) : s.name,
    zone: zone ?? s.zone,
    facts: {
      ...s.facts,
      ...Object.fromEntries(
        Object.entries(facts ?? {}).map(([fact, value]) => [fact, state(own(s.facts, fact), as(value as Known), sees)]),
      ),
    },
  }),
  'organisation.contact-set': (s, { contact, ...fields }, { as, sees }) => ({
    ...s,
    contacts: { ...s.contacts, [contact]: state(own(s.contacts, contact), as(fields), sees) },
  }),
  'organisation.contact-removed': (s, { contact }) => ({ ...s, contacts: without(s.contacts, contact) }),
  'organisation.place-set': (s, { place, name }, { as, sees }) => ({
    ...s,
    places: { ...s.places, [place]: state(own(s.places, place), as(name), sees) },
  }),
  'organisation.place-removed': (s, { place }) => ({ ...s, places: without(s.places, place) }),
  'person.introduced': (s, { person, name }, { as, sees }) => ({
    ...s,
    people: { ...s.people, [person]: state(own(s.people, person), as(name), sees) },
  }),
  'incident.imported': (s, body, { as }) => ({ ...s, imports: [...s.imports, as(body)] }),
  'part.erased': (s, { parts, reason }, { as }) => ({
    ...s,
    erased: { ...s.erased, ...Object.fromEntries(parts.map((part) => [part, as(reason)])) },
  }),
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
      return said && new Set(register.map((s) => JSON.stringify(s.value))).size === 1 ? [[fact, said.value]] : [];
    }),
  );
