import { describe, expect, it } from 'vitest';
import { knowledge } from '../../../../test/support/knowledge.ts';
import { incidentLog, linkAll, openDevice, reported } from '../../../../test/support/pens.ts';
import { dutiesOf, foldIncident, type Saying } from '../../../core/index.ts';
import { nextDeadline } from './next-deadline.ts';

const log = incidentLog(95);
const facts = {
  eventType: ['leak'],
  personalDataInvolved: true,
  sensitiveInfo: true,
  maliciousAct: false,
  role: 'controller',
  entityType: 'private',
  occurred: true,
  strongProtection: false,
  recoveredUnseen: false,
  knownAt: '2026-11-20T18:30:00+09:00',
};
const next = (now: string, ...sayings: readonly Saying[]) => {
  const device = openDevice(95);
  device.clock.now = Date.parse('2026-11-24T03:00:00Z');
  const all = [reported, { kind: 'facts.recorded', body: { facts } } as const, ...sayings].map((s) => device.say(log, s));
  return nextDeadline(dutiesOf(knowledge, foldIncident(log, linkAll(log, all))), Date.parse(now));
};
const file = (obligation: string, stage: string): Saying => ({
  kind: 'filing.filed',
  body: { obligation, stage, filedAt: '2026-11-21T10:00:00+09:00[Asia/Tokyo]', bundle: '0'.repeat(64) },
});

describe('the next deadline [ROOM-18]', () => {
  it('is needed, with the target before the limit while it is ahead', () => {
    const found = next('2026-11-21T09:00:00+09:00');
    expect(found).toMatchObject({ needed: true, late: false });
    expect(found?.target === undefined || found.target < (found.latest as string)).toBe(true);
  });

  it('says that it is late, and moves on once it was filed', () => {
    const late = next('2026-12-01T09:00:00+09:00');
    expect(late).toMatchObject({ needed: true, late: true });
    const rule = late?.obligation.rule.id as string;
    const gone = next('2026-12-01T09:00:00+09:00', file(rule, late?.stage.id as string));
    expect([gone?.obligation.rule.id, gone?.stage.id]).not.toEqual([rule, late?.stage.id]);
  });

  it('is nothing where nothing is dated', () => {
    const device = openDevice(96);
    expect(nextDeadline(dutiesOf(knowledge, foldIncident(log, linkAll(log, [device.say(log, reported)]))), 0)).toBeUndefined();
  });
});
