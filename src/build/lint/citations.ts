import type { Cond } from '../../core/index.ts';
import { ownedConditions, sayTest } from './conditions.ts';
import type { Check } from './finding.ts';

/**
 * Leaves without a citation, neither on the leaf nor on its nearest parent. A negation and a group of one are no parents of their
 * own; a group and its exclusion stand on one level, and the exclusion cites for itself; a term brings its citation with it.
 */
const uncited = (cond: Cond, lent: string | undefined): readonly Cond[] => {
  if (cond.op === 'term') return [];
  if (cond.op === 'test') return (cond.cite ?? lent) ? [] : [cond];
  if (cond.op === 'not') return uncited(cond.of, cond.unless ? cond.cite : (cond.cite ?? lent));
  const joins = cond.of.length === 1 || cond.of.some((k) => k.op === 'not' && k.unless);
  return joins ? uncitedIn(cond, lent) : cond.of.flatMap((kid) => uncited(kid, cond.cite));
};

/** The same for a condition that stands directly under a citation: its top group needs none of its own. */
const uncitedIn = (cond: Cond, lent: string | undefined): readonly Cond[] => {
  if (cond.op !== 'all' && cond.op !== 'any') return uncited(cond, lent);
  const own = cond.cite ?? lent;
  const excluded = cond.of.some((k) => k.op === 'not' && k.unless);
  return cond.of.flatMap((kid) => (excluded || cond.of.length === 1 ? uncitedIn(kid, own) : uncited(kid, own)));
};

export const checkCitations: Check = (files) => [
  ...ownedConditions(files).flatMap(({ at, cond, cite }) =>
    uncitedIn(cond, cite).map((leaf) => ({
      at,
      check: 'missing-cite',
      message: `${leaf.op === 'test' ? sayTest(leaf) : leaf.op} has no citation, nor has its group`,
    })),
  ),
  ...files.base.terms
    .filter((t) => t.cite === '')
    .map((t) => ({ at: `term:${t.id}`, check: 'missing-cite', message: `term ${t.id} has no citation` })),
  ...files.base.rules
    .filter((r) => r.cite === '')
    .map((r) => ({ at: `rule:${r.id}`, check: 'missing-cite', message: `rule ${r.id} has no citation` })),
  ...files.base.rules.flatMap((r) =>
    r.stages.flatMap((s) =>
      s.choices
        .filter((c) => c.cite === '')
        .map(() => ({ at: `rule:${r.id}`, check: 'missing-cite', message: `stage ${s.id} has no citation` })),
    ),
  ),
];
