import { assess, type Facts, type FactId, type Known } from '../../src/core/index.ts';
import { knowledge } from '../support/knowledge.ts';
import { randomFrom } from '../support/random.ts';
import { randomPicture } from './core-turn.ts';
import type { Figure } from './measure.ts';

const profile = new Set(knowledge.facts.filter((f) => f.profile).map((f) => f.id));
const settledIn = (facts: Facts): number => assess(knowledge, { facts }).obligations.filter((o) => o.applies !== 'unknown').length;
const known = (facts: Facts, keep: (id: FactId) => boolean): Facts => Object.fromEntries(Object.entries(facts).filter(([id]) => keep(id)));

/** Answers the first question of each turn with the truth, n times; what the truth does not hold is parked. */
const answer = (truth: Facts, start: Facts, n: number): Facts => {
  let facts: Facts = start;
  const parked: FactId[] = [];
  for (let i = 0; i < n; i += 1) {
    const next = assess(knowledge, { facts, parked }).questions[0]?.fact;
    if (!next) break;
    const told: Known | undefined = truth[next];
    if (told === undefined) parked.push(next);
    else facts = { ...facts, [next]: told };
  }
  return facts;
};

/** Duties settled by the first answers, over hidden incidents drawn from the whole catalogue. */
export const questionFigures = (): readonly Figure[] => {
  const r = randomFrom(7);
  const truths = Array.from({ length: 40 }, () => ({ ...randomPicture(r, 1), knownAt: '2026-11-24T09:00+09:00' }));
  const mean = (of: (truth: Facts) => number): number => truths.reduce((sum, t) => sum + of(t), 0) / truths.length;
  const start = { knownAt: '2026-11-24T09:00+09:00' };
  const all = knowledge.base.rules.length;
  const withProfile = (truth: Facts): Facts => known(truth, (id) => profile.has(id) || id === 'knownAt');
  return [
    {
      what: `duties settled of ${all}, nothing known before, after 5 answers`,
      value: mean((t) => settledIn(answer(t, start, 5))),
      unit: 'mean',
    },
    {
      what: `duties settled of ${all}, nothing known before, after 10 answers`,
      value: mean((t) => settledIn(answer(t, start, 10))),
      unit: 'mean',
    },
    {
      what: `duties settled of ${all}, profile (${profile.size} facts) known, before any answer`,
      value: mean((t) => settledIn(withProfile(t))),
      unit: 'mean',
    },
    {
      what: `duties settled of ${all}, profile known, after 5 answers`,
      value: mean((t) => settledIn(answer(t, withProfile(t), 5))),
      unit: 'mean',
    },
  ];
};
