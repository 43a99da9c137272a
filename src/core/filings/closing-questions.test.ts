import { describe, expect, it } from 'vitest';
import { knowledge } from '../../../test/support/knowledge.ts';
import { incidentLog, linkAll, openDevice, reported } from '../../../test/support/pens.ts';
import type { Json } from '../log/entry.ts';
import { foldIncident } from '../log/fold-incident.ts';
import { closingQuestions } from './closing-questions.ts';
import { blockersOf, dutiesOf } from './duties.ts';

const log = incidentLog(61);

const withAnswers = (facts: Readonly<Record<string, Json>>) => {
  const device = openDevice(61);
  device.clock.now = Date.parse('2026-11-24T03:00:00Z');
  const records = linkAll(log, [device.say(log, reported), device.say(log, { kind: 'facts.recorded', body: { facts } })]);
  return dutiesOf(knowledge, foldIncident(log, records));
};

/** A way to answer that takes nothing on: what can be "no" is no, lists are empty. */
const calm = (fact: string): Json => {
  const def = knowledge.facts.find((d) => d.id === fact);
  if (def?.kind === 'yes-no') return false;
  if (def?.kind === 'some-of') return [];
  if (def?.kind === 'number') return 0;
  return (def?.values?.at(-1)?.id ?? null) as Json;
};

describe('the questions that stand against closing [ROOM-27]', () => {
  it('are those of duties that are undecided, and of no other', () => {
    const duties = withAnswers({ knownAt: '2026-11-20' });
    const undecided = blockersOf(duties).flatMap((b) => (b.why === 'undecided' ? [b.obligation] : []));
    const questions = closingQuestions(duties);
    expect(undecided.length).toBeGreaterThan(0);
    for (const { fact, obligations } of questions) {
      expect(obligations.every((id) => undecided.includes(id))).toBe(true);
      expect(duties.duties.find((d) => d.obligation.rule.id === obligations[0])?.obligation.missing).toContain(fact);
    }
    expect(new Set(questions.flatMap((q) => q.obligations))).toEqual(new Set(undecided));
  });

  it('lead to the end one after the other, and are fewer steps than everything that is asked', () => {
    const facts: Record<string, Json> = { knownAt: '2026-11-20' };
    let steps = 0;
    for (; steps < 60; steps++) {
      const [next] = closingQuestions(withAnswers(facts));
      if (!next) break;
      facts[next.fact] = calm(next.fact);
    }
    expect(closingQuestions(withAnswers(facts))).toEqual([]);
    expect(steps).toBeLessThan(withAnswers({ knownAt: '2026-11-20' }).assessment.questions.length);
  });
});
