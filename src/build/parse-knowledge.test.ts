import { describe, expect, it } from 'vitest';
import { parseKnowledge } from './parse-knowledge.ts';

const facts = `
groups: { what: { ja: 何が, en: What } }
facts:
  leaked: { kind: yes-no, question: { ja: 漏れた, en: Leaked }, who: it, effort: 2, group: what }
  big: { kind: yes-no, question: { ja: 大きい, en: Big }, who: it, effort: 2, group: what }
  count: { kind: number, question: { ja: 人数, en: Count }, who: it, effort: 3, group: what }
  knownAt: { kind: instant, start: awareness, question: { ja: いつ, en: When }, who: it, effort: 1, group: what }
  laterName: { kind: yes-no, question: { ja: 予約, en: Reserved }, who: it, effort: 1, group: what, reserved: true }
implies:
  - { if: leaked, then: { big: true } }
  - { known: count, then: { countMax: same } }
`;

const rules = `
instrument: jp.test
calendar: none
zone: Asia/Tokyo
sources:
  gl: { text: GL, edition: 2026-06, readOn: 2026-11-23, checked: null, grade: P* }
terms:
  t.one:
    label: { ja: 一, en: One }
    cite: 法1条
    versions:
      - { from: 2022-04-01, all: [leaked] }
      - { from: 2024-04-01, any: [leaked, big] }
rules:
  test-report:
    label: { ja: 報告, en: Report }
    level: mandatory
    cite: 法1条
    from: 2022-04-01
    sources: [gl]
    recipients: [{ to: jp.x, why: { ja: 受付, en: Desk } }]
    how: { ja: 電話, en: Phone }
    when: t.one
    unless: { is: big, cite: 法2条 }
    stages:
      preliminary:
        - { kind: guide, start: situation, days: 5, first_day: counts, target: { days: 3, cite: GL 3 }, cite: GL 3 }
      supplement:
        closes: false
        due: [{ start: finalSubmittedAt, word: promptly, cite: GL 4, strength: guideline, grade: K }]
examples:
  - name: 一つ
    facts: { leaked: true, knownAt: 2026-11-20 }
    expect: { test-report: { applies: yes, preliminary: 2026-11-24, supplement: null } }
`;

describe('parseKnowledge', () => {
  it('reads a rules file into terms, rules and examples', () => {
    const { files, problems } = parseKnowledge(
      new Map([
        ['facts.yaml', facts],
        ['rules/test.yaml', rules],
      ]),
    );
    expect(problems).toEqual([]);
    const [rule] = files.base.rules;
    expect(rule?.stages.map((s) => [s.id, s.closes])).toEqual([
      ['preliminary', true],
      ['supplement', false],
    ]);
    expect(rule?.stages[0]?.choices[0]).toEqual({
      start: 'situation',
      convention: { unit: 'days', n: 5, firstDay: 'counts', roll: 'none', guide: true },
      target: { convention: { unit: 'days', n: 3, firstDay: 'counts', roll: 'none', guide: true }, cite: 'GL 3' },
      strength: 'guideline',
      cite: 'GL 3',
      grade: 'P*',
    });
    expect(files.base.terms[0]?.versions.map((v) => v.from)).toEqual(['2022-04-01', '2024-04-01']);
    expect(files.examples[0]).toMatchObject({
      name: '一つ',
      expect: { 'test-report': { applies: 'yes', stages: { preliminary: '2026-11-24', supplement: null } } },
    });
    expect(files.places.get('rule:test-report')).toEqual({ file: 'rules/test.yaml', line: 15 });
    expect([...files.reserved]).toEqual(['laterName']);
  });

  it('adds to an implication its contrapositive', () => {
    const { files } = parseKnowledge(new Map([['facts.yaml', facts]]));
    expect(files.implications).toEqual([
      { if: { op: 'test', fact: 'leaked', rel: 'is', value: true }, then: { fact: 'big', value: true } },
      { if: { known: 'count' }, then: { fact: 'countMax', value: { same: 'count' } } },
      { if: { op: 'test', fact: 'big', rel: 'is', value: false }, then: { fact: 'leaked', value: false } },
    ]);
  });

  it('says file and line of what it cannot read', () => {
    const bad = rules.replace('level: mandatory', 'level: must').replace('days: 5', 'dayz: 5');
    const { problems } = parseKnowledge(new Map([['rules/test.yaml', bad]]));
    expect(problems.map((p) => [p.file, p.line])).toEqual([['rules/test.yaml', 17]]);
    const twice = parseKnowledge(new Map([['blocks.yaml', '- id: a\n  id: b\n']]));
    expect(twice.problems[0]).toMatchObject({ file: 'blocks.yaml', line: 2, check: 'yaml' });
  });

  it('counts files that are not there as empty', () => {
    const { files, problems } = parseKnowledge(new Map());
    expect(problems).toEqual([]);
    expect(files.base).toEqual({ terms: [], rules: [], pending: [] });
  });
});
