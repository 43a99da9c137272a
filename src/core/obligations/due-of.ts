import { closeFacts } from '../facts/close-facts.ts';
import type { FactDef, FactId, Facts, Learned } from '../facts/fact.ts';
import { nearestTo } from '../facts/nearest.ts';
import type { DutyKnowledge } from '../knowledge/bundle.ts';
import type { Text } from '../knowledge/text.ts';
import { dayOf, readMoment } from '../time/moment.ts';
import type { DueStage } from './assessment.ts';
import { dueStage } from './due-stage.ts';
import type { Why } from './evaluate.ts';
import { lawAt } from './law-at.ts';
import type { Rule } from './rule.ts';

/** One stage of one rule, dated from its starts and switches alone, as if the rule applied. */
export type DueRequest = {
  readonly rule: string;
  readonly stage: string;
  readonly facts: Facts;
  /** Reads date-only starts, and the civil day of instants, in this zone instead of the rule's, and writes instants in it. */
  readonly zone?: string;
  /** Further civil days on which the recipient is closed. */
  readonly closed?: readonly string[];
};

export type DueProblem = {
  readonly code: 'unknown-rule' | 'unknown-stage';
  readonly field: string;
  readonly value: string;
  readonly nearest?: string;
};

const open: Why = { v: 1, p: 1, cond: { op: 'all', of: [] }, kids: [] };

const missingName = (code: DueProblem['code'], field: string, value: string, names: readonly string[]): DueProblem => {
  const nearest = nearestTo(value, names);
  return { code, field, value, ...(nearest !== undefined && { nearest }) };
};

const isIn = (rule: Rule, day: string): boolean => rule.from <= day && (rule.until === undefined || day < rule.until);

/** The rule under the law of a day; where it was not in force, its first text, so that the count can still be shown. */
const textOn = (knowledge: DutyKnowledge, rule: Rule, day: string): Rule =>
  lawAt(knowledge.base, isIn(rule, day) ? day : rule.from).rules.find((r) => r.id === rule.id) ?? rule;

/**
 * Dates one stage. `inForce` says whether the rule stood on the day its clock starts; null while it has not started. A
 * date is computed either way, so that a caller can see the count; it is never presented as a duty.
 */
export const dueOf = (
  knowledge: DutyKnowledge,
  request: DueRequest,
): { readonly due: DueStage; readonly inForce: boolean | null } | DueProblem => {
  const { rules } = knowledge.base;
  const rule = rules.find((r) => r.id === request.rule || r.aliases?.includes(request.rule));
  if (!rule)
    return missingName(
      'unknown-rule',
      'rule',
      request.rule,
      rules.map((r) => r.id),
    );
  if (!rule.stages.some((s) => s.id === request.stage))
    return missingName(
      'unknown-stage',
      'stage',
      request.stage,
      rule.stages.map((s) => s.id),
    );
  const zone = request.zone ?? rule.zone;
  const calendar = knowledge.calendars[rule.calendar];
  const named: Text = { ja: '休業日', en: 'a day off' };
  const withClosed =
    calendar && request.closed
      ? { ...calendar, days: { ...calendar.days, ...Object.fromEntries(request.closed.map((d) => [d, named])) } }
      : calendar;
  const defs: ReadonlyMap<FactId, FactDef> = new Map(knowledge.facts.map((d) => [d.id, d]));
  const { facts, origins } = closeFacts(request.facts, knowledge.implications);
  const dated = (text: Rule): DueStage | undefined => {
    const stage = text.stages.find((s) => s.id === request.stage) as Rule['stages'][number];
    return dueStage(stage, {
      facts,
      why: open,
      noticed: { facts, learned: {} as Learned, origins, defs },
      calendar: withClosed,
      zone,
      ...(request.zone !== undefined && { shownIn: request.zone }),
    });
  };
  const first = dated(textOn(knowledge, rule, rule.from));
  const start = first?.start ? readMoment(first.start) : undefined;
  const day = start && dayOf(start, zone);
  const due = day === undefined ? first : dated(textOn(knowledge, rule, day));
  if (!due)
    return missingName(
      'unknown-stage',
      'stage',
      request.stage,
      rule.stages.map((s) => s.id),
    );
  return { due, inForce: day === undefined ? null : isIn(rule, day) };
};
