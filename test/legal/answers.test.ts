import { describe, expect, it } from 'vitest';
import { assess, checkReceipt, dueOf, type Facts, type Learned, readFacts, writeReceipt } from '../../src/core/index.ts';
import { knowledge } from '../support/knowledge.ts';
import { leakFacts } from '../support/leak.ts';

const leak = {
  ...leakFacts,
  sensitiveInfo: true,
  maliciousAct: false,
  propertyDamageRisk: false,
  subjectsMax: 10,
};

const assessRaw = (raw: Record<string, unknown>, learned?: Record<string, string>) => {
  const { facts, parked, problems } = readFacts(knowledge.facts, raw);
  expect(problems).toEqual([]);
  return assess(knowledge, { facts: facts as Facts, parked, ...(learned && { learned: learned as Learned }) });
};

const one = (assessment: ReturnType<typeof assessRaw>, id: string) => {
  const found = assessment.obligations.find((o) => o.rule.id === id);
  if (!found) throw new Error(`no rule ${id}`);
  return found;
};

const stage = (assessment: ReturnType<typeof assessRaw>, id: string, stageId: string) =>
  one(assessment, id).stages.find((s) => s.id === stageId);

describe('what an answer says', () => {
  it('assumes the earliest moment anyone noticed where an awareness start is not stated, and says so [A-01]', () => {
    const gdpr = {
      ...leak,
      gdprApplies: true,
      riskToIndividuals: 'risk',
      knownAt: '2026-11-23T14:02+09:00',
      detectedAt: '2026-11-22T08:00+09:00',
    };
    expect(stage(assessRaw(gdpr), 'eu-gdpr-33-sa', 'notify')).toMatchObject({
      assumed: true,
      started: true,
      start: '2026-11-23T14:02:00+09:00',
      latest: '2026-11-26T14:02:00+09:00',
    });
    const { knownAt: _, ...unsaid } = gdpr;
    expect(stage(assessRaw(unsaid), 'appi-ppc-report', 'preliminary')).toMatchObject({
      assumed: true,
      start: '2026-11-22T08:00:00+09:00',
      latest: '2026-11-26',
    });
    expect(stage(assessRaw({ ...gdpr, awareAt: '2026-11-24T09:00+09:00' }), 'eu-gdpr-33-sa', 'notify')).toMatchObject({
      assumed: false,
      latest: '2026-11-27T09:00:00+09:00',
    });
  });

  it('has no start and no date for what an act starts, until it has happened [A-02]', () => {
    const supplement = stage(assessRaw({ ...leak, knownAt: '2026-11-23' }), 'appi-ppc-report', 'supplement');
    expect(supplement).toMatchObject({ start: null, started: false, latest: null });
    expect(supplement?.undated?.ja).toBeTruthy();
  });

  it('gives no date without any start, and asks first when it was noticed [A-03]', () => {
    const assessment = assessRaw(leak);
    expect(one(assessment, 'appi-ppc-report').applies).toBe('yes');
    expect(stage(assessment, 'appi-ppc-report', 'final')).toMatchObject({ start: null, latest: null });
    expect(assessment.questions[0]?.fact).toBe('knownAt');
    expect(assessment.governedOn).toBeNull();
  });

  it('joins the texts of a rule when no day governs: different answers become cannot tell, presumed by the newest [A-04]', () => {
    const skimming = { ...leak, sensitiveInfo: false, personalDataInvolved: false, dataAboutToBeAcquired: true, maliciousAct: true };
    const report = one(assessRaw(skimming), 'appi-ppc-report');
    expect(report).toMatchObject({ applies: 'unknown', presumed: true, governedOn: null });
    expect(report.missing).toContain('knownAt');
  });

  it('says of a rule outside its time that it was not in force, in words [A-05]', () => {
    const report = one(assessRaw({ ...leak, knownAt: '2022-03-31' }), 'appi-ppc-report');
    expect(report).toMatchObject({ applies: 'no', inForce: false, governedOn: '2022-03-31', stages: [] });
    expect(report.because.ja).toContain('2022-04-01');
  });

  it('shows while an exclusion is open what would lift the duty, with its law [A-06]', () => {
    const { strongProtection: _, ...open } = leak;
    const report = one(assessRaw({ ...open, knownAt: '2026-11-23' }), 'appi-ppc-report');
    expect(report).toMatchObject({ applies: 'unknown', presumed: true });
    expect(report.liftedBy).toMatchObject([{ facts: ['strongProtection'], cite: expect.stringContaining('規則7条') }]);
    expect(report.stages.find((s) => s.id === 'final')?.latest).toBe('2026-12-22');
  });

  it('names for a no the single facts that would turn it [A-07]', () => {
    const report = one(assessRaw({ ...leak, sensitiveInfo: false, knownAt: '2026-11-23' }), 'appi-ppc-report');
    expect(report.applies).toBe('no');
    expect(report.flippedBy.map((f) => f.fact).sort()).toEqual(['maliciousAct', 'propertyDamageRisk', 'sensitiveInfo', 'subjectsMax']);
  });

  it('changes the recipient by delegation, never the answer, and names each once [A-08]', () => {
    const bank = one(
      assessRaw({ ...leak, sector: ['bank'], dataOwner: ['customer', 'employee'], knownAt: '2026-11-23' }),
      'appi-ppc-report',
    );
    expect([bank.applies, bank.recipients.map((r) => r.id)]).toEqual(['yes', ['jp.fsa', 'jp.ppc']]);
    const staff = one(assessRaw({ ...leak, sector: ['bank'], dataOwner: ['employee'], knownAt: '2026-11-23' }), 'appi-ppc-report');
    expect(staff.recipients.filter((r) => r.certain).map((r) => r.id)).toEqual(['jp.ppc']);
    const shop = one(assessRaw({ ...leak, sector: ['none'], knownAt: '2026-11-23' }), 'appi-ppc-report');
    expect(shop.recipients.map((r) => r.id)).toEqual(['jp.ppc']);
  });

  it('shows target and legal latest apart [A-09]', () =>
    expect(stage(assessRaw({ ...leak, knownAt: '2026-12-01' }), 'appi-ppc-report', 'final')).toMatchObject({
      target: '2026-12-28',
      latest: '2027-01-04',
    }));

  it('reports a stated answer that differs from what others imply; a maximum below the count lifts no duty [A-10]', () => {
    const assessment = assessRaw({ ...leak, sensitiveInfo: false, subjects: 1500, subjectsMax: 900, knownAt: '2026-11-23' });
    expect(one(assessment, 'appi-ppc-report').applies).toBe('yes');
    expect(assessment.differences).toContainEqual({ fact: 'subjectsMax', stated: 900, implied: 1500 });
  });

  it('leaves parked questions out of what to ask, and keeps the answer open [A-11]', () => {
    const assessment = assessRaw({ ...leak, sensitiveInfo: 'unknown', knownAt: '2026-11-23' });
    expect(one(assessment, 'appi-ppc-report').applies).toBe('unknown');
    expect(assessment.questions.map((q) => q.fact)).not.toContain('sensitiveInfo');
  });

  it('holds the coming change of the law without letting it change an answer [A-12]', () => {
    expect(knowledge.base.pending.length).toBeGreaterThan(0);
    const touched = new Set(knowledge.base.pending.flatMap((p) => p.touches));
    expect(touched).toContain('appi-principal-notice');
    for (const knownAt of ['2026-11-23', '2028-08-01'])
      expect(one(assessRaw({ ...leak, knownAt }), 'appi-principal-notice').applies).toBe('yes');
  });

  it('gives the same bytes for the same input [A-13]', () => {
    const raw = { ...leak, knownAt: '2026-11-23', sector: ['bank'] };
    expect(JSON.stringify(assessRaw(raw))).toBe(JSON.stringify(assessRaw(raw)));
  });
});

