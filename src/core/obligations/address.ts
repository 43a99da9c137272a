import type { Facts } from '../facts/fact.ts';
import type { Recipient } from '../knowledge/bundle.ts';
import type { Addressee } from './assessment.ts';
import { triOf } from './evaluate.ts';
import type { Rule } from './rule.ts';

/**
 * Who receives. A recipient with a condition is certain when it holds and possible while it is open; one without a
 * condition stands unless a certain one takes its place. Delegation changes this list, never whether the duty applies.
 */
export const addresseesOf = (rule: Rule, facts: Facts, recipients: ReadonlyMap<string, Recipient>): readonly Addressee[] => {
  const special = rule.recipients.filter((r) => r.if).map((r) => ({ ...r, v: triOf(r.if as NonNullable<typeof r.if>, facts) }));
  const replaced = special.some((r) => r.v === 2);
  const plain = rule.recipients.filter((r) => !r.if && !replaced).map((r) => ({ ...r, v: 2 }));
  const listed = [...special.filter((r) => r.v === 2), ...plain, ...special.filter((r) => r.v === 1)];
  return listed.map((r) => ({ id: r.to, label: recipients.get(r.to)?.label ?? { ja: r.to, en: r.to }, why: r.why, certain: r.v === 2 }));
};
