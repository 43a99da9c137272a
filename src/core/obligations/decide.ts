import type { FactId, Facts } from '../facts/fact.ts';
import { evaluate, missingIn, type Why } from './evaluate.ts';
import type { Cond, Law, Rule } from './rule.ts';

/** The answer of one rule: 2 applies, 0 does not, 1 cannot tell yet. */
export type Decision = {
  readonly rule: Rule;
  readonly why: Why;
  /** Open, and only exclusions are open: it is listed as needed until one of them lifts it. */
  readonly presumed: boolean;
  readonly missing: readonly FactId[];
};

const whole = new WeakMap<Rule, Cond>();

/** The rule as one condition: `when`, and its exclusion as a proviso. */
export const conditionOf = (rule: Rule): Cond => {
  const cond: Cond =
    whole.get(rule) ??
    (rule.unless ? { op: 'all', of: [rule.when, { op: 'not', unless: true, of: rule.unless }], cite: rule.cite } : rule.when);
  whole.set(rule, cond);
  return cond;
};

/** Decides one rule. `seen` keeps the terms that rules of one law share, for one set of facts. */
export const decideRule = (rule: Rule, facts: Facts, seen: Map<Cond, Why> = new Map()): Decision => {
  const why = evaluate(conditionOf(rule), facts, seen);
  return { rule, why, presumed: why.v === 1 && why.p === 2, missing: [...missingIn(why)] };
};

/**
 * Decides every rule of a law from closed facts (see closeFacts). A missing fact is never no: learning more never flips
 * a settled answer, it only settles open ones.
 */
export const decide = (law: Law, facts: Facts): readonly Decision[] => {
  const seen = new Map<Cond, Why>();
  return law.rules.map((rule) => decideRule(rule, facts, seen));
};
