import { describe, expect, it } from 'vitest';
import { knowledge } from '../../../test/support/knowledge.ts';
import { incidentLog, linkAll, openDevice, reported } from '../../../test/support/pens.ts';
import { foldIncident } from '../log/fold-incident.ts';
import { pictureOf } from '../log/picture.ts';
import type { Saying } from '../log/kinds.ts';
import { type SeverityView, severityViewOf, suggestSeverity } from './severity.ts';
import { levelSet } from './severity-scale.ts';

const { signs } = knowledge.severity;
const seen = (symptoms: number, unknown: number) => ({ symptoms, unknown, undisputed: { symptoms, unknown } });

const quiet: SeverityView = { facts: {}, rivals: [], parked: [], places: seen(0, 0), branches: {}, reported: true };
const settled = {
  personalDataInvolved: false,
  personalInfoInvolved: false,
  confidentialInfoLeak: false,
  moneyLoss: false,
  outsideHarm: false,
  serviceDown: false,
  attackType: ['malware'],
} as const;
const levelOf = (view: Partial<SeverityView>): string => suggestSeverity(signs, { ...quiet, ...view }).level;

describe('the severity that is proposed [ROOM-02]', () => {
  it('is L0 while nothing was reported, L1 where everything above is settled as absent', () => {
    expect(levelOf({ reported: false })).toBe('L0');
    expect(levelOf({ facts: settled, branches: { 'P-01.B1': ['no'] } })).toBe('L1');
  });

  it('is raised by one level by what is not known, and says by what', () => {
    expect(suggestSeverity(signs, quiet)).toMatchObject({ level: 'L2', raised: true });
    expect(levelOf({ facts: { ...settled, serviceDown: true } })).toBe('L3');
    expect(levelOf({ facts: { ...settled, serviceDown: true }, branches: { 'P-01.B1': ['no'] } })).toBe('L2');
    expect(levelOf({ facts: { serviceDown: true } })).toBe('L3');
  });

  it('reaches L4 by a fact or by an asked question that nobody can answer, never by silence', () => {
    expect(levelOf({ facts: { personalDataInvolved: true } })).toBe('L3');
    expect(levelOf({ facts: { personalDataInvolved: true }, parked: ['subjectsMax'] })).toBe('L4');
    expect(levelOf({ facts: { subjectsMax: 999 } })).not.toBe('L4');
    expect(levelOf({ facts: { subjectsMax: 1000 } })).toBe('L4');
    expect(levelOf({ facts: { subjectsMax: { min: 1 }, subjects: { min: 2000 } } })).toBe('L4');
    expect(levelOf({ facts: { attackType: { has: ['ransomware'] } } })).toBe('L4');
    expect(levelOf({ facts: { ...settled, extortionDemand: true } })).toBe('L4');
    expect(levelOf({ facts: { ...settled, lifelinesAffected: true } })).toBe('L4');
  });

  it('takes several departments from the sweep or from the plan', () => {
    const facts = { ...settled };
    expect(levelOf({ facts, places: seen(2, 0) })).toBe('L3');
    expect(levelOf({ facts, branches: { 'P-01.B1': ['yes'] } })).toBe('L3');
    expect(levelOf({ facts, branches: { 'P-01.B1': ['unknown'] } })).toBe('L2');
    expect(levelOf({ facts, places: seen(1, 3) })).toBe('L2');
    expect(levelOf({ facts: { ...facts, serviceDown: true }, branches: { 'P-01.B1': ['unknown'] } })).toBe('L3');
  });

  const log = incidentLog(96);
  const place = '019ac000-0000-7000-8000-00000000000d';
  /** Two people who have not seen each other. */
  const apart = (before: readonly Saying[], one: Saying, other: Saying) => {
    const [a, b] = [openDevice(96), openDevice(97)];
    const first = [reported, ...before].map((saying) => a.say(log, saying as Saying));
    const base = linkAll(log, first).at(-1)?.link.chain ?? null;
    const incident = foldIncident(log, linkAll(log, [...first, a.say(log, one, base), b.say(log, other, base)]));
    return suggestSeverity(signs, severityViewOf(incident, pictureOf(incident), knowledge.implications));
  };
  const recorded = (facts: Record<string, boolean>): Saying => ({ kind: 'facts.recorded', body: { facts } });

  it('takes the more severe of what people said apart, whoever spoke last, and says that it is disputed', () => {
    const calm = recorded(Object.fromEntries(Object.entries(settled).filter(([, v]) => v === false)) as Record<string, boolean>);
    const branch = (answer: 'yes' | 'no'): Saying => ({ kind: 'branch.answered', body: { branch: 'P-01.B1', answer } });
    for (const [one, other] of [['yes', 'no'] as const, ['no', 'yes'] as const])
      expect(apart([calm], branch(one), branch(other))).toMatchObject({ level: 'L3', reasons: [{ why: 'fact', disputed: true }] });
    const asked = (id: string, state: 'symptoms' | 'none'): Saying => ({ kind: 'place.asked', body: { place: id, state } });
    const second = '019ac000-0000-7000-8000-00000000000e';
    for (const [one, other] of [['symptoms', 'none'] as const, ['none', 'symptoms'] as const])
      expect(apart([calm, asked(second, 'symptoms')], asked(place, one), asked(place, other))).toMatchObject({
        level: 'L3',
        reasons: [{ disputed: true }],
      });
    expect(apart([calm], recorded({ moneyLoss: true }), recorded({ moneyLoss: false }))).toMatchObject({
      level: 'L3',
      reasons: [{ text: { ja: 'お金の被害がある' }, disputed: true, ask: ['moneyLoss'] }],
    });
  });

  it('holds the gravest of the levels that people set apart until somebody decides', () => {
    for (const levels of [['L1', 'L3'] as const, ['L3', 'L1'] as const]) {
      const [a, b] = [openDevice(98), openDevice(99)];
      const records = linkAll(log, [
        a.say(log, reported),
        ...[a, b].map((device, i) => device.say(log, { kind: 'severity.set', body: { level: levels[i] as 'L1' } })),
      ]);
      expect(levelSet(foldIncident(log, records).severity)?.value.level).toBe('L3');
    }
  });

  it('names the question behind every sign that nobody settled, and every such question can be asked', () => {
    const { reasons, open } = suggestSeverity(signs, quiet);
    const asks = [...reasons, ...open].flatMap((r) => r.ask);
    expect(asks).toEqual(expect.arrayContaining(['extortionDemand', 'lifelinesAffected', 'serviceDown', 'moneyLoss']));
    expect(asks.filter((fact) => !knowledge.facts.some((def) => def.id === fact && !def.reserved))).toEqual([]);
  });
});
