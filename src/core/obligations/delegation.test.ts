import { describe, expect, it } from 'vitest';
import type { Facts } from '../facts/fact.ts';
import { type Delegation, delegate } from './delegation.ts';

const text = (word: string) => ({ ja: word, en: word });
const source = { text: '見本', readOn: '2026-11-23', checked: null, grade: 'P' as const };
const trade = { label: text('業種'), why: text('委任'), from: '2024-04-01', until: '2027-03-31', source };

const sample: Delegation = {
  id: 'sample',
  label: text('委任'),
  rules: ['report'],
  by: { trade: 'sector', owner: 'dataOwner', listed: 'tradeDelegated' },
  none: 'none',
  covered: ['customer'],
  kept: { owners: ['employee'], why: text('社員の分'), source },
  ask: { to: 'which', why: text('一覧を見る') },
  check: { text: text('期間は読めていない'), source },
  trades: [
    { ...trade, id: 'telecom', sectors: ['telecom'], to: 'mic' },
    { ...trade, id: 'bank', sectors: ['bank'], to: 'fsa', until: null },
  ],
};
const usual = [{ to: 'ppc', why: text('ふつうの宛先') }];

const to = (facts: Facts, day: string | null = '2026-11-23') =>
  delegate(sample, usual, facts, day).map(({ to: id, p }) => `${id}${p === 2 ? '' : '?'}`);

describe('delegate', () => {
  it('sends a trade whose row was read to its own authority, and says where its period was not read [WHERE-01]', () => {
    expect(to({ sector: ['telecom'], dataOwner: ['customer'] })).toEqual(['mic']);
    const [mic] = delegate(sample, usual, { sector: ['telecom'], dataOwner: ['customer'] }, '2026-11-23');
    const [fsa] = delegate(sample, usual, { sector: ['bank'], dataOwner: ['customer'] }, '2026-11-23');
    expect(mic?.check).toBeUndefined();
    expect(fsa?.check).toEqual(text('期間は読めていない'));
    expect(fsa?.sources).toEqual([source]);
  });

  it('keeps the usual recipient, with "find out which", while the trade is not known or has no row [WHERE-02]', () => {
    expect(to({})).toEqual(['ppc', 'mic?', 'fsa?', 'which?']);
    expect(to({ sector: ['medical'] })).toEqual(['ppc', 'which?']);
    expect(to({ sector: ['medical'], tradeDelegated: true })).toEqual(['ppc', 'which']);
    expect(to({ sector: { not: ['telecom'] } })).toEqual(['ppc', 'fsa?', 'which?']);
    expect(to({ sector: ['bank', 'medical'], dataOwner: ['customer'] })).toEqual(['fsa', 'ppc?', 'which?']);
  });

  it('keeps the usual recipient alone where no trade fits or the list was opened and says so [WHERE-02]', () => {
    expect(to({ sector: ['none'] })).toEqual(['ppc']);
    expect(to({ sector: ['medical'], tradeDelegated: false })).toEqual(['ppc']);
    expect(delegate(sample, usual, { sector: ['none'] }, null)[0]?.check).toBeDefined();
    expect(delegate(sample, usual, { sector: ['none'], tradeDelegated: false }, null)[0]?.check).toBeUndefined();
  });

  it('shows both addresses where a row and the list contradict each other [WHERE-02]', () =>
    expect(to({ sector: ['telecom'], dataOwner: ['customer'], tradeDelegated: false })).toEqual(['mic', 'ppc']));

  it('sends data of staff to the usual recipient, and both kinds to both; what was not said takes nothing away [WHERE-03]', () => {
    expect(to({ sector: ['bank'], dataOwner: ['employee'] })).toEqual(['ppc']);
    expect(to({ sector: ['bank'], dataOwner: ['customer', 'employee'] })).toEqual(['fsa', 'ppc']);
    expect(to({ sector: ['bank'] })).toEqual(['fsa', 'ppc?']);
  });

  it('counts no row on a day outside its period [WHERE-04]', () => {
    const facts = { sector: ['telecom'], dataOwner: ['customer'] };
    expect(to(facts, '2024-03-31')).toEqual(['ppc', 'which?']);
    expect(to(facts, '2024-04-01')).toEqual(['mic']);
    expect(to(facts, '2027-03-31')).toEqual(['mic']);
    expect(to(facts, '2027-04-01')).toEqual(['ppc', 'which?']);
    expect(to(facts, null)).toEqual(['mic']);
  });
});
