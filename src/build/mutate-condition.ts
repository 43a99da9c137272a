import type { Cond } from '../core/index.ts';
import { type Catalogue, defOf } from './catalogue.ts';
import { sayTest, type TestLeaf } from './lint/conditions.ts';

/** A condition with one planted mistake, and the mistake in words. */
export type Mutant = { readonly what: string; readonly cond: Cond };

const sayNode = (cond: Cond): string =>
  cond.op === 'test' ? sayTest(cond) : cond.op === 'term' ? cond.term : cond.op === 'not' ? `not (${sayNode(cond.of)})` : cond.op;

/** Mistakes in one test: the limit one off or ten times too high, a value forgotten or added. */
const inTest = (test: TestLeaf, catalogue: Catalogue): readonly Mutant[] => {
  if (typeof test.value === 'number') {
    const n = test.value;
    return [n + 1, n - 1, n * 10].map((value) => ({ what: `${sayTest(test)} written ${value}`, cond: { ...test, value } }));
  }
  if (test.rel !== 'in') return [];
  const values = test.value as readonly string[];
  const others = (defOf(test.fact, catalogue)?.values ?? []).map((v) => v.id).filter((v) => !values.includes(v));
  return [
    ...(values.length > 1
      ? values.map((v) => ({ what: `${sayTest(test)}: ${v} forgotten`, cond: { ...test, value: values.filter((w) => w !== v) } }))
      : []),
    ...others.map((v) => ({ what: `${sayTest(test)}: ${v} added`, cond: { ...test, value: [...values, v] } })),
  ];
};

/** Mistakes in one group: a line forgotten, all for any. */
const inGroup = (group: Extract<Cond, { op: 'all' | 'any' }>): readonly Mutant[] => {
  if (group.of.length < 2) return [];
  const other = group.op === 'all' ? 'any' : 'all';
  return [
    { what: `${group.op} of ${group.of.length} lines written ${other}`, cond: { ...group, op: other } },
    ...group.of.map((kid, i) => ({ what: `line forgotten: ${sayNode(kid)}`, cond: { ...group, of: group.of.filter((_, j) => j !== i) } })),
  ];
};

/** Every planted mistake of a condition, one at a time: a negation, a line forgotten, all for any, a limit or a value wrong. Terms are not opened. */
export const mutantsOf = (cond: Cond, catalogue: Catalogue): readonly Mutant[] => {
  if (cond.op === 'not') {
    return [
      { what: `negation forgotten: ${sayNode(cond)}`, cond: cond.of },
      ...mutantsOf(cond.of, catalogue)
        .filter((m) => m.cond.op !== 'not')
        .map((m) => ({ ...m, cond: { ...cond, of: m.cond } })),
    ];
  }
  if (cond.op === 'test' || cond.op === 'term')
    return [{ what: `negated: ${sayNode(cond)}`, cond: { op: 'not', of: cond } }, ...(cond.op === 'test' ? inTest(cond, catalogue) : [])];
  const inKids = cond.of.flatMap((kid, i) =>
    mutantsOf(kid, catalogue).map((m) => ({ ...m, cond: { ...cond, of: cond.of.map((k, j) => (j === i ? m.cond : k)) } })),
  );
  return [...inGroup(cond), ...inKids];
};
