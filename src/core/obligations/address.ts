import type { Facts } from '../facts/fact.ts';
import type { DutyKnowledge, Recipient } from '../knowledge/bundle.ts';
import type { Addressee } from './assessment.ts';
import { delegate, type Receiver } from './delegation.ts';
import { evaluate } from './evaluate.ts';
import { findOffice } from './office.ts';
import type { RecipientChoice, Rule } from './rule.ts';

type Books = Pick<DutyKnowledge, 'delegations' | 'offices'> & { readonly recipients: ReadonlyMap<string, Recipient> };

/**
 * A recipient with a condition stands while it holds (open exclusions lift nothing) and is possible while it is open; one without
 * a condition stands unless another takes its place.
 */
const receiversOf = (choices: readonly RecipientChoice[], facts: Facts): readonly Receiver[] => {
  const special = choices.flatMap((r) => {
    const p = r.if ? evaluate(r.if, facts).p : 0;
    return p === 0 ? [] : [{ ...r, p }];
  });
  const standing = special.filter((r) => r.p === 2);
  const plain = standing.length > 0 ? [] : choices.filter((r) => !r.if).map((r) => ({ ...r, p: 2 as const }));
  return [...standing, ...plain, ...special.filter((r) => r.p === 1)];
};

/**
 * Who receives, each named once, with the office that serves the place. Delegation changes this list, never whether the duty
 * applies. `day` is the civil day whose law governs, null while none is known.
 */
export const addresseesOf = (
  rule: Rule,
  facts: Facts,
  day: string | null,
  { recipients, delegations, offices }: Books,
): readonly Addressee[] => {
  const delegation = delegations.find((d) => d.rules.includes(rule.id));
  const listed = delegation ? delegate(delegation, rule.recipients, facts, day) : receiversOf(rule.recipients, facts);
  const once = listed.filter((r, i) => listed.findIndex((o) => o.to === r.to) === i);
  return once.map(({ to, why, p, check, sources }) => {
    const list = offices.find((o) => o.of.includes(to));
    return {
      id: to,
      label: recipients.get(to)?.label ?? { ja: to, en: to },
      why,
      certain: p === 2,
      ...(check && { check }),
      ...(sources && { sources }),
      ...(list && { office: findOffice(list, facts) }),
    };
  });
};
