import type { Cond } from '../../core/index.ts';
import type { KnowledgeFiles } from '../parse-knowledge.ts';

/** A condition as it stands in the knowledge: whose it is, and the citation its owner lends it. */
export type OwnedCond = { readonly at: string; readonly cond: Cond; readonly cite: string | undefined };

/** Every condition of terms, rules, recipients, due dates and the organisation's own agreements. */
export const ownedConditions = ({ base, agreements }: KnowledgeFiles): readonly OwnedCond[] => [
  ...base.terms.flatMap((t) => t.versions.map((v) => ({ at: `term:${t.id}`, cond: v.cond, cite: t.cite }))),
  ...base.rules.flatMap((r) => {
    const at = `rule:${r.id}`;
    return [
      { at, cond: r.when, cite: r.cite },
      ...(r.unless ? [{ at, cond: r.unless, cite: undefined }] : []),
      ...r.recipients.flatMap((x) => (x.if ? [{ at, cond: x.if, cite: r.cite }] : [])),
      ...r.stages.flatMap((s) => s.choices.flatMap((c) => (c.if ? [{ at, cond: c.if, cite: c.cite }] : []))),
    ];
  }),
  ...agreements.triggers.map((t) => ({ at: `trigger:${t.id}`, cond: t.when, cite: agreements.cite })),
];

export type Leaf = Extract<Cond, { op: 'test' | 'term' }>;
export type TestLeaf = Extract<Cond, { op: 'test' }>;

/** The leaves of a condition in the order of the text; terms are not opened. */
export const leavesOf = (cond: Cond): readonly Leaf[] =>
  cond.op === 'test' || cond.op === 'term' ? [cond] : cond.op === 'not' ? leavesOf(cond.of) : cond.of.flatMap(leavesOf);

export const testsOf = (cond: Cond): readonly TestLeaf[] => leavesOf(cond).filter((l) => l.op === 'test');

/** A leaf as it is written in the knowledge. */
export const sayTest = ({ fact, rel, value }: TestLeaf): string =>
  rel === 'is' ? (value ? fact : `not ${fact}`) : `${fact} ${rel} ${Array.isArray(value) ? value.join(', ') : String(value)}`;
