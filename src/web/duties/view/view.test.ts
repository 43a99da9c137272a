import { describe, expect, it } from 'vitest';
import { assess, type Facts } from '../../../core/index.ts';
import { factOf, testKnowledge } from '../test-knowledge.ts';
import { compareVerdicts } from './compare-verdicts.ts';
import { datePoints, daysForLine } from './date-points.ts';
import { foresee } from './foresee.ts';
import { groupObligations, mergedWith } from './group-obligations.ts';
import { groupByWho, questionsLeft, reachOf } from './group-questions.ts';
import { rungOf } from './lines-of-why.ts';
import { isPartial, sayAnswer } from './say-answer.ts';

const now = Date.parse('2026-11-23T05:14:00Z');
const reader = { lang: 'ja', zone: 'Asia/Tokyo', now } as const;
const defs = new Map(testKnowledge.facts.map((f) => [f.id, f]));
const leak: Facts = { knownAt: '2026-11-23T14:02:00+09:00', personalDataInvolved: true, maliciousAct: true };
const at = (facts: Facts) => assess(testKnowledge, { facts });
const ids = (list: readonly { readonly rule: { readonly id: string } }[]): string[] => list.map((o) => o.rule.id);

describe('groups of obligations', () => {
  it('lists presumed ones as needed and the same filing once', () => {
    const { obligations } = at(leak);
    const groups = groupObligations(obligations);
    expect(ids(groups.needed)).toEqual(['appi-ppc-report', 'appi-principal-notice']);
    expect(groups.needed[0]?.presumed).toBe(true);
    expect(ids(groups.open)).toEqual(['eu-gdpr-33-sa', 'pmark-prelim']);
    expect(ids(groups.openVoluntary)).toEqual(['police-consult']);
    expect(ids(mergedWith(obligations[0] as (typeof obligations)[0], obligations))).toEqual(['appi-delegated-report']);
  });

  it('keeps voluntary ones apart', () => {
    expect(ids(groupObligations(at({ ...leak, crimeSuspected: true }).obligations).advised)).toEqual(['police-consult']);
  });

  it('counts every obligation exactly once', () => {
    const { needed, advised, open, openVoluntary, not } = groupObligations(at({ ...leak, gdprApplies: false }).obligations);
    expect(needed.length + advised.length + open.length + openVoluntary.length + not.length).toBe(testKnowledge.base.rules.length - 1);
    expect(ids(not)).toEqual(['eu-gdpr-33-sa']);
  });
});

describe('what changed', () => {
  it('calls only a settled answer turned around a flip', () => {
    const before = at({ ...leak, strongProtection: false }).obligations;
    const corrected = compareVerdicts(before, at({ ...leak, strongProtection: true }).obligations);
    expect(corrected.find((c) => c.id === 'appi-ppc-report')).toMatchObject({ from: 'yes', to: 'no', flipped: true });
    const learned = compareVerdicts(at(leak).obligations, before);
    expect(learned.find((c) => c.id === 'appi-ppc-report')).toMatchObject({ from: 'presumed', to: 'yes', flipped: false });
  });
});

describe('questions', () => {
  const asked = at({}).questions;

  it('begins with when it was noticed', () => {
    expect(questionsLeft(asked, defs, new Set())[0]?.def.id).toBe('knownAt');
    expect(questionsLeft(at(leak).questions, defs, new Set())[0]?.def.id).toBe('knownAt');
  });

  it('never repeats what was answered, even with "not known"', () => {
    expect(questionsLeft(asked, defs, new Set(['knownAt', 'personalDataInvolved'])).map((q) => q.def.id)).not.toContain(
      'personalDataInvolved',
    );
  });

  it('groups by the desk and tells how far the next answers reach', () => {
    const left = questionsLeft(at(leak).questions, defs, new Set(Object.keys(leak)));
    expect(groupByWho(left).map((g) => g.who)).toContain('legal');
    const open = new Set(ids(groupObligations(at(leak).obligations).open));
    expect(reachOf(left, open, 3)).toEqual({ answers: 2, settled: 2 });
  });

  it('foresees what each answer settles', () => {
    const { obligations } = at(leak);
    const [yes, no] = foresee(testKnowledge, { facts: leak }, factOf('gdprApplies'), obligations);
    expect(yes?.changes).toMatchObject([{ id: 'eu-gdpr-33-sa', to: 'yes' }]);
    expect(no?.changes).toMatchObject([{ id: 'eu-gdpr-33-sa', to: 'no' }]);
    expect(foresee(testKnowledge, { facts: leak }, factOf('subjectsMax'), obligations)).toEqual([]);
  });
});

describe('the line of dates', () => {
  it('calls a yardstick a yardstick and an unread text unconfirmed', () => {
    const days = datePoints(at({ ...leak, pMark: 'granted' }).obligations, now, 'Asia/Tokyo');
    const kinds = Object.fromEntries(days.map((d) => [d.date, d.points.map((p) => `${p.duty.rule.id}.${p.kind}`)]));
    expect(kinds['2026-11-25']).toEqual(['appi-ppc-report.target']);
    expect(kinds['2026-11-27']).toEqual(['appi-ppc-report.guide', 'pmark-prelim.unconfirmed']);
    expect(kinds['2027-01-21']).toEqual(['appi-ppc-report.limit']);
    expect(kinds['2026-11-26']).toEqual(['eu-gdpr-33-sa.limit']);
  });

  it('shows the earliest limit and the alternative while the case is open', () => {
    const days = datePoints(at({ knownAt: '2026-11-23', personalDataInvolved: true, sensitiveInfo: true }).obligations, now, 'Asia/Tokyo');
    expect(days.flatMap((d) => d.points.map((p) => `${d.date} ${p.kind}`))).toContain('2027-01-21 alternative');
  });

  it('keeps what is needed when the line is full', () => {
    const days = datePoints(at(leak).obligations, now, 'Asia/Tokyo');
    expect(daysForLine(days, 2).every((d) => d.points.some((p) => !p.maybe))).toBe(true);
    expect(daysForLine(days, 99)).toEqual(days);
  });
});

describe('answers and conditions in words', () => {
  it('says what is known, and what is open', () => {
    expect(sayAnswer(null, undefined, reader)).toBe('わからない');
    expect(sayAnswer({ max: 1200 }, factOf('subjectsMax'), reader)).toBe('1,200 以下');
    expect(sayAnswer({ has: ['leak'] }, factOf('eventType'), reader)).toBe('もれた（ほかはまだ）');
    expect(sayAnswer([], factOf('eventType'), reader)).toBe('どれもない');
    expect(sayAnswer('2026-11-23T14:02:00+09:00', factOf('knownAt'), reader)).toBe('11/23（月） 14:02');
    expect(isPartial({ has: ['leak'] })).toBe(true);
    expect(isPartial(['leak'])).toBe(false);
  });

  it('turns the evaluated tree into rungs whose values match', () => {
    const why = at(leak).obligations[0]?.why;
    if (!why) throw new Error('no obligation');
    const rung = rungOf(why, defs, reader);
    expect(rung.value).toBe(1);
    expect(rung.kids.map((k) => [k.value, k.text])).toEqual([
      [2, '個人データが関わっていますか →「はい」'],
      [2, '次のどれか'],
      [1, '例外「高度な暗号化で守られている」にあたらない'],
    ]);
  });
});
