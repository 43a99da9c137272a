import type { Cond, FactDef, Facts, Known, Rule } from '../../src/core/index.ts';
import type { Random } from './random.ts';

const text = { ja: '試験', en: 'test' };
const values = ['a', 'b', 'c'].map((id) => ({ id, label: text }));
const base = { question: text, who: 'it', effort: 1, group: 'g' } as const;

/** Facts of every kind; those starting with `x` are used in exclusions only. */
export const defs: readonly FactDef[] = [
  ...['b0', 'b1', 'b2', 'b3', 'x0', 'x1'].map((id): FactDef => ({ id, kind: 'yes-no', ...base })),
  ...['o0', 'o1', 'x2'].map((id): FactDef => ({ id, kind: 'one-of', values, ...base })),
  ...['s0', 's1'].map((id): FactDef => ({ id, kind: 'some-of', values, ...base })),
  ...['n0', 'n1'].map((id): FactDef => ({ id, kind: 'number', ...base })),
];

const leaf = (r: Random, excluding: boolean): Cond => {
  const def = r.pick(defs.filter((d) => d.id.startsWith('x') === excluding));
  if (def.kind === 'yes-no') return { op: 'test', fact: def.id, rel: 'is', value: true };
  if (def.kind === 'one-of') return { op: 'test', fact: def.id, rel: 'in', value: r.shuffle(['a', 'b', 'c']).slice(0, 1 + r.below(2)) };
  if (def.kind === 'some-of') return { op: 'test', fact: def.id, rel: 'has', value: r.pick(['a', 'b', 'c']) };
  return { op: 'test', fact: def.id, rel: r.pick(['>', '>=', '<', '<='] as const), value: r.pick([10, 100, 1000]) };
};

const condition = (r: Random, depth: number, excluding: boolean): Cond => {
  if (depth === 0 || r.chance(0.2)) return r.chance(0.12) ? { op: 'not', of: leaf(r, excluding) } : leaf(r, excluding);
  const of = Array.from({ length: 2 + r.below(2) }, () => condition(r, depth - 1, excluding));
  const group: Cond = { op: r.pick(['all', 'any'] as const), of };
  return !excluding && r.chance(0.2) ? { op: 'all', of: [group, { op: 'not', unless: true, of: condition(r, 1, true) }] } : group;
};

export const randomRule = (r: Random, id = 'rule'): Rule => ({
  id,
  instrument: 'test',
  label: text,
  level: 'mandatory',
  cite: '1',
  from: '2020-01-01',
  calendar: 'none',
  zone: 'Asia/Tokyo',
  recipients: [],
  when: condition(r, 3, false),
  ...(r.chance(0.4) && { unless: condition(r, 1, true) }),
  stages: [],
  sources: [],
  how: text,
  caveats: [],
});

const randomValue = (r: Random, def: FactDef): Known => {
  if (def.kind === 'yes-no') return r.chance(0.5);
  if (def.kind === 'one-of') return r.pick(['a', 'b', 'c']);
  if (def.kind === 'some-of') return ['a', 'b', 'c'].filter(() => r.chance(0.5));
  return r.pick([0, 9, 10, 11, 99, 100, 101, 999, 1000, 1001, 50_000]);
};

/** A complete picture: every fact answered. */
export const randomFacts = (r: Random): Facts => Object.fromEntries(defs.map((d) => [d.id, randomValue(r, d)]));

const vaguer = (r: Random, known: Known): Known | undefined => {
  if (r.chance(0.4)) return undefined;
  if (r.chance(0.6)) return known;
  if (typeof known === 'string') return { in: [...new Set([known, r.pick(['a', 'b', 'c'])])] };
  if (typeof known === 'number')
    return { ...(r.chance(0.7) && { min: Math.max(0, known - r.below(200)) }), ...(r.chance(0.7) && { max: known + r.below(200) }) };
  if (Array.isArray(known))
    return { has: known.filter(() => r.chance(0.6)), not: ['a', 'b', 'c'].filter((m) => !known.includes(m) && r.chance(0.6)) };
  return known;
};

/** The same incident seen less clearly: facts missing, ranges instead of numbers, open sets instead of whole ones. */
export const blur = (r: Random, facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([id, known]) => {
      const seen = vaguer(r, known);
      return seen === undefined ? [] : [[id, seen]];
    }),
  );
