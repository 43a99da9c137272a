import { closeFacts, type Closed } from '../facts/close-facts.ts';
import type { FactDef, FactId, Facts, Learned } from '../facts/fact.ts';
import type { DutyKnowledge, Recipient } from '../knowledge/bundle.ts';
import { dayOf } from '../time/moment.ts';
import { addresseesOf } from './address.ts';
import { ask, imagineAnswers, testsByFact } from './ask.ts';
import type { Assessment, Asked, Obligation } from './assessment.ts';
import { offeredForms } from './common-form.ts';
import { conditionOf, type Decision, decideRule } from './decide.ts';
import { dueStage } from './due-stage.ts';
import { triIfAnswered, type Why } from './evaluate.ts';
import { citesOf, type Defs, liftsOf, pathOf } from './explain.ts';
import { lawAt, turningDays } from './law-at.ts';
import type { Cond, Rule, RuleBase } from './rule.ts';
import { sentenceOf } from './sentence.ts';
import { knownSince, mayBeAssumed, type Noticed, situationOf, startOf } from './starts.ts';

/** What is known of an incident. `parked` facts were asked and nobody knows: they decide as absent ones do. */
export type Picture = { readonly facts: Facts; readonly learned?: Learned; readonly parked?: readonly FactId[] };

type Governed = { readonly decision: Decision; readonly rule: Rule; readonly on: string | null; readonly inForce: boolean };

type Setting = {
  readonly knowledge: DutyKnowledge;
  readonly defs: Defs;
  readonly closed: Closed;
  readonly noticed: Noticed;
  readonly recipients: ReadonlyMap<string, Recipient>;
  readonly seen: Map<Cond, Why>;
};

const verdicts = ['no', 'unknown', 'yes'] as const;

const ruleOn = (base: RuleBase, id: string, day: string): Rule | undefined => lawAt(base, day).rules.find((r) => r.id === id);

const dayOfStart = (rule: Rule, decision: Decision | undefined, noticed: Noticed): string | null => {
  const by = rule.stages[0]?.choices[0]?.start ?? 'situation';
  const start =
    by !== 'situation'
      ? (startOf(by, decision?.why ?? emptyWhy, noticed, rule.zone) ?? knownSince(noticed, rule.zone))
      : decision && decision.why.v > 0
        ? situationOf(decision.why, noticed, rule.zone)
        : knownSince(noticed, rule.zone);
  return start ? dayOf(start.moment, rule.zone) : null;
};

const emptyWhy: Decision['why'] = { v: 1, p: 1, cond: { op: 'all', of: [] }, kids: [] };

/** With no governing day: every text the rule ever had, joined. Equal answers stand; different ones become "cannot tell". */
const joinVersions = ({ knowledge, closed, seen }: Setting, rule: Rule): Governed => {
  const days = [rule.from, ...turningDays(knowledge.base).filter((d) => d > rule.from && (rule.until === undefined || d < rule.until))];
  const decisions = days.flatMap((day) => ruleOn(knowledge.base, rule.id, day) ?? []).map((r) => decideRule(r, closed.facts, seen));
  const newest = decisions.at(-1) as Decision;
  const agree = decisions.every((d) => d.why.v === newest.why.v);
  const decision = agree
    ? newest
    : {
        ...newest,
        why: { ...newest.why, v: 1 as const, p: 1 as const },
        presumed: newest.why.p === 2,
        missing: [...new Set([...newest.missing, 'knownAt'])],
      };
  return { decision, rule: newest.rule, on: null, inForce: true };
};

/** The rule under the law of the day that starts its clock: first by when it was noticed, then by the situation found. */
const govern = (setting: Setting, rule: Rule): Governed => {
  const { knowledge, closed, noticed, seen } = setting;
  const first = dayOfStart(rule, undefined, noticed);
  if (first === null) return joinVersions(setting, rule);
  const decided = (day: string): Governed => {
    const text = ruleOn(knowledge.base, rule.id, day);
    if (text) return { decision: decideRule(text, closed.facts, seen), rule: text, on: day, inForce: true };
    // Outside its time the rule is shown in its first text, and it does not apply.
    const firstText = ruleOn(knowledge.base, rule.id, rule.from) ?? rule;
    const decision = { rule: firstText, why: { ...emptyWhy, v: 0 as const, p: 0 as const }, presumed: false, missing: [] };
    return { decision, rule: firstText, on: day, inForce: false };
  };
  const noticedLaw = decided(first);
  const found = noticedLaw.inForce ? dayOfStart(rule, noticedLaw.decision, noticed) : null;
  return found === null || found === first ? noticedLaw : decided(found);
};

/** Single facts that, answered otherwise, would turn a no into a yes. */
const flipsOf = ({ rule, why }: Decision, facts: Facts, defs: Defs): Obligation['flippedBy'] =>
  [...testsByFact(conditionOf(rule))].flatMap(([fact, tests]) => {
    const answers = imagineAnswers(defs.get(fact) as FactDef, tests, facts[fact]);
    const to = answers.find((answer) => triIfAnswered(why, fact, answer) === 2);
    return to === undefined ? [] : [{ fact, to }];
  });

