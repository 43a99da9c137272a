import { describe, expect, it } from 'vitest';
import { type SeverityView, suggestSeverity } from './severity.ts';

const quiet: SeverityView = { facts: {}, parked: [], places: { symptoms: 0, unknown: 0 }, branches: {}, reported: true };
const settled = {
  personalDataInvolved: false,
  personalInfoInvolved: false,
  confidentialInfoLeak: false,
  moneyLoss: false,
  outsideHarm: false,
  serviceDown: false,
  attackType: ['malware'],
} as const;
const levelOf = (view: Partial<SeverityView>): string => suggestSeverity({ ...quiet, ...view }).level;

describe('the severity that is proposed [ROOM-02]', () => {
  it('is L0 while nothing was reported, L1 where everything above is settled as absent', () => {
    expect(levelOf({ reported: false })).toBe('L0');
    expect(levelOf({ facts: settled, branches: { 'P-01.B1': 'no' } })).toBe('L1');
  });

  it('is raised by one level by what is not known, and says by what', () => {
    expect(suggestSeverity(quiet)).toMatchObject({ level: 'L2', raised: true });
    expect(levelOf({ facts: { ...settled, serviceDown: true } })).toBe('L3');
    expect(levelOf({ facts: { ...settled, serviceDown: true }, branches: { 'P-01.B1': 'no' } })).toBe('L2');
    expect(levelOf({ facts: { serviceDown: true } })).toBe('L3');
  });

  it('reaches L4 by a fact or by an asked question that nobody can answer, never by silence', () => {
    expect(levelOf({ facts: { personalDataInvolved: true } })).toBe('L3');
    expect(levelOf({ facts: { personalDataInvolved: true }, parked: ['subjectsMax'] })).toBe('L4');
    expect(levelOf({ facts: { subjectsMax: 999 } })).not.toBe('L4');
    expect(levelOf({ facts: { subjectsMax: 1000 } })).toBe('L4');
    expect(levelOf({ facts: { subjectsMax: { min: 1 }, subjects: { min: 2000 } } })).toBe('L4');
    expect(levelOf({ facts: { attackType: { has: ['ransomware'] } } })).toBe('L4');
  });

  it('takes several departments from the sweep or from the plan', () => {
    const facts = { ...settled };
    expect(levelOf({ facts, places: { symptoms: 2, unknown: 0 } })).toBe('L3');
    expect(levelOf({ facts, branches: { 'P-01.B1': 'yes' } })).toBe('L3');
    expect(levelOf({ facts, branches: { 'P-01.B1': 'unknown' } })).toBe('L2');
    expect(levelOf({ facts, places: { symptoms: 1, unknown: 3 } })).toBe('L2');
    expect(levelOf({ facts: { ...facts, serviceDown: true }, branches: { 'P-01.B1': 'unknown' } })).toBe('L3');
  });
});
