import { describe, expect, it } from 'vitest';
import { assess, type Facts, readFacts } from '../../src/core/index.ts';
import { knowledge } from '../support/knowledge.ts';

const assessRaw = (raw: Record<string, unknown>) => {
  const { facts, problems } = readFacts(knowledge.facts, raw);
  expect(problems).toEqual([]);
  return assess(knowledge, { facts: facts as Facts });
};

const stageOf = (raw: Record<string, unknown>, rule: string, stage: string) => {
  const found = assessRaw(raw).obligations.find((o) => o.rule.id === rule);
  return found?.stages.find((s) => s.id === stage);
};

const bank = { sector: ['bank'], insiderCrime: true };
const crypto = { sector: ['otherFinancial'], financialBusiness: ['cryptoAsset'], cryptoOutflow: true };
const failed = { sector: ['bank'], systemFailure: true, serviceDown: true, failoverNoEffect: false };
const secrecy = { sector: ['telecom'], secrecyOfCommunicationsLeaked: true };
const railway = { sector: ['railway'], exceptionalDisruption: true, trainsCancelledOrDelayed: true, occurredAt: '2026-12-20' };
const designated = {
  specialInfraOperator: true,
  onSpecifiedImportantComputer: true,
  specifiedUnauthorizedAct: true,
  importantComputerHarmed: true,
};
const power = { sector: ['electricity'], electricAccident: ['supplyMedium'], knownAt: '2026-12-05T10:00+09:00' };
const gas = {
  sector: ['gas'],
  gasAccident: ['supplyStopLarge'],
  occurredAt: '2026-11-28T23:30+09:00',
  knownAt: '2026-11-29T09:00+09:00',
};

/** The worked dates of the sources: target (safe for both ways of counting) and legal latest. */
const worked: readonly (readonly [string, Record<string, unknown>, string, string, string | null, string])[] = [
  ['secrecy leak known on a holiday', { ...secrecy, knownAt: '2026-11-23' }, 'telecom-secrecy-leak', 'final', '2026-12-22', '2026-12-23'],
  ['the same, ending on a weekend', { ...secrecy, knownAt: '2026-11-27' }, 'telecom-secrecy-leak', 'final', '2026-12-25', '2026-12-28'],
  ['the same, ending in the closure', { ...secrecy, knownAt: '2026-12-01' }, 'telecom-secrecy-leak', 'final', '2026-12-28', '2027-01-04'],
  ['electricity, quick report', power, 'electric-accident', 'preliminary', null, '2026-12-06T10:00:00+09:00'],
  ['electricity, written report', power, 'electric-accident', 'final', '2026-12-28', '2027-01-04'],
  ['gas, quick report from the occurrence', gas, 'gas-accident', 'preliminary', null, '2026-11-29T23:30:00+09:00'],
  ['gas, detailed report from the occurrence', gas, 'gas-accident', 'final', '2026-12-25', '2026-12-28'],
  ['railway, exceptional disruption', { ...railway, knownAt: '2026-12-20' }, 'railway-disruption', 'final', '2026-12-28', '2027-01-04'],
  ['railway, monthly list', { ...railway, knownAt: '2026-12-20' }, 'railway-disruption.monthly-list', 'notice', '2027-01-19', '2027-01-20'],
  ['bank misconduct', { ...bank, knownAt: '2026-12-04' }, 'fin-misconduct', 'final', '2026-12-28', '2027-01-04'],
  ['crypto outflow', { ...crypto, knownAt: '2026-12-18' }, 'fin-misconduct', 'final', '2026-12-28', '2027-01-04'],
  ['report under Act 42', { ...designated, recognisedAt: '2026-12-02' }, 'acd-special-infra-report', 'final', '2026-12-28', '2027-01-04'],
  ['status of a failure', { ...failed, knownAt: '2026-11-23' }, 'fin-system-incident', 'interim', '2026-12-22', '2026-12-23'],
  [
    'status, in a month without that day',
    { ...failed, knownAt: '2027-01-31' },
    'fin-system-incident',
    'interim',
    '2027-02-26',
    '2027-02-28',
  ],
];

describe('dates under the laws of a trade', () => {
  it.each(worked)('%s [L-03]', (_, raw, rule, stage, target, latest) => {
    expect(stageOf(raw, rule, stage)).toMatchObject({ target, latest });
  });

  it('counts from the moment of noticing while it is not stated when it happened, says that this is the latest it can be, and asks [A-20]', () => {
    const { occurredAt, ...unsaid } = gas;
    expect(stageOf(unsaid, 'gas-accident', 'preliminary')).toMatchObject({ assumed: true, latest: '2026-11-30T09:00:00+09:00' });
    expect(stageOf(unsaid, 'gas-accident', 'preliminary')?.steps[0]?.ja).toContain('起きた時は、これより前');
    expect(assessRaw(unsaid).questions[0]?.fact).toBe('occurredAt');
    expect(assessRaw({ ...unsaid, occurredAt }).questions.map((q) => q.fact)).not.toContain('occurredAt');
  });

  it('never takes an occurrence for a moment of noticing [A-20]', () => {
    const leak = { eventType: ['leak'], occurred: true, personalDataInvolved: true, sensitiveInfo: true, occurredAt: '2026-11-01' };
    expect(stageOf(leak, 'appi-ppc-report', 'final')).toMatchObject({ start: null, latest: null });
  });

  it('shows a target beside a word of the law that has no number [A-21]', () => {
    const shop = {
      sector: ['cardMerchant'],
      cardDataInvolved: true,
      eventType: ['leak'],
      occurred: true,
      knownAt: '2026-11-23T10:00+09:00',
    };
    expect(stageOf(shop, 'card-acquirer-notice', 'notice')).toMatchObject({ latest: null, target: '2026-11-24T10:00:00+09:00' });
  });

  it('calls no limit of an unread text the legal latest [L-04]', () => {
    const strength = (raw: object) => stageOf({ ...failed, ...raw, knownAt: '2026-11-23' }, 'fin-system-incident', 'interim')?.strength;
    expect(strength({})).toBe('unconfirmed');
    expect(strength({ sector: ['otherFinancial'], financialBusiness: ['fundTransfer'] })).toBe('guideline');
  });

  it('keeps every duty of a trade open while the trade is not known [L-05]', () => {
    const sectors = new Set(['jp.finance', 'jp.telecom', 'jp.broadcast', 'jp.energy', 'jp.medical', 'jp.mlit']);
    const { obligations } = assessRaw({ knownAt: '2026-11-23' });
    const closed = obligations.filter((o) => sectors.has(o.rule.instrument) && o.applies === 'no').map((o) => o.rule.id);
    expect(closed).toEqual([]);
  });
});
