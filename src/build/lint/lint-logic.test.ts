import { describe, expect, it } from 'vitest';
import { parseKnowledge } from '../parse-knowledge.ts';
import { plant, sample } from '../sample-for-tests.ts';
import { lintLogic } from './lint-logic.ts';

const rules = 'rules/test.yaml';
const when = 'all: [leaked, t.serious]';
const due = '- { kind: guide, start: situation, days: 5, first_day: counts, cite: GL 3 }';

const checksOf = (texts: ReadonlyMap<string, string>): readonly string[] => {
  const { files, problems } = parseKnowledge(texts);
  expect(problems).toEqual([]);
  return lintLogic(files).map((p) => `${p.check} ${p.message}`);
};

const second = (cond: string, recipient = 'jp.x'): string => `rules:
  test-second:
    label: { ja: 二つ目, en: Second }
    level: mandatory
    cite: 法9条
    from: 2022-04-01
    sources: [gl]
    recipients: [{ to: ${recipient}, why: { ja: 受付, en: Desk } }]
    how: { ja: 電話, en: Phone }
    when: ${cond}
    stages: { notice: [{ start: situation, word: promptly, cite: 法9条 }] }`;

const faults: readonly (readonly [string, string, string, string])[] = [
  ['a rule that contradicts itself', when, 'all: [leaked, not: leaked, t.serious]', 'never-true'],
  ['two values of a one-of at once', when, 'all: [role in own, role in agent, t.serious]', 'never-true'],
  ['thresholds that exclude each other', when, 'all: [countMax > 10, countMax <= 5, t.serious]', 'never-true'],
  [
    'a rule for everybody',
    `{ ${when}, unless: { is: recovered, cite: 法3条 } }\n    unless: { all: [role in agent, told], cite: 法2条 }`,
    '{ any: [leaked, not: leaked, t.serious] }',
    'always-true',
  ],
  ['a line said already', when, 'all: [leaked, t.serious, { any: [leaked, told], cite: 法1条 }]', 'dead-condition'],
  ['a line that follows from another fact', when, 'all: [leaked, recovered, t.serious]', 'dead-condition'],
  ['a lower threshold beside a higher one', when, 'all: [leaked, countMax > 10, countMax > 2000, t.serious]', 'dead-condition'],
  [
    'a limit that can never be reached',
    due,
    `- { if: { not: leaked }, start: situation, days: 3, first_day: counts, cite: GL 3 }\n        ${due}`,
    'dead-limit',
  ],
  [
    'a limit that hides the others',
    due,
    `- { if: leaked, start: situation, days: 3, first_day: counts, cite: GL 3 }\n        ${due}`,
    'dead-limit',
  ],
  ['a fact read both ways', when, 'all: [{ any: [{ all: [leaked, told] }, { all: [{ not: leaked }, told] }] }, t.serious]', 'kleene-gap'],
  ['opposite thresholds of one number', when, 'any: [countMax > 1000, { all: [countMax <= 1000, leaked] }, t.serious]', 'kleene-gap'],
  ['an implication nobody declared', 'rules:', second('{ all: [leaked] }', 'jp.y'), 'undeclared-implies'],
  ['one duty to one desk twice', 'rules:', second('{ all: [told] }'), 'undeclared-overlap'],
];

describe('lintLogic [K-06]', () => {
  it('finds nothing in a sound base', () => expect(checksOf(new Map(Object.entries(sample)))).toEqual([]));

  it.each(faults)('finds %s', (_, from, to, check) => {
    const found = checksOf(plant(rules, from, to));
    expect(
      found.some((f) => f.startsWith(`${check} `)),
      found.join('\n'),
    ).toBe(true);
  });

  it('accepts a relation declared with its reason, and says when it does not hold', () => {
    const texts = new Map(plant(rules, 'rules:', second('{ all: [leaked] }', 'jp.y')));
    texts.set('declared-relations.yaml', '- { kind: implies, rules: [test-report, test-second], reason: 報告するときは連絡もする }');
    expect(checksOf(texts)).toEqual([]);
    texts.set('declared-relations.yaml', '- { kind: implies, rules: [test-second, test-report], reason: 逆 }');
    expect(checksOf(texts).map((f) => f.split(' ')[0])).toEqual(['undeclared-implies', 'relation-not-true']);
  });
});