describe('what went by and what was filed', () => {
  it('keeps a limit that had passed before malice was learned; learned in time, the longer one stands [A-16]', () => {
    const known = { ...leak, maliciousAct: true, knownAt: '2026-10-01T10:00+09:00' };
    expect(stage(assessRaw(known, { maliciousAct: '2026-11-15' }), 'appi-ppc-report', 'final')).toMatchObject({
      latest: '2026-10-30',
      alternatives: [{ latest: '2026-11-30' }],
    });
    expect(stage(assessRaw(known, { maliciousAct: '2026-10-20' }), 'appi-ppc-report', 'final')).toMatchObject({
      latest: '2026-11-30',
      alternatives: [],
    });
    expect(stage(assessRaw(known), 'appi-ppc-report', 'final')).toMatchObject({ latest: '2026-11-30', alternatives: [] });
  });

  it('knows a stage that was filed [A-17]', () => {
    const filed = assessRaw({
      ...leak,
      knownAt: '2026-10-01',
      preliminarySubmittedAt: '2026-10-02',
      finalSubmittedAt: '2026-10-20T15:00+09:00',
    });
    expect(stage(filed, 'appi-ppc-report', 'preliminary')?.filed).toBe('2026-10-02');
    expect(stage(filed, 'appi-ppc-report', 'final')?.filed).toBe('2026-10-20T15:00:00+09:00');
    expect(stage(filed, 'appi-ppc-report', 'supplement')).toMatchObject({ started: true, filed: null });
  });

  it('writes instants in the zone that was asked for [A-18]', () => {
    const due = dueOf(knowledge, {
      rule: 'eu-gdpr-33-sa',
      stage: 'notify',
      facts: { awareAt: '2026-03-27T10:30+01:00' },
      zone: 'Europe/Berlin',
    });
    expect('due' in due && due.due).toMatchObject({ latest: '2026-03-30T11:30:00+02:00', outer: { latest: '2026-03-30T12:00:00+02:00' } });
  });

  it('says every alternative that fails, or the sentence would be false [A-19]', () => {
    const no = one(assessRaw({ ...leak, sensitiveInfo: false, knownAt: '2026-11-23' }), 'appi-ppc-report').because;
    expect(no.ja.match(/「/g)).toHaveLength(4);
    expect(no.ja).toContain('どれにもあたらない');
    const lifted = one(assessRaw({ ...leak, strongProtection: true, knownAt: '2026-11-23' }), 'appi-ppc-report').because;
    expect(lifted.ja).toMatch(/^「[^」]*暗号[^」]*」にあたるため。$/);
  });
});

