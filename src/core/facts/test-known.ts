import type { Rel } from '../obligations/rule.ts';
import type { Known } from './fact.ts';
import type { Tri } from './tri.ts';

type Shape = {
  readonly in?: readonly string[];
  readonly has?: readonly string[];
  readonly not?: readonly string[];
  readonly min?: number;
  readonly max?: number;
};

const share = (hits: number, total: number): Tri => (hits === 0 ? 0 : hits === total ? 2 : 1);

/**
 * Does what is known of a fact satisfy one test of a rule? Yes if every value still possible satisfies it, no if none
 * does, else cannot tell. Nothing known (undefined) is always "cannot tell", never no.
 */
export const testKnown = (known: Known | undefined, rel: Rel, value: unknown): Tri => {
  if (known === undefined) return 1;
  if (rel === 'is') return known === value ? 2 : 0;
  const shape = known as Shape;
  if (rel === 'in') {
    const wanted = value as readonly string[];
    const possible = typeof known === 'string' ? [known] : (shape.in ?? []);
    return possible.length === 0 ? 1 : share(possible.filter((v) => wanted.includes(v)).length, possible.length);
  }
  if (rel === 'has') {
    if (Array.isArray(known)) return known.includes(value as string) ? 2 : 0;
    return shape.has?.includes(value as string) ? 2 : shape.not?.includes(value as string) ? 0 : 1;
  }
  const limit = value as number;
  const least = typeof known === 'number' ? known : (shape.min ?? Number.NEGATIVE_INFINITY);
  const most = typeof known === 'number' ? known : (shape.max ?? Number.POSITIVE_INFINITY);
  const holds = (n: number): boolean => (rel === '>' ? n > limit : rel === '>=' ? n >= limit : rel === '<' ? n < limit : n <= limit);
  return holds(least) ? (holds(most) ? 2 : 1) : holds(most) ? 1 : 0;
};
