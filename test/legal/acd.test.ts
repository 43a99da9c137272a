import { describe, expect, it } from 'vitest';
import { assess, type Facts } from '../../src/core/index.ts';
import { knowledge } from '../support/knowledge.ts';

const operator: Facts = { specialInfraOperator: true, onSpecifiedImportantComputer: true, knownAt: '2026-11-02' };

const report = (facts: Facts) => {
  const found = assess(knowledge, { facts: { ...operator, ...facts } }).obligations.find((o) => o.rule.id === 'acd-special-infra-report');
  if (!found) throw new Error('no rule');
  return found;
};

const harmed: Facts = { attackType: ['ransomware'], importantComputerHarmed: true, designationGraceConfirmed: false };

describe('the report of designated operators', () => {
  it('applies since 1 October 2026, and a flood of traffic counts as an unauthorised act [ACD-01]', () => {
    expect(report({ ...harmed, attackType: ['ddos'] }).applies).toBe('yes');
    expect(report({ ...harmed, knownAt: '2026-09-30' })).toMatchObject({ applies: 'no', inForce: false });
    expect(report({ ...harmed, specialInfraOperator: false }).applies).toBe('no');
  });

  it('stays open for a possible sign, since the list was not read [ACD-02]', () => {
    const open = report({ attackType: ['malware'], importantComputerHarmed: false, designationGraceConfirmed: false });
    expect([open.applies, open.missing]).toEqual(['unknown', ['prescribedPrecursor']]);
  });

  it('is taken as needed until the ministry confirmed the grace [ACD-03]', () => {
    const { designationGraceConfirmed, ...open } = harmed;
    expect(report(open)).toMatchObject({ applies: 'unknown', presumed: true });
    expect(report({ ...open, designationGraceConfirmed: true }).applies).toBe('no');
  });

  it('counts thirty days without the day of recognition, with a target safe both ways [ACD-04]', () => {
    const final = (recognisedAt: string) => report({ ...harmed, recognisedAt, knownAt: recognisedAt }).stages.find((s) => s.id === 'final');
    expect(final('2026-11-02')).toMatchObject({ target: '2026-12-01', latest: '2026-12-02', strength: 'statutory' });
    expect(final('2026-12-02')?.latest).toBe('2027-01-04');
    expect(report(harmed).stages.find((s) => s.id === 'preliminary')?.latest).toBeNull();
  });

  it('offers the common form of the attack here and to the police, with the other forms left out [ACD-05]', () => {
    expect(report(harmed).commonForms.map((f) => [f.id, f.certain])).toEqual([['F-05.ransomware', true]]);
    const police = assess(knowledge, { facts: { ...operator, ...harmed } }).obligations.find((o) => o.rule.id === 'police-consult');
    expect(police?.commonForms.map((f) => f.id)).toEqual(['F-05.ransomware']);
  });
});
