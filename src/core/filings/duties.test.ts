import { describe, expect, it } from 'vitest';
import { knowledge } from '../../../test/support/knowledge.ts';
import { incidentLog, linkAll, openDevice, reported } from '../../../test/support/pens.ts';
import type { Json, LogName, Signed } from '../log/entry.ts';
import { foldIncident } from '../log/fold-incident.ts';
import { foldOrganisation } from '../log/fold-organisation.ts';
import { blockersOf, dutiesOf } from './duties.ts';

const log = incidentLog(5);
const card: LogName = 'organisation:00000000-0000-7000-8000-000000000005';
const bundle = '0'.repeat(64);

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

const stand = (say: (device: ReturnType<typeof openDevice>) => readonly Signed[]) => {
  const device = openDevice(51);
  device.clock.now = Date.parse('2026-11-24T03:00:00Z');
  const records = linkAll(log, [device.say(log, reported), device.say(log, { kind: 'facts.recorded', body: { facts } }), ...say(device)]);
  const duties = dutiesOf(knowledge, foldIncident(log, records));
  const ppc = duties.duties.find((d) => d.obligation.rule.id === 'appi-ppc-report');
  const stage = (id: string) => ppc?.stages.find((s) => s.stage.id === id);
  return { duties, ppc, stage, blockers: blockersOf(duties).filter((b) => b.obligation === 'appi-ppc-report') };
};

const file = (device: ReturnType<typeof openDevice>, stage: string, filedAt: string) =>
  device.say(log, { kind: 'filing.filed', body: { obligation: 'appi-ppc-report', stage, filedAt, bundle } });
const waive = (device: ReturnType<typeof openDevice>, stage?: string, decidedOn = '2026-11-24') =>
  device.say(log, {
    kind: 'obligation.waived',
    body: {
      obligation: 'appi-ppc-report',
      ...(stage && { stage }),
      reason: device.words('委託元が報告する').ref,
      decidedBy: device.words('社長').ref,
      decidedOn,
      bundle,
    },
  });