const notInForce = (rule: Rule, on: string | null) =>
  rule.from > (on ?? '')
    ? {
        ja: `この定めは ${rule.from} からです。${on} にはまだ始まっていません。`,
        en: `This rule starts on ${rule.from}; it was not in force on ${on}.`,
      }
    : { ja: `この定めは ${rule.until} に終わりました。`, en: `This rule ended on ${rule.until}.` };

const obligationOf = (governed: Governed, { knowledge, defs, closed, noticed, recipients }: Setting): Obligation => {
  const { decision, rule, on, inForce } = governed;
  const { why, presumed, missing } = decision;
  const path = inForce ? pathOf(decision, defs) : [];
  const counting = { facts: closed.facts, why, noticed, calendar: knowledge.calendars[rule.calendar], zone: rule.zone };
  return {
    rule,
    applies: verdicts[why.v],
    presumed,
    inForce,
    governedOn: on,
    why,
    because: inForce ? sentenceOf(decision, defs) : notInForce(rule, on),
    path,
    cites: citesOf(path, rule.cite),
    missing,
    liftedBy: presumed ? liftsOf(why, defs) : [],
    flippedBy: why.v === 0 && inForce ? flipsOf(decision, closed.facts, defs) : [],
    recipients: addresseesOf(rule, closed.facts, on, { recipients, delegations: knowledge.delegations, offices: knowledge.offices }),
    commonForms: offeredForms(knowledge.commonForms, rule.id, closed.facts, on),
    stages: why.v === 0 ? [] : rule.stages.flatMap((s) => dueStage(s, counting) ?? []),
  };
};

/** While no start is known, the first question is when it was noticed: every date waits for it. */
const askWhen = (asked: readonly Asked[], obligations: readonly Obligation[], noticed: Noticed): readonly Asked[] => {
  const waiting = obligations.filter(
    (o) => o.applies !== 'no' && o.stages.some((s) => !s.started && mayBeAssumed(s.startsBy, noticed.defs)),
  );
  if (waiting.length === 0 || !noticed.defs.has('knownAt')) return asked;
  const score = (asked[0]?.score ?? 0) + 1;
  return [{ fact: 'knownAt', score, settles: [], touches: waiting.map((o) => o.rule.id) }, ...asked.filter((q) => q.fact !== 'knownAt')];
};

/** A duty that stands counts from when the thing happened: that is asked first, because the moment assumed for it is too late. */
const askOccurrence = (
  asked: readonly Asked[],
  obligations: readonly Obligation[],
  { defs }: Noticed,
  parked: readonly FactId[],
): readonly Asked[] => {
  const waiting = obligations.filter((o) => o.applies === 'yes' || o.presumed);
  const touches = (fact: FactId) => waiting.filter((o) => o.stages.some((s) => s.assumed && s.startsBy === fact)).map((o) => o.rule.id);
  const more = [...defs.values()].flatMap((d): readonly Asked[] => {
    if (d.start !== 'occurrence' || parked.includes(d.id)) return [];
    const on = touches(d.id);
    return on.length > 0 ? [{ fact: d.id, score: (asked[0]?.score ?? 0) + 1, settles: [], touches: on }] : [];
  });
  return [...more, ...asked];
};

type Index = { readonly defs: Defs; readonly recipients: ReadonlyMap<string, Recipient> };

const indexes = new WeakMap<DutyKnowledge, Index>();

const indexOf = (knowledge: DutyKnowledge): Index => {
  const index = indexes.get(knowledge) ?? {
    defs: new Map(knowledge.facts.map((d) => [d.id, d])),
    recipients: new Map(knowledge.recipients.map((r) => [r.id, r])),
  };
  indexes.set(knowledge, index);
  return index;
};

/**
 * Everything that follows from what is known: which obligations apply, to whom, by when, why, and what to ask next.
 * Pure: the clock, files and network are not seen. The law in force follows the fact that starts each clock. Facts must
 * have been read by `readFacts`.
 */
export const assess = (knowledge: DutyKnowledge, { facts, learned = {} as Learned, parked = [] }: Picture): Assessment => {
  const { defs, recipients } = indexOf(knowledge);
  const closed = closeFacts(facts, knowledge.implications);
  const noticed: Noticed = { facts: closed.facts, learned, origins: closed.origins, defs };
  const setting: Setting = { knowledge, defs, closed, noticed, recipients, seen: new Map() };
  const governed = knowledge.base.rules.map((rule) => govern(setting, rule));
  const obligations = governed.map((g) => obligationOf(g, setting));
  const asked = ask(
    knowledge.facts,
    knowledge.implications,
    closed.facts,
    governed.map((g) => g.decision),
    new Set(parked),
  );
  const known = knownSince(noticed, 'Asia/Tokyo');
  return {
    bundle: { version: knowledge.version, hash: knowledge.hash },
    governedOn: known ? dayOf(known.moment, 'Asia/Tokyo') : null,
    obligations,
    questions: askWhen(askOccurrence(asked, obligations, noticed, parked), obligations, noticed),
    differences: closed.differences,
  };
};
