import { describe, expect, it } from 'vitest';
import { makeBddStore } from './bdd.ts';

describe('makeBddStore', () => {
  it('gives equal functions the same number', () => {
    const s = makeBddStore();
    const [a, b, c] = [s.variable('a'), s.variable('b'), s.variable('c')];
    expect(s.not(s.and(a, b))).toBe(s.or(s.not(a), s.not(b)));
    expect(s.and(a, s.or(b, c))).toBe(s.or(s.and(a, b), s.and(a, c)));
    expect(s.or(a, s.not(a))).toBe(1);
    expect(s.and(a, s.not(a))).toBe(0);
    expect(s.xor(a, b)).toBe(s.and(s.or(a, b), s.not(s.and(a, b))));
    expect(s.implies(a, b)).toBe(s.or(s.not(a), b));
  });

  it('fixes variables and finds a witness', () => {
    const s = makeBddStore();
    const [a, b, c] = [s.variable('a'), s.variable('b'), s.variable('c')];
    const f = s.or(s.and(a, b), s.and(s.not(a), c));
    expect(s.restrict(f, new Map([['a', true]]))).toBe(b);
    expect(
      s.restrict(
        f,
        new Map([
          ['a', false],
          ['c', true],
        ]),
      ),
    ).toBe(1);
    const found = s.witness(s.and(f, s.not(b)));
    expect(s.restrict(f, new Map([...(found ?? []), ['b', false]]))).toBe(1);
    expect(s.witness(0)).toBeUndefined();
  });

  it('agrees with truth tables on every function of three variables built from random trees', () => {
    const s = makeBddStore();
    const vars = ['x', 'y', 'z'];
    let seed = 7;
    const next = (n: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % n;
    };
    type Tree = { f: number; eval: (row: number) => boolean };
    const leaf = (): Tree => {
      const i = next(3);
      return { f: s.variable(vars[i] as string), eval: (row) => ((row >> i) & 1) === 1 };
    };
    const grow = (depth: number): Tree => {
      if (depth === 0) return leaf();
      const [p, q] = [grow(depth - 1), grow(depth - 1)];
      const kind = next(3);
      if (kind === 0) return { f: s.and(p.f, q.f), eval: (row) => p.eval(row) && q.eval(row) };
      if (kind === 1) return { f: s.or(p.f, q.f), eval: (row) => p.eval(row) || q.eval(row) };
      return { f: s.not(p.f), eval: (row) => !p.eval(row) };
    };
    for (let i = 0; i < 200; i += 1) {
      const tree = grow(4);
      for (let row = 0; row < 8; row += 1) {
        const fixed = new Map(vars.map((v, bit) => [v, ((row >> bit) & 1) === 1]));
        expect(s.restrict(tree.f, fixed)).toBe(tree.eval(row) ? 1 : 0);
      }
    }
  });
});
