import { describe, expect, it } from 'vitest';
import {
  ask,
  carriers,
  type Cond,
  type Convention,
  conditionOf,
  countFrom,
  decide,
  evaluate,
  type Facts,
  factsOf,
  type Law,
  type Moment,
  readMoment,
  type Rule,
  since,
  triOf,
  type Why,
} from '../../src/core/index.ts';
import { randomFrom, type Random } from '../support/random.ts';
import { blur, defs, randomFacts, randomRule } from '../support/random-law.ts';

const seed = 7;
const cases = 20_000;

/** Runs one property on seeded random rules and pictures. */
const property = (name: string, check: (r: Random) => void): void =>
  it(`${name} (${cases} cases, seed ${seed})`, () => {
    const r = randomFrom(seed);
    for (let i = 0; i < cases; i += 1) check(r);
  });

const lawOf = (rules: readonly Rule[]): Law => ({ on: '2026-01-01', terms: new Map(), rules });

const leavesThatDecide = (why: Why): string[] => (why.cond.op === 'test' ? [why.cond.fact] : carriers(why).flatMap(leavesThatDecide));

const reorder = (r: Random, cond: Cond): Cond =>
  cond.op === 'all' || cond.op === 'any'
    ? { ...cond, of: r.shuffle(cond.of).map((c) => reorder(r, c)) }
    : cond.op === 'not'
      ? { ...cond, of: reorder(r, cond.of) }
      : cond;

const only = (facts: Facts, keep: (id: string) => boolean): Facts => Object.fromEntries(Object.entries(facts).filter(([id]) => keep(id)));

describe('nine properties of the decision core', () => {
  property('a vaguer picture never contradicts a fuller one [R-01]', (r) => {
    const cond = conditionOf(randomRule(r));
    const full = randomFacts(r);
    const vague = triOf(cond, blur(r, full));
    if (vague !== 1) expect(vague).toBe(triOf(cond, full));
  });

  property('complete facts always decide [R-02]', (r) => expect(triOf(conditionOf(randomRule(r)), randomFacts(r))).not.toBe(1));

  property('the explanation has the value of the decision [R-03]', (r) => {
    const cond = conditionOf(randomRule(r));
    const facts = blur(r, randomFacts(r));
    expect(evaluate(cond, facts).v).toBe(triOf(cond, facts));
  });

  property('the order of conditions is irrelevant [R-04]', (r) => {
    const cond = conditionOf(randomRule(r));
    const facts = blur(r, randomFacts(r));
    expect(triOf(reorder(r, cond), facts)).toBe(triOf(cond, facts));
  });

  property('a fact that is not missing cannot move an open answer alone [R-05]', (r) => {
    const rule = randomRule(r);
    const facts = blur(r, randomFacts(r));
    const [decision] = decide(lawOf([rule]), facts);
    if (decision?.why.v !== 1) return;
    const id = r.pick(defs.map((d) => d.id));
    if (decision.missing.includes(id)) return;
    expect(triOf(conditionOf(rule), { ...facts, [id]: facts[id] ?? (randomFacts(r)[id] as never) })).toBe(1);
  });

  property('an open answer always has something to ask [R-06]', (r) => {
    const facts = blur(r, randomFacts(r));
    const decisions = decide(lawOf([randomRule(r)]), facts);
    if (decisions[0]?.why.v === 1) expect(ask(defs, [], facts, decisions).length).toBeGreaterThan(0);
  });

  property('`since` equals a replay of the log, exclusions apart [R-07]', (r) => {
    const cond = conditionOf(randomRule(r));
    const facts = randomFacts(r);
    const why = evaluate(cond, facts);
    if (why.v !== 2) return;
    const learnedAt = Object.fromEntries(defs.map((d) => [d.id, 1 + r.below(9)]));
    const times = [...new Set(Object.values(learnedAt))].sort((a, b) => a - b);
    const replayed = times.find(
      (t) =>
        triOf(
          cond,
          only(facts, (id) => id.startsWith('x') || (learnedAt[id] as number) <= t),
        ) === 2,
    ) as number;
    const read = since(why, (id) => (id.startsWith('x') ? 0 : (learnedAt[id] as number)));
    expect(Math.max(read, times[0] as number)).toBe(replayed);
  });

  property('a later start is never due earlier [R-08]', (r) => {
    const pad = (n: number): string => String(n).padStart(2, '0');
    const day = (): string =>
      `20${22 + r.below(9)}-${pad(1 + r.below(12))}-${pad(1 + r.below(28))}T${pad(r.below(24))}:${pad(r.below(60))}:00+09:00`;
    const n = 1 + r.below(90);
    const how = r.pick<Convention>([
      { unit: 'hours', n },
      { unit: 'hours', n, fullHours: true },
      { unit: 'days', n, firstDay: r.pick(['counts', 'excluded'] as const), roll: 'next-open-day' },
      { unit: 'months', n: 1 + r.below(3), method: r.pick(['civil', 'same-day'] as const), roll: 'none' },
      { unit: 'openDays', n: 1 + r.below(20) },
    ]);
    const calendar = {
      id: 'c',
      label: { ja: '', en: '' },
      weekend: [6, 7],
      yearly: { '01-01': { ja: '元日', en: 'New Year' } },
      days: {},
      from: '2022-01-01',
      officialTo: '2031-12-31',
      knownTo: '2031-12-31',
      sources: [],
    };
    const [early, late] = [day(), day()].sort() as [string, string];
    const limit = (start: string): number =>
      Date.parse(countFrom(readMoment(start) as Moment, how, calendar, 'Asia/Tokyo')?.latest as string);
    expect(limit(late)).toBeGreaterThanOrEqual(limit(early));
  });

  property('the facts named by the reason settle the same answer alone [R-09]', (r) => {
    const cond = conditionOf(randomRule(r));
    const facts = blur(r, randomFacts(r));
    const why = evaluate(cond, facts);
    if (why.v === 1) return;
    const named = new Set(leavesThatDecide(why));
    expect([...named].every((f) => factsOf(cond).has(f))).toBe(true);
    expect(
      triOf(
        cond,
        only(facts, (id) => named.has(id)),
      ),
    ).toBe(why.v);
  });
});
