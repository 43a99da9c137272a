import {
  blockersOf,
  type Bundle,
  type Draft,
  draftOf,
  type Duties,
  dutiesOf,
  foldIncident,
  foldOrganisation,
  type Kept,
  type Linked,
  linkNext,
  listSteps,
  type LogName,
  makeEntry,
  readFacts,
  sealWords,
} from '../core/index.ts';
import { hasher } from './hash-of.ts';
import type { Expected } from './parse-examples.ts';
import { draftOfEntry, type Scenario } from './parse-scenario.ts';
import { differencesOf } from './run-examples.ts';

type Pen = { readonly say: (log: LogName, draft: Draft, at: string) => void; readonly records: (log: LogName) => readonly Linked[] };

/** Speaks into logs that live as long as the scenario. Ids count up, so that the same scenario is always the same log. */
const openPen = (): Pen => {
  const logs = new Map<LogName, Linked[]>();
  let count = 0;
  const random = (bytes: number): Uint8Array => {
    count += 1;
    const out = new Uint8Array(bytes);
    new DataView(out.buffer).setUint32(bytes - 4, count);
    return out;
  };
  return {
    records: (log) => logs.get(log) ?? [],
    say: (log, draft, at) => {
      const linked = logs.get(log) ?? [];
      const now = Date.parse(at);
      const { body } = sealWords(draft, { now, random, hash: hasher, encode: (text) => new TextEncoder().encode(text) });
      const last = linked.at(-1);
      const chain = last?.link.chain ?? null;
      const pen = { actor: actor, device: `unsigned:${actor}`, saidAt: `${at}[Asia/Tokyo]`, now, random, hash: hasher };
      const entry = makeEntry({ kind: draft.kind, body }, { log, base: chain, prior: null }, pen);
      const signed = { entry, signature: null };
      const head = { log, seq: last?.link.seq ?? 0, chain };
      linked.push({ ...signed, link: linkNext(head, signed, { arrivedAt: new Date(now).toISOString(), skewSeconds: 0 }, hasher) });
      logs.set(log, linked);
    },
  };
};

const actor = '019a0000-0000-7000-8000-000000000000';
const incidentLog: LogName = 'incident:019a0000-0000-7000-8000-000000000001';
const cardLog: LogName = 'organisation:019a0000-0000-7000-8000-000000000002';

const missingFrom = (wanted: readonly string[] | undefined, found: readonly string[]): readonly string[] =>
  (wanted ?? []).filter((name) => !found.includes(name));

const dutyDifferences = ({ assessment }: Duties, wanted: Readonly<Record<string, Expected>>): readonly string[] =>
  Object.entries(wanted).flatMap(([id, expected]) => {
    const found = assessment.obligations.find((o) => o.rule.id === id);
    return found ? differencesOf(expected, found).map((d) => `${id} ${d}`) : [`${id}: no such rule`];
  });

/**
 * Plays a scenario through the same code as the product: entries into a log, the log folded, duties, steps, questions and a
 * draft from it. Returns every difference from what it expects, in words; none means it came out as written.
 */
export const runScenario = (bundle: Bundle, scenario: Scenario): readonly string[] => {
  const { expect, at, playbook } = scenario;
  const unread = [scenario.organisation, scenario.facts, ...scenario.entries.flatMap((e) => ('facts' in e ? [e.facts] : []))].flatMap(
    (facts) => readFacts(bundle.facts, facts).problems.map((p) => `fact ${p.field}: ${p.code}`),
  );
  if (unread.length > 0) return unread;
  const pen = openPen();
  const known = (facts: Scenario['facts']) => readFacts(bundle.facts, facts).facts as never;
  pen.say(cardLog, { kind: 'organisation.described', body: { zone: 'Asia/Tokyo', facts: known(scenario.organisation) } }, at);
  const body = { zone: 'Asia/Tokyo', bundle: bundle.hash, playbook, facts: known({ knownAt: at, ...scenario.facts }) };
  pen.say(incidentLog, { kind: 'incident.reported', body }, at);
  const openNow = (): readonly string[] =>
    listSteps(bundle.playbooks, foldIncident(incidentLog, pen.records(incidentLog))).open.map((l) => l.id);
  const first = openNow().slice(0, expect.first?.length ?? 0);
  let now = at;
  for (const said of scenario.entries) {
    now = said.at ?? now;
    const draft = 'facts' in said ? { ...said, facts: known(said.facts) } : said;
    pen.say(incidentLog, draftOfEntry(draft, now, bundle.hash), now);
  }
  const records: readonly Kept[] = pen.records(incidentLog);
  const incident = foldIncident(incidentLog, records);
  const organisation = foldOrganisation(cardLog, pen.records(cardLog));
  const duties = dutiesOf(bundle, incident, organisation);
  const open = openNow();
  const asked = duties.assessment.questions.slice(0, 10).map(({ fact }) => fact);
  const blocks = blockersOf(duties).map(({ obligation, stage }) => (stage === undefined ? obligation : `${obligation}.${stage}`));
  const say = (what: string, names: readonly string[]): readonly string[] => (names.length > 0 ? [`${what}: ${names.join(', ')}`] : []);
  return [
    // An entry that the log does not take would leave the scenario judged without it.
    ...say(
      'not taken into the log',
      [...incident.refused, ...incident.unreadable].map(({ value }) => value),
    ),
    ...(first.join() === (expect.first ?? []).join() ? [] : [`first: expected ${expect.first?.join(', ')}, got ${first.join(', ')}`]),
    ...say('not open', missingFrom(expect.open, open)),
    ...say(
      'still open',
      (expect.gone ?? []).filter((id) => open.includes(id)),
    ),
    ...dutyDifferences(duties, expect.duties ?? {}),
    ...say(`not among the first questions (${asked.join(', ')})`, missingFrom(expect.asked, asked)),
    ...say('does not stand against closing', missingFrom(expect.blocks, blocks)),
    ...say(
      'still stands against closing',
      (expect.settled ?? []).filter((name) => blocks.includes(name)),
    ),
    ...draftDifferences(bundle, { incident, records, organisation, duties }, expect.draft),
  ];
};

const draftDifferences = (
  bundle: Bundle,
  stand: Pick<Parameters<typeof draftOf>[2], 'incident' | 'records' | 'organisation' | 'duties'>,
  wanted: Scenario['expect']['draft'],
): readonly string[] => {
  if (!wanted) return [];
  const form = bundle.forms.find((f) => f.id === wanted.form);
  if (!form) return [`${wanted.form}: no such form`];
  const { playbooks, directory, forms } = bundle;
  const draft = draftOf(form, wanted.stage, { knowledge: bundle, playbooks, directory, forms, ...stand, wordsOf: () => undefined });
  return Object.entries(wanted.fields).flatMap(([id, state]) => {
    const found = draft.fields.find(({ field }) => field.id === id);
    return found?.state === state ? [] : [`draft ${wanted.form} ${id}: expected ${state}, got ${found?.state ?? 'no such field'}`];
  });
};
