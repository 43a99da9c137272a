import { describe, expect, it } from 'vitest';
import { parseKnowledge } from '../parse-knowledge.ts';
import { plant, sample } from '../sample-for-tests.ts';
import { lintKnowledge } from './lint-knowledge.ts';

const problemsOf = (texts: ReadonlyMap<string, string>): readonly string[] => {
  const { files, problems } = parseKnowledge(texts);
  return [...problems, ...lintKnowledge(files)].map((p) => `${p.check} ${p.file}:${p.line} ${p.message}`);
};

const rules = 'rules/test.yaml';
const book = 'playbooks/p-01.yaml';
const form = 'forms/f-90.yaml';
const common = 'forms/f-91.yaml';
const card = 'cards/e-90.yaml';

/** What is planted, where, and the check that must find it. */
const faults: readonly (readonly [string, string, string, string])[] = [
  [rules, '{ is: recovered, cite: 法3条 }', 'recovered', 'missing-cite'],
  [rules, 'cite: 法1条\n    versions', "cite: ''\n    versions", 'missing-cite'],
  [rules, 'any: [countMax > 1000, media has usb]', 'any: [countMax > 1000, { any: [media has usb, media has mail] }]', 'missing-cite'],
  [rules, 'label: { ja: 報告, en: Report }', 'label: { ja: 報告 }', 'missing-text'],
  ['blocks.yaml', 'title: { ja: 記録, en: Record }', 'title: { en: Record }', 'missing-text'],
  [rules, 'all: [leaked, t.serious]', 'all: [leakd, t.serious]', 'unknown-fact'],
  [rules, 'all: [leaked, t.serious]', 'all: [leaked, t.seriuos]', 'unknown-term'],
  [rules, 'media has usb', 'media has usd', 'unknown-value'],
  [rules, 'role in agent', 'role in agnet', 'unknown-value'],
  [rules, 'to: jp.x', 'to: jp.y', 'unknown-recipient'],
  [rules, 'sources: [gl, unread]', 'sources: [gl, gl2]', 'unknown-source'],
  [rules, 'countMax > 1000] }\n      - { from: 2024', 'leaked > 1000] }\n      - { from: 2024', 'wrong-kind'],
  [rules, 'start: situation', 'start: leaked', 'wrong-kind'],
  [rules, 'count: 1500, role', 'count: many, role', 'wrong-kind'],
  ['facts.yaml', 'reserved: true', 'judgement: true', 'fact-not-needed'],
  [rules, 'all: [leaked, t.serious]', 'all: [leaked, countMax > 1000]', 'term-not-used'],
  [rules, 'any: [countMax > 1000, media has usb]', 'any: [countMax > 1000, t.serious]', 'term-circle'],
  [rules, '        - { kind: guide, start: situation, days: 5, first_day: counts, cite: GL 3 }', '        []', 'no-stage'],
  [rules, 'from: 2024-04-01, any', 'from: 2021-04-01, any', 'order-of-time'],
  [rules, '    from: 2022-04-01\n    sources', '    sources', 'from-missing'],
  [rules, 'applies: no }', 'applies: yes }', 'example-missing'],
  [rules, 'applies: unknown }', 'applies: no }', 'example-missing'],
  [rules, ', preliminary: 2026-11-24', '', 'example-without-date'],
  [rules, 'preliminary: 2026-11-24', 'prelim: 2026-11-24', 'unknown-stage'],
  [rules, 'test-report: { applies: no', 'test-repott: { applies: no', 'unknown-rule'],
  [rules, 'readOn: null, checked: null, grade: K', 'readOn: 2026-11-23, checked: null, grade: K', 'read-on-of-unread'],
  [rules, 'readOn: 2026-11-23, checked: null', 'readOn: 2026-11-23, checked: true', 'shape'],
  [rules, 'instrument: jp.test', 'instrument: jp.test\ninstrument: jp.test', 'yaml'],
  [rules, 'days: 5, first_day: counts', 'days: 5', 'due'],
  [rules, 'calendar: none', 'calendar: jp.gov', 'unknown-calendar'],
  [book, 'why: { ja: 止まる, en: It stops }', "why: { ja: '', en: '' }", 'step-without-why'],
  [book, 'cannot: { ja: 電話する, en: Phone }', "cannot: { ja: '', en: '' }", 'step-without-cannot'],
  [book, '          unknown: { then: { ja: 止める, en: Stop }, steps: [] }\n', '', 'shape'],
  [book, 'to: desk', 'to: dsek', 'unknown-contact'],
  [book, 'blocks: [CB-1]', 'blocks: [CB-2]', 'unknown-block'],
  [book, 'after: P-01.T5.1', 'after: P-01.T5.2', 'unknown-step'],
  [book, 'id: P-01.B1', 'id: P-01.T5.1', 'duplicate-id'],
  [book, 'media: { has: [mail] }', 'media: true', 'wrong-kind'],
  [card, 'scene: { ja: 変だ, en: Odd }', 'scene: { ja: 変だ }', 'missing-text'],
  [card, 'to: desk', 'to: dsek', 'unknown-contact'],
  [card, 'see: [malware]', 'see: [malwrae]', 'unknown-see'],
  [card, 'see: [malware]', 'see: []', 'card-without-ground'],
  [card, 'moves: [{ ja: 抜く, en: Unplug }, { ja: 電話する, en: Phone }]', 'moves: [{ ja: 抜く, en: Unplug }]', 'card-too-long'],
  [card, 'ja: 電話する', 'ja: 電話するときは、まず受話器を取り、それから番号を押して、相手を待つ', 'card-too-long'],
  [card, 'en: Do not power off', 'en: Do not power it off when the screen stays black for some minutes or so', 'card-too-long'],
  [card, 'dont: [{ ja: 切らない, en: Do not power off }]', 'dont: []', 'card-without-do-not'],
  ['disagreements.yaml', 'in: [P-01]', 'in: [P-1]', 'unknown-case'],
  ['cases.yaml', 'to: malware', 'to: malwrae', 'unknown-case'],
  ['cases.yaml', 'home: [malware]', 'home: [malwrae]', 'unknown-case'],
  ['cases.yaml', 'cases: [malware]', 'cases: []', 'case-not-found'],
  ['cases.yaml', 'cases: [malware]', 'cases: [malware, malware]', 'case-not-found'],
  ['directory.yaml', 'https://example.jp/', 'javascript:alert(1)', 'shape'],
  ['directory.yaml', '- id: desk', '- id: desk\n  extra: 1', 'shape'],
  [
    'facts.yaml',
    'knownAt: {',
    'count2: { kind: number, aliases: [count], question: { ja: 数, en: N }, who: it, effort: 1, group: what, profile: true }\n  knownAt: {',
    'duplicate-id',
  ],
  [form, 'facts: [count, countMax]', 'facts: [count, countMaxx]', 'unknown-fact'],
  [form, 'facts: [count, countMax]', 'facts: [count]', 'unknown-place'],
  [form, "ja: '最大{countMax}'", 'ja: 最大', 'unknown-place'],
  [form, "ja: '人数は{number}', en: 'Number {number}'", "ja: '人数は{no}', en: 'Number {no}'", 'unknown-place'],
  [form, 'en: Number }', "en: '' }", 'missing-text'],
  [form, '    cite: 法1条\n    grade: P\n', "    cite: ''\n    grade: P\n", 'shape'],
  [form, '    facts: [count, countMax]\n', '', 'form-without-words'],
  [form, 'terms: [t.serious]', 'terms: [t.grave]', 'unknown-term'],
  [form, 'section: outline\n', 'section: outlin\n', 'unknown-section'],
  [form, 'mayWait: [preliminary]', 'mayWait: [final]', 'unknown-stage'],
  [form, 'obligations: [test-report]', 'obligations: [test-repott]', 'unknown-rule'],
  [form, 'channel: desk', 'channel: dsek', 'unknown-contact'],
  [form, 'fact: role', 'fact: rol', 'unknown-fact'],
  [form, '- { id: law', '- { id: number', 'duplicate-id'],
  [form, 'lang: ja\n', '', 'form-without-language'],
  [form, 'stages: [{ id: preliminary, label: { ja: 速報, en: Preliminary } }]\n', '', 'form-without-stage'],
  [form, 'from: [record.stage]', 'from: [record.name]', 'form-without-stage'],
  [common, 'usableFor: [test-report]', 'usableFor: [test-rep]', 'unknown-rule'],
  [common, 'same: F-90.number', 'same: F-90.numbre', 'unknown-field'],
  [common, 'same: F-90.number', 'same: F-91.kind', 'unknown-field'],
  [common, 'same: F-90.kind', 'who: it', 'shape'],
  [form, '    required: true\n', '    limit: { characters: 100 }\n', 'shape'],
  ['CHANGELOG.yaml', 'from: 2024-04-01', 'from: 2024-05-01', 'change-not-told'],
  ['CHANGELOG.yaml', 'from: 2022-04-01, label', 'from: 2022-05-01, label', 'change-not-told'],
  [
    'CHANGELOG.yaml',
    'rules: [test-report], how: { ja: 要る, en: Needed } }], sources',
    'rules: [test-repott], how: { ja: 要る, en: Needed } }], sources',
    'unknown-rule',
  ],
  ['CHANGELOG.yaml', 'en: It grew }', "en: '' }", 'missing-text'],
  ['delegation.yaml', 'rules: [test-report]', 'rules: [test-repott]', 'unknown-rule'],
  ['delegation.yaml', 'listed: told', 'listed: tolt', 'unknown-fact'],
  ['delegation.yaml', 'listed: told', 'listed: media', 'wrong-kind'],
  ['delegation.yaml', 'sectors: [mail]', 'sectors: [mial]', 'unknown-value'],
  ['delegation.yaml', 'covered: [mail]', 'covered: [mial]', 'unknown-value'],
  ['delegation.yaml', 'sectors: [mail]', 'sectors: [mail, mail]', 'duplicate-id'],
  ['delegation.yaml', 'ask: { to: jp.x', 'ask: { to: jp.y', 'unknown-recipient'],
  ['delegation.yaml', 'until: 2027-03-31', 'until: 2023-03-31', 'order-of-time'],
  ['delegation.yaml', 'en: Delegated }', "en: '' }", 'missing-text'],
  ['offices.yaml', 'serves: [own, agent]', 'serves: [own]', 'place-without-office'],
  ['offices.yaml', 'serves: [own, agent]', 'serves: [own, agent, agnet]', 'unknown-value'],
  ['offices.yaml', 'of: [jp.x]', 'of: [jp.y]', 'unknown-recipient'],
  ['offices.yaml', 'of: [jp.x]', 'of: []', 'never-shown'],
  ['offices.yaml', 'by: [role]', 'by: [rol]', 'unknown-fact'],
  ['offices.yaml', 'readOn: null, checked: null, grade: K', 'readOn: 2026-11-23, checked: null, grade: K', 'read-on-of-unread'],
  ['readiness.yaml', 'see: [desk]', 'see: [dsek]', 'unknown-see'],
  ['readiness.yaml', 'sources: [list]', 'sources: [lst]', 'unknown-source'],
  ['readiness.yaml', 'readOn: null, checked: null, grade: L', 'readOn: 2026-11-23, checked: null, grade: L', 'read-on-of-unread'],
  ['readiness.yaml', 'en: Count evidence }', "en: '' }", 'missing-text'],
  ['drills/d-01.yaml', 'about: [P-01, R-01]', 'about: [P-01, R-02]', 'unknown-see'],
  ['drills/d-01.yaml', 'at: 10', 'at: 60', 'order-of-time'],
  ['drills/d-01.yaml', 'at: 10', 'at: 0', 'order-of-time'],
  ['drills/d-01.yaml', 'points: 1 }', 'points: 3 }', 'shape'],
  ['taxonomy.yaml', 'class: fraud', 'class: frod', 'unknown-name'],
  ['taxonomy.yaml', 'jpcert: [other]', 'jpcert: [othr]', 'unknown-name'],
  ['taxonomy.yaml', 'rsit: [{ class: fraud }]', 'rsit: []', 'unknown-name'],
  ['taxonomy.yaml', 'cases: [P-01, P-02]', 'cases: [P-01, P-01]', 'duplicate-id'],
  ['helpers/power.yaml', 'start: isolated', 'start: isolatd', 'helper-tree'],
  ['helpers/power.yaml', 'yes: { do: off }', 'yes: { do: of }', 'helper-tree'],
  ['helpers/power.yaml', 'yes: { do: off }', 'yes: { ask: isolated }', 'helper-tree'],
  ['helpers/power.yaml', 'yes: { do: off }', 'yes: { do: keep }', 'helper-tree'],
  ['helpers/power.yaml', 'unknown: { do: keep }', 'unknown: { do: off }', 'helper-tree'],
  ['helpers/power.yaml', 'block: CB-1', 'block: CB-9', 'unknown-see'],
  ['helpers/power.yaml', 'disagreement: power-off', 'disagreement: power-on', 'unknown-see'],
  ['helpers/gate.yaml', 'approvedBy: { ja: 責任者, en: Lead }\n', '', 'helper-tree'],
  ['helpers/gate.yaml', 'lines: [{ id: entry, text: { ja: 入口, en: Entry } }]', 'lines: []', 'helper-tree'],
  ['disagreements.yaml', 'source: guide', 'source: gide', 'unknown-source'],
  ['disagreements.yaml', ', in: [P-01]', '', 'short-without-cases'],
  ['disagreements.yaml', 'see: [power]', 'see: [powr]', 'unknown-see'],
  ['recipients.yaml', '- { id: jp.x', '- { id: jp.x, label: { ja: 受付, en: Desk } }\n- { id: jp.x', 'duplicate-id'],
];

describe('lintKnowledge [K-05] [LIB-06] [LIB-08]', () => {
  it('finds nothing in a sound base', () => {
    expect(problemsOf(new Map(Object.entries(sample)))).toEqual([]);
  });

  it.each(faults)('%s: %s → %s is found as %s', (file, from, to, check) => {
    const found = problemsOf(plant(file, from, to));
    expect(
      found.some((p) => p.startsWith(`${check} ${file}:`)),
      found.join('\n'),
    ).toBe(true);
  });

  it('suggests the name that was meant', () => {
    expect(problemsOf(plant(rules, 'all: [leaked, t.serious]', 'all: [leakd, t.serious]'))[0]).toContain('did you mean leaked?');
  });
});
