import type { Known } from '../facts/fact.ts';
import type { Kept, LogName, PartRef } from './entry.ts';
import { type Appliers, foldWith, type Said } from './fold.ts';
import { paperAppliers } from './fold-papers.ts';
import type { Answer, Incident } from './incident.ts';
import { type Register, state } from './register.ts';

type State = Omit<Incident, 'withdrawn' | 'refused' | 'newer' | 'unreadable'>;

const emptyIncident = (log: LogName): State => ({
  log,
  seq: 0,
  chain: null,
  pending: 0,
  zone: 'Asia/Tokyo',
  drill: false,
  state: 'open',
  turns: [],
  name: [],
  playbooks: [],
  people: {},
  facts: {},
  severity: [],
  situation: { conditions: [], actions: [], needs: [] },
  actions: {},
  branches: {},
  places: {},
  contacts: {},
  notices: {},
  drafts: {},
  approvals: [],
  filings: [],
  waivers: [],
  evidence: {},
  corrections: {},
  erased: {},
});

type Given = { readonly facts: Readonly<Record<string, unknown>>; readonly learned?: Readonly<Record<string, string>> };

const answer = (
  before: State['facts'],
  { facts, learned = {} }: Given,
  { as, sees }: Said,
  more: { readonly parkedUntil?: Readonly<Record<string, string>>; readonly reason?: PartRef } = {},
): State['facts'] => {
  const next: Record<string, Register<Answer>> = { ...before };
  for (const [fact, raw] of Object.entries(facts)) {
    const learnedAt = learned[fact] ?? learned.default;
    const until = more.parkedUntil?.[fact];
    const given: Answer = {
      value: raw === 'unknown' ? null : (raw as Known | null),
      ...(learnedAt !== undefined && { learned: learnedAt }),
      ...(until !== undefined && { until }),
      ...(more.reason && { reason: more.reason }),
    };
    next[fact] = state(Object.hasOwn(next, fact) ? next[fact] : undefined, as(given), sees);
  }
  return next;
};

const put = <T>(map: Readonly<Record<string, T>>, key: string, change: (before: T | undefined) => T): Readonly<Record<string, T>> => ({
  ...map,
  [key]: change(Object.hasOwn(map, key) ? map[key] : undefined),
});

const appliers: Appliers<State> = {
  'incident.reported': (s, body, said) =>
    s.report
      ? s
      : {
          ...s,
          report: said.as(body),
          zone: body.zone,
          drill: body.drill === true,
          playbooks: body.playbook === undefined ? s.playbooks : [...s.playbooks, body.playbook],
          facts: body.facts ? answer(s.facts, { ...body, facts: body.facts }, said) : s.facts,
        },
  'incident.named': (s, { name }, { as, sees }) => ({ ...s, name: state(s.name, as(name), sees) }),
  'incident.zone-set': (s, { zone }) => ({ ...s, zone }),
  'incident.closed': (s, { note }, { as }) => ({
    ...s,
    state: 'closed',
    turns: [...s.turns, as({ to: 'closed' as const, ...(note && { text: note }) })],
  }),
  'incident.reopened': (s, { reason }, { as }) => ({ ...s, state: 'open', turns: [...s.turns, as({ to: 'open' as const, text: reason })] }),
  'playbook.added': (s, { playbook }) => (s.playbooks.includes(playbook) ? s : { ...s, playbooks: [...s.playbooks, playbook] }),
  'person.introduced': (s, { person, name, desk }, { as, sees }) => ({
    ...s,
    people: put(s.people, person, (before) => ({ ...before, name: state(before?.name, as(name), sees), ...(desk && { desk }) })),
  }),
  'facts.recorded': (s, body, said) => ({
    ...s,
    facts: answer(s.facts, body, said, body.parkedUntil ? { parkedUntil: body.parkedUntil } : {}),
  }),
  'facts.corrected': (s, body, said) => ({ ...s, facts: answer(s.facts, body, said, { reason: body.reason }) }),
  'severity.set': (s, body, { as, sees }) => ({ ...s, severity: state(s.severity, as(body), sees) }),
  'situation.stated': (s, body, { as, sees }) => {
    const line = (key: 'conditions' | 'actions' | 'needs') => (body[key] ? state(s.situation[key], as(body[key]), sees) : s.situation[key]);
    return { ...s, situation: { conditions: line('conditions'), actions: line('actions'), needs: line('needs') } };
  },
  'action.done': (s, { action, ...rest }, { as, sees }) => ({
    ...s,
    actions: put(s.actions, action, (before) => state(before, as({ state: 'done' as const, ...rest }), sees)),
  }),
  'action.blocked': (s, { action, ...rest }, { as, sees }) => ({
    ...s,
    actions: put(s.actions, action, (before) => state(before, as({ state: 'blocked' as const, ...rest }), sees)),
  }),
  'branch.answered': (s, body, { as, sees }) => ({
    ...s,
    branches: put(s.branches, body.branch, (before) => state(before, as(body.answer), sees)),
  }),
  'place.listed': (s, { place, name }, { as, sees }) => ({
    ...s,
    places: put(s.places, place, (before) => ({ asked: before?.asked ?? [], name: state(before?.name, as(name), sees) })),
  }),
  'place.asked': (s, { place, ...asked }, { as, sees }) => ({
    ...s,
    places: put(s.places, place, (before) => ({ name: before?.name ?? [], asked: state(before?.asked, as(asked), sees) })),
  }),
  'contact.listed': (s, { contact, side, name }) => ({
    ...s,
    contacts: put(s.contacts, contact, (before) => ({ side, name, told: before?.told ?? [] })),
  }),
  'contact.told': (s, { contact, side, ...told }, { as }) => ({
    ...s,
    contacts: put(s.contacts, contact, (before) => ({ ...before, side: before?.side ?? side, told: [...(before?.told ?? []), as(told)] })),
  }),
  'entry.corrected': (s, { corrects, ...correction }, { as }) => ({
    ...s,
    corrections: put(s.corrections, corrects, (before) => [...(before ?? []), as(correction)]),
  }),
  'part.erased': (s, { parts, reason }, { as }) => ({
    ...s,
    erased: { ...s.erased, ...Object.fromEntries(parts.map((part) => [part, as(reason)])) },
  }),
  ...paperAppliers<State>(),
};

/** Folds the log of one incident: linked entries in order, then those waiting on this device. */
export const foldIncident = (log: LogName, records: readonly Kept[]): Incident => {
  const { state: folded, left } = foldWith(emptyIncident(log), records, appliers);
  const last = records.findLast((r) => r.link)?.link;
  return { ...folded, ...left, seq: last?.seq ?? 0, chain: last?.chain ?? null, pending: records.filter((r) => !r.link).length };
};
