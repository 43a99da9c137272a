import { describe, expect, it } from 'vitest';
import { knowledge } from '../../../test/support/knowledge.ts';
import { linkAll, openDevice } from '../../../test/support/pens.ts';
import type { LogName, PartRef, Signed } from '../log/entry.ts';
import { foldOrganisation } from '../log/fold-organisation.ts';
import { agreementName } from '../obligations/agreement.ts';
import { assess } from '../obligations/assess.ts';
import { knowledgeFor } from './knowledge-for.ts';

const card: LogName = 'organisation:019a0000-0000-7000-8000-000000000001';
const agreement = '019a0000-0000-7000-8000-0000000000aa';
const name = agreementName(agreement);
const knownAt = '2026-11-20T18:30:00+09:00';

type Fields = Readonly<Record<string, unknown>>;

const open = () => {
  const device = openDevice(7);
  const words = new Map<string, string>();
  const put = (text: string): PartRef => {
    const { part, ref } = device.words(text);
    words.set(part.id, text);
    return ref;
  };
  const set = (fields: Fields, by = device): Signed =>
    by.say(card, {
      kind: 'organisation.agreement-set',
      body: { agreement, side: 'customer', triggers: ['any-incident'], ...fields },
    } as never);
  const stand = (entries: readonly Signed[], facts: Fields = { knownAt }) => {
    const organisation = foldOrganisation(card, linkAll(card, entries));
    const whole = knowledgeFor(knowledge, organisation, ({ part }) => words.get(part));
    const { obligations, questions } = assess(whole, { facts: facts as never });
    return { whole, duty: obligations.find((o) => o.rule.id === name), asked: questions.find((q) => q.fact === name) };
  };
  return { device, put, set, stand };
};

describe('an agreement of the organisation’s own', () => {
  it('is a dated duty like any other, with its party, clause and way in words [AGREE-01]', () => {
    const { put, set, stand } = open();
    const { duty } = stand([
      set({
        party: put('株式会社みほん'),
        clause: put('業務委託契約 12条'),
        way: put('夜も 03-0000-0000'),
        within: { n: 24, unit: 'hours' },
      }),
    ]);
    expect(duty).toMatchObject({
      applies: 'yes',
      rule: { level: 'contractual', cite: '業務委託契約 12条', how: { ja: '夜も 03-0000-0000' } },
    });
    expect(duty?.rule.label.ja).toContain('株式会社みほん');
    expect(duty?.recipients.map((r) => r.label.ja)).toEqual(['株式会社みほん']);
    expect(duty?.stages[0]).toMatchObject({ latest: '2026-11-21T18:30:00+09:00', strength: 'contract' });
  });

  it('counts days the earlier way where the contract does not say, and says so [AGREE-02]', () => {
    const { set, stand } = open();
    const silent = stand([set({ within: { n: 3, unit: 'days' } })]).duty;
    const plain = stand([set({ within: { n: 3, unit: 'days' }, firstDay: 'excluded' })]).duty;
    expect(silent?.stages[0]?.latest).toBe('2026-11-22');
    expect(silent?.rule.caveats).toHaveLength(1);
    // A Sunday: a contract that is silent on days off does not move it.
    expect(plain?.stages[0]?.latest).toBe('2026-11-23');
    expect(plain?.rule.caveats).toEqual([]);
  });

  it('counts working days by the one calendar there is, and says so [AGREE-02]', () => {
    const { set, stand } = open();
    const { duty } = stand([set({ within: { n: 2, unit: 'open-days' } })]);
    // A Friday; Saturday, Sunday and Labour Thanksgiving Day do not count.
    expect(duty?.stages[0]?.latest).toBe('2026-11-25');
    expect(duty?.rule.caveats[0]?.ja).toContain('営業日');
  });

  it('counts from the notice where the contract counts from confirmation, and says so [AGREE-02]', () => {
    const { set, stand } = open();
    const { duty } = stand([set({ within: { n: 48, unit: 'hours' }, countsFrom: 'confirmed' })], {
      knownAt,
      awareAt: '2026-11-22T09:00:00+09:00',
    });
    expect(duty?.stages[0]?.latest).toBe('2026-11-22T18:30:00+09:00');
    expect(duty?.rule.caveats[0]?.ja).toContain('早いほう');
  });

  it('gives no date where the contract gives none [AGREE-02]', () => {
    const { set, stand } = open();
    expect(stand([set({})]).duty?.stages[0]).toMatchObject({ latest: null, target: null });
    expect(stand([set({ word: 'immediately' })]).duty?.stages[0]).toMatchObject({ latest: null });
  });

  it('asks whether this party’s things are concerned, by its name, and is open until then [AGREE-03]', () => {
    const { put, set, stand } = open();
    const entry = set({ party: put('みほん商事'), triggers: ['party-information'], within: { n: 1, unit: 'days' } });
    const before = stand([entry]);
    expect(before.duty?.applies).toBe('unknown');
    expect(before.asked).toBeDefined();
    expect(before.whole.facts.find((f) => f.id === name)?.question.ja).toContain('みほん商事');
    expect(stand([entry], { knownAt, [name]: true }).duty?.applies).toBe('yes');
    expect(stand([entry], { knownAt, [name]: false }).duty?.applies).toBe('no');
  });

  it('bites on any incident where its trigger is not known here: never a silent no [AGREE-04]', () => {
    const { set, stand } = open();
    expect(stand([set({ triggers: ['of-a-newer-program'] })]).duty?.applies).toBe('yes');
  });

  it('names the side where the words of the party are erased or withheld [AGREE-05]', () => {
    const { device, set, stand } = open();
    const { duty } = stand([set({ party: device.words('ひみつ').ref })]);
    expect(duty?.rule.label.ja).toBe('取引先・顧客への契約上の連絡');
  });

  it('ends with the contract, and goes when it is taken off [AGREE-06]', () => {
    const { device, set, stand } = open();
    const ended = set({ until: '2026-11-19' });
    expect(stand([ended]).duty?.applies).toBe('no');
    const last = set({ until: '2026-11-20' });
    expect(stand([ended, last]).duty?.applies).toBe('yes');
    const removed = device.say(card, { kind: 'organisation.agreement-removed', body: { agreement } });
    expect(stand([ended, last, removed]).whole).toBe(knowledge);
  });

  it('written down apart, stands as the last and says so [AGREE-07]', () => {
    const { set, stand } = open();
    const other = openDevice(8);
    const { duty } = stand([set({ within: { n: 24, unit: 'hours' } }), set({ within: { n: 72, unit: 'hours' } }, other)]);
    expect(duty?.rule.caveats.some((c) => c.ja.includes('違う内容'))).toBe(true);
  });
});
