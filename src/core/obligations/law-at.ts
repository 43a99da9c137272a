import { inline } from './evaluate.ts';
import type { Cond, Law, Rule, RuleBase } from './rule.ts';

const memo = new WeakMap<RuleBase, Map<string, Law>>();

const turns = new WeakMap<RuleBase, readonly string[]>();

/** The days on which some text of the base begins or ends, in order. Between two of them the law is one. */
export const turningDays = (base: RuleBase): readonly string[] => {
  const begins = (): readonly string[] => base.terms.flatMap((t) => t.versions.flatMap((v) => v.from ?? []));
  const days = turns.get(base) ?? [...new Set([...begins(), ...base.rules.flatMap((r) => [r.from, ...(r.until ? [r.until] : [])])])].sort();
  turns.set(base, days);
  return days;
};

const resolve = (base: RuleBase, on: string): Law => {
  const terms = new Map<string, { cond: Cond; label: Rule['label']; cite: string }>();
  for (const { id, label, cite, versions } of base.terms) {
    const text = versions.filter((v) => v.from === null || v.from <= on).at(-1);
    if (text) terms.set(id, { cond: text.cond, label, cite });
  }
  const inForce = base.rules.filter((r) => r.from <= on && (r.until === undefined || on < r.until));
  const shared = new Map();
  const put = (cond: Cond): Cond => inline(cond, terms, shared);
  const rules = inForce.map((rule) => ({
    ...rule,
    when: put(rule.when),
    ...(rule.unless && { unless: put(rule.unless) }),
    recipients: rule.recipients.map((r) => (r.if ? { ...r, if: put(r.if) } : r)),
    stages: rule.stages.map((s) => ({ ...s, choices: s.choices.map((c) => (c.if ? { ...c, if: put(c.if) } : c)) })),
  }));
  return { on, terms, rules };
};

/**
 * The texts in force on one civil day, terms already put in their places. A version lasts until the next; a rule that has
 * ended is gone and never falls back to an older text.
 */
export const lawAt = (base: RuleBase, day: string): Law => {
  const laws = memo.get(base) ?? new Map<string, Law>();
  memo.set(base, laws);
  const epoch =
    turningDays(base)
      .filter((d) => d <= day)
      .at(-1) ?? '';
  const law = laws.get(epoch) ?? resolve(base, epoch);
  laws.set(epoch, law);
  return law.on === day ? law : { ...law, on: day };
};
