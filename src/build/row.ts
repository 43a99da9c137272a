import { type Cond, conditionOf, type Facts, type Rule } from '../core/index.ts';

/** What a boundary row asks of a rule: whether it applies, or whether the condition of one limit or recipient holds. */
export type Question = { readonly about: string; readonly cond: Cond };

/** A situation at the edge of one line of a rule, and the answer the rule gives. `on` is the first day of the text it was made from. */
export type Row = {
  readonly rule: string;
  readonly about: string;
  readonly on: string;
  readonly line: string;
  readonly cite: string;
  readonly facts: Facts;
  readonly answer: 'yes' | 'no';
};

/** The conditions of a rule that have rows. The first is the rule itself. */
export const questionsOf = (rule: Rule): readonly Question[] => [
  { about: 'applies', cond: conditionOf(rule) },
  ...rule.stages.flatMap((s) => s.choices.flatMap((c, i) => (c.if ? [{ about: `${s.id} limit ${i + 1}`, cond: c.if }] : []))),
  ...rule.recipients.flatMap((r) => (r.if ? [{ about: `to ${r.to}`, cond: r.if }] : [])),
];

export const questionOf = (rule: Rule, about: string): Question | undefined => questionsOf(rule).find((q) => q.about === about);
