import type { Known } from '../facts/fact.ts';
import { canonicalJson } from '../knowledge/canonical-json.ts';
import type { Kept, LogName, PartRef } from './entry.ts';
import { type Appliers, foldWith, type Said } from './fold.ts';
import { paperAppliers } from './fold-papers.ts';
import type { Answer, Incident } from './incident.ts';
import { own, put } from './own.ts';
import { inOrder } from './picture.ts';
import { state } from './register.ts';

/** `rootOf` leads from a correction to the entry it corrects in the end. */
type State = Omit<Incident, 'withdrawn' | 'refused' | 'newer' | 'unreadable'> & { readonly rootOf: Readonly<Record<string, string>> };

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
  rootOf: {},
});

const isSame = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);

/**
 * Saying the same again moves no clock: a duty starts when any department knew. Where no time was said before, the
 * moment of knowing stands for it; only a correction with its reason can say a later one.
 */
const earlierOf = (before: string | undefined, now: string | undefined): string | undefined =>
  before === undefined || now === undefined ? before : inOrder([before, now])[0];

type Given = { readonly facts: Readonly<Record<string, unknown>>; readonly learned?: Readonly<Record<string, string>> };

const answer = (
  before: State['facts'],
  { facts, learned = {} }: Given,
  { as, sees }: Said,
  more: { readonly parkedUntil?: Readonly<Record<string, string>>; readonly reason?: PartRef } = {},
): State['facts'] => {
  for (const [fact, raw] of Object.entries(facts)) {
    const value = raw === 'unknown' ? null : (raw as Known | null);
    const learnedAt = own(learned, fact) ?? own(learned, 'default');
    const until = own(more.parkedUntil ?? {}, fact);
    const standing = own(before, fact);
    const same = more.reason ? undefined : standing?.find((s) => sees(s) && isSame(s.value.value, value));
    const when = same ? earlierOf(same.value.learned, learnedAt) : learnedAt;
    const given: Answer = {
      value,
      ...(when !== undefined && { learned: when }),
      ...(until !== undefined && { until }),
      ...(more.reason && { reason: more.reason }),
    };
    put(before, fact, () => state(standing, as(given), sees));
  }
  return before;
};

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
    people: put(s.people, person, (before) => ({
      name: state(before?.name, as(name), sees),
      desk: desk ? state(before?.desk, as(desk), sees) : (before?.desk ?? []),
    })),
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
  'contact.listed': (s, { contact, side, name }, { as, sees }) => ({
    ...s,
    contacts: put(s.contacts, contact, (before) => ({
      side: before?.side ?? side,
      name: state(before?.name, as(name), sees),
      told: before?.told ?? [],
    })),
  }),
  'contact.told': (s, { contact, side, ...told }, { as }) => ({
    ...s,
    contacts: put(s.contacts, contact, (before) => ({
      side: before?.side ?? side,
      name: before?.name ?? [],
      told: [...(before?.told ?? []), as(told)],
    })),
  }),
  'entry.corrected': (s, { corrects, ...correction }, { as, entry }) => {
    const root = own(s.rootOf, corrects) ?? corrects;
    put(s.rootOf, entry.id, () => root);
    return { ...s, corrections: put(s.corrections, root, (before) => [...(before ?? []), as(correction)]) };
  },
  'part.erased': (s, { parts, reason }, { as }) => {
    for (const part of parts) put(s.erased, part, () => as(reason));
    return s;
  },
  ...paperAppliers<State>(),
};

/** Folds the log of one incident: linked entries in order, then those waiting on this device. */
export const foldIncident = (log: LogName, records: readonly Kept[]): Incident => {
  const { state: folded, left } = foldWith(emptyIncident(log), records, appliers);
  const { rootOf: _roots, ...incident } = folded;
  const last = records.findLast((r) => r.link)?.link;
  return { ...incident, ...left, seq: last?.seq ?? 0, chain: last?.chain ?? null, pending: records.filter((r) => !r.link).length };
};
