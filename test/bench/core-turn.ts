import { ask, assess, closeFacts, decide, type FactDef, type Facts, type Known, lawAt } from '../../src/core/index.ts';
import { knowledge } from '../support/knowledge.ts';
import { randomFrom, type Random } from '../support/random.ts';
import { type Figure, percentile, timeRuns } from './measure.ts';

const law = lawAt(knowledge.base, '2026-11-24');

const valueFor = (r: Random, def: FactDef): Known | undefined => {
  if (def.kind === 'yes-no') return r.chance(0.5);
  if (def.kind === 'one-of') return r.pick(def.values ?? []).id;
  if (def.kind === 'some-of') return (def.values ?? []).filter(() => r.chance(0.2)).map((v) => v.id);
  if (def.kind === 'number') return r.pick([0, 50, 100, 101, 1000, 1001, 20_000]);
  return undefined;
};

/** A random picture in which a share of the catalogue is known. */
export const randomPicture = (r: Random, share: number): Facts =>
  Object.fromEntries(
    knowledge.facts.flatMap((def) => {
      const known = r.chance(share) ? valueFor(r, def) : undefined;
      return known === undefined ? [] : [[def.id, known]];
    }),
  );

/** All rules decided with their explanation, all questions ranked. */
const turn = (facts: Facts): void => {
  const closed = closeFacts(facts, knowledge.implications);
  ask(knowledge.facts, knowledge.implications, closed.facts, decide(law, closed.facts));
};

/** Turns at the rules of the seed, with a third known and with nothing known; and the same with dates and words. */
export const coreTurnFigures = (): readonly Figure[] => {
  const r = randomFrom(7);
  const pictures = Array.from({ length: 400 }, () => randomPicture(r, 0.35));
  const known = timeRuns((i) => turn(pictures[i % pictures.length] as Facts), 2000);
  const nothing = timeRuns(() => turn({}), 500);
  const whole = timeRuns((i) => assess(knowledge, { facts: { knownAt: '2026-11-24T09:00+09:00', ...pictures[i % pictures.length] } }), 500);
  return [
    {
      what: `whole turn, ${knowledge.base.rules.length} rules, a third known, p50`,
      value: percentile(known, 0.5),
      unit: 'ms',
      bar: '< 0.5',
    },
    { what: 'whole turn, a third known, p99', value: percentile(known, 0.99), unit: 'ms', bar: '< 5' },
    { what: 'whole turn, nothing known, p50', value: percentile(nothing, 0.5), unit: 'ms', bar: '< 20' },
    { what: 'assessment with dates, sentences and questions, p50', value: percentile(whole, 0.5), unit: 'ms' },
    { what: 'assessment with dates, sentences and questions, p99', value: percentile(whole, 0.99), unit: 'ms' },
  ];
};
