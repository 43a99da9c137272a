import type { Facts } from '../facts/fact.ts';
import type { Recipient } from '../knowledge/bundle.ts';
import type { Addressee } from './assessment.ts';
import { evaluate } from './evaluate.ts';
import type { Rule } from './rule.ts';

/**
 * Who receives. A recipient with a condition stands while it holds (open exclusions lift nothing) and is possible while it
 * is open; one without a condition stands unless another takes its place. Delegation changes this list, never whether the
 * duty applies. Each recipient is named once.
 */
export const addresseesOf = (rule: Rule, facts: Facts, recipients: ReadonlyMap<string, Recipient>): readonly Addressee[] => {
  const special = rule.recipients.flatMap((r) => (r.if ? [{ ...r, p: evaluate(r.if, facts).p }] : []));
  const standing = special.filter((r) => r.p === 2);
  const plain = standing.length > 0 ? [] : rule.recipients.filter((r) => !r.if).map((r) => ({ ...r, p: 2 }));
  const listed = [...standing, ...plain, ...special.filter((r) => r.p === 1)];
  const once = listed.filter((r, i) => listed.findIndex((o) => o.to === r.to) === i);
  return once.map((r) => ({ id: r.to, label: recipients.get(r.to)?.label ?? { ja: r.to, en: r.to }, why: r.why, certain: r.p === 2 }));
};
