import { describe, expect, it } from 'vitest';
import { assess, type Facts, type Obligation } from '../../../core/index.ts';
import { factOf, testKnowledge } from '../test-knowledge.ts';
import { badgeOf } from './badge-of.ts';
import { datePoints } from './date-points.ts';
import { decidersOf } from './deciders-of.ts';
import { sayChanges, wordFor } from './say-changes.ts';
import { sayFlip } from './say-flip.ts';
import { sayList } from './say-list.ts';
import { namesOf, toneOf } from './say-point.ts';
import { splitAside, stageViews } from './stage-view.ts';

const at = (text: string) => ({ lang: 'ja', zone: 'Asia/Tokyo', now: Date.parse(`${text}:00+09:00`) }) as const;
const leak: Facts = { knownAt: '2026-11-23T14:02:00+09:00', personalDataInvolved: true, maliciousAct: true, strongProtection: false };
const dutyOf = (id: string, facts: Facts = leak): Obligation => {
  const found = assess(testKnowledge, { facts }).obligations.find((o) => o.rule.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

describe('by when', () => {
  it('calls a guideline a yardstick and a statute a limit', () => {
    const [preliminary, final] = stageViews(dutyOf('appi-ppc-report'), at('2026-11-23T15:14'));
    expect(preliminary).toMatchObject({ name: '速報 目安', date: '11/27（金）', notes: ['あと4日', '目標 11/25（水）'], late: false });
    expect(final).toMatchObject({ name: '確報 期限', date: '2027/1/21（木）' });
  });

  it('never calls an unread text a limit', () => {
    const [stage] = stageViews(dutyOf('pmark-prelim', { ...leak, pMark: 'granted' }), at('2026-11-23T15:14'));
    expect(stage?.name).toBe('速報 要確認');
  });

  it('says "if it applies" while open, and is never late then', () => {
    const [stage] = stageViews(dutyOf('eu-gdpr-33-sa'), at('2026-11-30T15:14'));
    expect(stage).toMatchObject({ name: 'あるとすれば 通知 期限', date: '11/26（木） 14:02', late: false });
  });

  it('says when the target has passed, and how late a limit is', () => {
    const [missed] = stageViews(dutyOf('appi-ppc-report'), at('2026-11-26T09:00'));
    expect(missed?.notes).toEqual(['あと1日', '目標の日は過ぎました。']);
    const [late] = stageViews(dutyOf('appi-ppc-report'), at('2026-11-29T09:00'));
    expect(late).toMatchObject({ late: true, notes: ['過ぎています（2日）'] });
  });

  it('gives the word of the law where there is no number', () => {
    expect(stageViews(dutyOf('appi-principal-notice'), at('2026-11-23T15:14'))).toMatchObject([
      { date: '速やかに', notes: ['日数の定めなし'], moment: null },
    ]);
    expect(splitAside('On request')).toEqual(['On request']);
  });

  it('asks once for the start that all dates wait for', () => {
    const views = stageViews(dutyOf('appi-ppc-report', { personalDataInvolved: true, sensitiveInfo: true }), at('2026-11-23T15:14'));
    expect(views).toHaveLength(1);
    expect(views[0]?.wordy).toBe(true);
  });
});

describe('verdicts in words', () => {
  it('shows presumed as needed, with a half disc', () => {
    const { strongProtection: _, ...open } = leak;
    expect(badgeOf(dutyOf('appi-ppc-report', open))).toMatchObject({ tone: 'needed', sign: '◐' });
    expect(badgeOf(dutyOf('appi-ppc-report'))).toMatchObject({ tone: 'needed', sign: '●' });
    expect(badgeOf(dutyOf('police-consult', { ...leak, crimeSuspected: true })).tone).toBe('advised');
    expect(badgeOf(dutyOf('police-consult')).tone).toBe('open');
    expect(badgeOf(dutyOf('police-consult', { ...leak, crimeSuspected: false })).tone).toBe('not');
  });

  it('tells a correction from a first answer', () => {
    const label = { ja: '報告', en: 'Report' };
    const flip = sayChanges([{ id: 'a', label, level: 'mandatory', from: 'yes', to: 'no', flipped: true }], '必要 0', 'ja');
    expect(flip).toEqual({ text: '答えを訂正しました。', lines: ['報告：必要 → 不要'], correction: true });
    const first = sayChanges([{ id: 'a', label, level: 'mandatory', from: 'unknown', to: 'yes', flipped: false }], '必要 1', 'ja');
    expect(first).toMatchObject({ text: '必要 1', correction: false });
    expect(wordFor('yes', { level: 'voluntary' }).ja).toBe('すすめる');
  });

  it('names what would turn a no', () => {
    expect(sayFlip(true, factOf('maliciousAct')).ja).toBe('はい');
    expect(sayFlip('granted', factOf('pMark')).ja).toBe('受けている');
    expect(sayFlip(['leak'], factOf('eventType')).ja).toBe('もれた');
    expect(sayFlip([], factOf('eventType')).ja).toBe('別の答え');
  });

  it('puts the questions that settle an obligation first', () => {
    const { questions } = assess(testKnowledge, { facts: leak });
    expect(decidersOf(dutyOf('eu-gdpr-33-sa'), questions)[0]).toBe('gdprApplies');
  });

  it('shortens long lists', () => {
    expect(sayList(['A', 'B', 'C'], 2, 'ja')).toBe('「A」「B」ほか1件');
    expect(sayList(['A', 'B'], 2, 'en')).toBe('A, B');
  });
});

describe('marks on the line', () => {
  it('takes the tone and name of the strongest date of the day', () => {
    const reader = at('2026-11-23T15:14');
    const days = datePoints(assess(testKnowledge, { facts: leak }).obligations, reader.now, reader.zone);
    const said = days.map((d) => [d.date, toneOf(d), namesOf(d, reader, 2).join('／')]);
    expect(said).toEqual([
      ['2026-11-25', 'target', '速報 目標'],
      ['2026-11-26', 'maybe', 'あるとすれば／通知 期限 14:02'],
      ['2026-11-27', 'due', '速報 目安'],
      ['2027-01-21', 'due', '確報 期限'],
    ]);
  });
});
