import { describe, expect, it } from 'vitest';
import { assess, type Facts } from '../../src/core/index.ts';
import { knowledge } from '../support/knowledge.ts';
import { leakFacts } from '../support/leak.ts';

const leak: Facts = {
  ...leakFacts,
  sensitiveInfo: true,
  crimeSuspected: true,
  knownAt: '2026-11-23',
};

const duty = (facts: Facts, id: string) => {
  const found = assess(knowledge, { facts: { ...leak, ...facts } }).obligations.find((o) => o.rule.id === id);
  if (!found) throw new Error(`no rule ${id}`);
  return found;
};

describe('who receives, by trade', () => {
  it.each([
    ['telecom', 'jp.mic.bureau'],
    ['bank', 'jp.fsa'],
    ['designatedCreditBureau', 'jp.meti.credit'],
    ['cardIssuerAcquirer', 'jp.ppc'],
  ])('%s → %s, with what to check and where it was read [WHERE-01]', (sector, to) => {
    const facts = { sector: [sector], dataOwner: ['customer'] };
    const [first] = duty(facts, 'appi-ppc-report').recipients;
    expect(first).toMatchObject({ id: to, certain: true });
    expect(first?.check).toBeDefined();
    expect(first?.sources?.[0]?.readOn).toBe('2026-11-23');
    expect(duty(facts, 'appi-delegated-report').recipients).toEqual(duty(facts, 'appi-ppc-report').recipients);
  });

  it('keeps the commission and asks which ministry for a trade whose row was not read [WHERE-02]', () => {
    for (const sector of [['medical'], ['railway'], undefined]) {
      const facts: Facts = sector ? { sector } : {};
      const { recipients } = duty(facts, 'appi-ppc-report');
      expect(recipients[0]).toMatchObject({ id: 'jp.ppc', certain: true });
      expect(recipients.map((r) => r.id)).toContain('jp.delegated-ministry');
      expect(duty(facts, 'appi-delegated-report').applies).toBe('unknown');
    }
  });

  it('says delegated for every trade that has a row with another recipient [WHERE-01]', () => {
    for (const d of knowledge.delegations)
      for (const sector of d.trades.filter((t) => t.to !== 'jp.ppc').flatMap((t) => t.sectors))
        expect(duty({ sector: [sector] }, 'appi-delegated-report').applies).toBe('yes');
  });
});

describe('who receives, by place', () => {
  const prefectures = (knowledge.facts.find((f) => f.id === 'headOfficePrefecture')?.values ?? []).map((v) => v.id);

  it('has the 47 prefectures, each with the police and the offices of every list [WHERE-06]', () => {
    expect(prefectures.length).toBe(47);
    for (const list of knowledge.offices)
      expect([...new Set(list.offices.flatMap((o) => o.serves))].sort(), list.id).toEqual([...prefectures].sort());
    expect(knowledge.offices.find((o) => o.id === 'police')?.offices.length).toBe(47);
  });

  it('holds no telephone number of an office, and shows areas that were not read as such [WHERE-06]', () => {
    expect(JSON.stringify(knowledge.offices)).not.toMatch(/0\d{1,4}-\d{1,4}-\d{3,4}/);
    for (const list of knowledge.offices) expect([list.areas.readOn, list.areas.grade]).toEqual([null, 'K']);
  });

  it('finds the police and the bureau of the place, and the national desk while it is open [WHERE-05]', () => {
    const police = (facts: Facts) => duty(facts, 'police-consult').recipients[0]?.office;
    expect(police({ headOfficePrefecture: 'tokyo' })?.offices.map((o) => o.label.ja)).toEqual(['警視庁']);
    expect(police({ headOfficePrefecture: 'tokyo', affectedPrefecture: 'osaka' })?.offices.map((o) => o.label.ja)).toEqual([
      '大阪府警察本部',
    ]);
    expect(police({})).toMatchObject({ offices: [], open: 'affectedPrefecture' });
    expect(police({})?.national.url).toBe('https://www.npa.go.jp/bureau/cyber/soudan.html');
    const mic = duty({ sector: ['telecom'], dataOwner: ['customer'], headOfficePrefecture: 'nagano' }, 'appi-ppc-report').recipients[0];
    expect(mic?.office?.offices.map((o) => o.label.ja)).toEqual(['信越総合通信局']);
  });
});