describe('duties on the record', () => {
  it('stand against closing until they are filed or decided against [LOG-15]', () => {
    expect(stand(() => []).blockers).toEqual([
      { obligation: 'appi-ppc-report', stage: 'preliminary', why: 'not-filed' },
      { obligation: 'appi-ppc-report', stage: 'final', why: 'not-filed' },
    ]);
    expect(stand((d) => [file(d, 'preliminary', '2026-11-24T10:00:00+09:00[Asia/Tokyo]')]).blockers).toMatchObject([{ stage: 'final' }]);
    expect(stand((d) => [waive(d)]).blockers).toEqual([]);
    expect(stand((d) => [waive(d, 'final')]).blockers).toMatchObject([{ stage: 'preliminary' }]);
  });

  it('let a filing meet its stage, and start what hangs on it [LOG-15]', () => {
    const { stage, duties } = stand((d) => [file(d, 'preliminary', '2026-11-24T10:00:00+09:00[Asia/Tokyo]')]);
    expect(stage('preliminary')).toMatchObject({ stage: { filed: '2026-11-24T10:00:00+09:00' }, waiverIsOld: false });
    expect(stage('preliminary')?.filing?.value.filedAt).toBe('2026-11-24T10:00:00+09:00[Asia/Tokyo]');
    expect(duties.picture.facts.preliminarySubmittedAt).toBe('2026-11-24T10:00:00+09:00');
  });

  it('closes over no old decision, blind decision, or duty that nobody dated [LOG-09]', () => {
    const record = (d: ReturnType<typeof openDevice>, more: Record<string, number | boolean>) =>
      d.say(log, { kind: 'facts.recorded', body: { facts: more } });
    expect(stand((d) => [waive(d), record(d, { subjectsMax: 20 })]).blockers).toHaveLength(2);
    const other = openDevice(54);
    other.clock.now = Date.parse('2026-11-24T03:00:00Z');
    expect(stand(() => [waive(other)])).toMatchObject({ blockers: [{}, {}] });
    const { knownAt: _unsaid, ...undated } = facts;
    const device = openDevice(55);
    const records = linkAll(log, [device.say(log, reported), device.say(log, { kind: 'facts.recorded', body: { facts: undated } })]);
    expect(blockersOf(dutiesOf(knowledge, foldIncident(log, records)))).toContainEqual({
      obligation: 'appi-ppc-report',
      stage: 'final',
      why: 'undated',
    });
  });

  it('call a decision old when the answer it rested on is taken back [LOG-15]', () => {
    const stage = stand((d) => {
      const answer = d.say(log, { kind: 'facts.recorded', body: { facts: { subjectsMax: 20 } } });
      return [answer, waive(d), d.say(log, { kind: 'entry.withdrawn', body: { withdraws: answer.entry.id } })];
    }).stage('final');
    expect(stage?.waiverIsOld).toBe(true);
  });

  it('take a decision dated ahead for none [LOG-15]', () => {
    expect(stand((d) => [waive(d, undefined, '2099-01-01')]).blockers).toHaveLength(2);
  });

  it('take a filing that lies ahead for a plan, and the first of several for the day it was met [LOG-15]', () => {
    expect(stand((d) => [file(d, 'preliminary', '2027-02-01T10:00:00+09:00')]).stage('preliminary')?.filing).toBeUndefined();
    const twice = stand((d) => [file(d, 'preliminary', '2026-11-23T10:00:00+09:00'), file(d, 'preliminary', '2026-11-24T10:00:00+09:00')]);
    expect(twice.stage('preliminary')?.stage.filed).toBe('2026-11-23T10:00:00+09:00');
  });

  it('count a filing from before anyone knew, say that one of the moments is wrong, and ask before closing [LOG-15]', () => {
    const filedOn = (filedAt: string) => stand((d) => [file(d, 'preliminary', filedAt), waive(d, 'final')]);
    const early = filedOn('2026-11-20T18:00:00+09:00[Asia/Tokyo]');
    expect(early.stage('preliminary')).toMatchObject({ beforeKnown: true, stage: { filed: '2026-11-20T18:00:00+09:00' } });
    expect(early.blockers).toEqual([{ obligation: 'appi-ppc-report', stage: 'preliminary', why: 'before-known' }]);
    expect(filedOn('2026-11-19').blockers).toMatchObject([{ why: 'before-known' }]);
    for (const filedAt of ['2026-11-20', '2026-11-20T18:30:00+09:00[Asia/Tokyo]', '2026-11-21'])
      expect(filedOn(filedAt)).toMatchObject({ blockers: [] });
  });

  it('start no clock by a moment of knowing that had not come when it was said [LOG-25]', () => {
    const device = openDevice(58);
    device.clock.now = Date.parse('2026-11-24T03:00:00Z');
    const ahead = { ...facts, knownAt: '2099-01-01T00:00:00+09:00' };
    const records = linkAll(log, [device.say(log, reported), device.say(log, { kind: 'facts.recorded', body: { facts: ahead } })]);
    expect(dutiesOf(knowledge, foldIncident(log, records)).picture.facts.knownAt).toBeUndefined();
  });

  it('take the answer that a report was filed on a day ahead for a plan: it closes nothing [LOG-15]', () => {
    const answered = (day: string) =>
      stand((d) => [
        d.say(log, { kind: 'facts.recorded', body: { facts: { preliminarySubmittedAt: day, finalSubmittedAt: day } } }),
      ]).blockers.map((b) => b.stage);
    expect(answered('2099-01-01')).toEqual(['preliminary', 'final']);
    expect(answered('2026-11-24')).toEqual([]);
  });

  it('call a decision old once answers changed after it [LOG-15]', () => {
    expect(stand((d) => [waive(d)]).stage('final')?.waiverIsOld).toBe(false);
    const later = stand((d) => [waive(d), d.say(log, { kind: 'facts.recorded', body: { facts: { subjectsMax: 20 } } })]);
    expect(later.stage('final')?.waiverIsOld).toBe(true);
  });

  it('call a decision old once the card of the organisation changed after it, where the incident does not answer itself [DRAFT-21]', () => {
    const decided = Date.parse('2026-11-24T03:00:00Z');
    const stageWith = (changedAt: number, field: Record<string, Json>, takenBack = false) => {
      const [pen, office] = [openDevice(56), openDevice(57)];
      pen.clock.now = decided;
      office.clock.now = changedAt;
      const described = office.say(card, { kind: 'organisation.described', body: { facts: field } });
      const back = takenBack ? [office.say(card, { kind: 'entry.withdrawn', body: { withdraws: described.entry.id } })] : [];
      const records = linkAll(log, [pen.say(log, reported), pen.say(log, { kind: 'facts.recorded', body: { facts } }), waive(pen)]);
      const duties = dutiesOf(knowledge, foldIncident(log, records), foldOrganisation(card, linkAll(card, [described, ...back])));
      const stages = duties.duties.find((d) => d.obligation.rule.id === 'appi-ppc-report')?.stages;
      return {
        old: stages?.some((s) => s.waiverIsOld),
        blocked: blockersOf(duties).some((b) => b.obligation === 'appi-ppc-report'),
      };
    };
    const hour = 3_600_000;
    expect(stageWith(decided - hour, { sector: ['bank'] })).toEqual({ old: false, blocked: false });
    expect(stageWith(decided + hour, { sector: ['bank'] })).toEqual({ old: true, blocked: true });
    expect(stageWith(decided + hour, { sector: ['bank'] }, true)).toEqual({ old: true, blocked: true });
    // What the incident answers itself stands before the card.
    expect(stageWith(decided + hour, { entityType: 'nationalAdmin' })).toEqual({ old: false, blocked: false });
  });

  it('take a name or value that this knowledge lacks as not known, never as no [LOG-15]', () => {
    const device = openDevice(53);
    const newer = { ...facts, entityType: 'spaceAgency', colour: true };
    const records = linkAll(log, [
      device.say(log, reported),
      device.say(log, { kind: 'facts.recorded', body: { facts: newer, learned: { colour: '2026-11-20' } } }),
    ]);
    const duties = dutiesOf(knowledge, foldIncident(log, records));
    expect(duties.ignored).toEqual(['entityType.spaceAgency', 'colour', 'learned.colour']);
    expect(duties.duties.find((d) => d.obligation.rule.id === 'appi-ppc-report')?.obligation.applies).toBe('unknown');
  });

  it('keep a duty that only an exclusion could lift in the way of closing [LOG-09]', () => {
    const device = openDevice(52);
    const open = { ...facts, strongProtection: null };
    const records = linkAll(log, [device.say(log, reported), device.say(log, { kind: 'facts.recorded', body: { facts: open } })]);
    const blockers = blockersOf(dutiesOf(knowledge, foldIncident(log, records)));
    expect(blockers.some((b) => b.obligation === 'appi-ppc-report')).toBe(true);
    const nothing = linkAll(log, [device.say(log, reported)]);
    expect(blockersOf(dutiesOf(knowledge, foldIncident(log, nothing)))).toContainEqual({ obligation: 'appi-ppc-report', why: 'undecided' });
  });
});