describe('a receipt', () => {
  const picture = { facts: readFacts(knowledge.facts, { ...leak, knownAt: '2026-11-23' }).facts, parked: ['isms'] };
  const written = writeReceipt(knowledge, picture, '0.1.0');

  it('re-runs to identical bytes [A-14]', () => {
    expect(checkReceipt(knowledge, written)).toEqual({ same: true });
    expect(JSON.parse(written)).toMatchObject({
      receipt: 1,
      engine: '0.1.0',
      bundle: { hash: knowledge.hash },
      governedOn: '2026-11-23',
      head: null,
    });
  });

  it('names the rules whose answers were changed, and knows what it cannot judge [A-15]', () => {
    const forged = written.replace('"latest":"2026-12-22"', '"latest":"2027-12-22"');
    expect(checkReceipt(knowledge, forged)).toMatchObject({
      same: false,
      why: 'differs',
      rules: expect.arrayContaining(['appi-ppc-report']),
    });
    expect(checkReceipt(knowledge, written.replaceAll(knowledge.hash, '0'.repeat(64)))).toMatchObject({ same: false, why: 'other-bundle' });
    const holed = ['null', '{}', '{"facts":{"zzz":1},"learned":{},"parked":[]}'].map((p) =>
      written.replace(/"picture":.*?"parked":\[[^\]]*\]\}/, `"picture":${p}`),
    );
    for (const rubbish of ['', '{', '[]', '{"receipt":1}', ...holed])
      expect(checkReceipt(knowledge, rubbish)).toMatchObject({ same: false, why: 'unreadable' });
  });
});
