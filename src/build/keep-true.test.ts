import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lintKnowledge } from './lint/lint-knowledge.ts';
import { keepTrue } from './keep-true.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { parseKnowledge } from './parse-knowledge.ts';
import { plant, sample } from './sample-for-tests.ts';

const report = (texts: ReadonlyMap<string, string> = new Map(Object.entries(sample)), today = '2026-11-25') => {
  const { files, problems } = parseKnowledge(texts);
  return new Map(keepTrue(files, [...problems, ...lintKnowledge(files)], [], today).map((p) => [p.title.split(' (')[0], p]));
};

describe('keepTrue [K-13]', () => {
  it('lists what no person has opened, and counts a page as opened only with a day and a name', () => {
    expect(
      report()
        .get('Live pages never opened by a person')
        ?.lines.some((l) => l.startsWith('GL ')),
    ).toBe(true);
    const opened = plant(
      'rules/test.yaml',
      'readOn: 2026-11-23, checked: null, grade: P*',
      'readOn: 2026-11-23, checked: { on: 2026-11-24, by: A }, grade: P*',
    );
    expect(
      report(opened)
        .get('Live pages never opened by a person')
        ?.lines.some((l) => l.startsWith('GL ')),
    ).toBe(false);
    expect(report(opened).get('Opened more than 90 days ago')?.lines).toEqual([]);
    expect(report(opened, '2027-02-23').get('Opened more than 90 days ago')?.lines).toHaveLength(1);
    expect(report(opened, '2027-02-22').get('Opened more than 90 days ago')?.lines).toHaveLength(0);
  });

  it('fails where a text that was not read is given a strength', () => {
    const title = 'Not read, with a strength other than unconfirmed';
    expect(report().get(title)).toMatchObject({ lines: [], fails: true });
    const stage = 'days: 5, first_day: counts, cite: GL 3 }';
    const unread = plant('rules/test.yaml', stage, 'days: 5, first_day: counts, cite: GL 3, grade: K }');
    expect(report(unread).get(title)?.lines).toEqual([]);
    const said = plant('rules/test.yaml', stage, 'days: 5, first_day: counts, cite: GL 3, grade: K, strength: statutory }');
    expect(report(said).get(title)?.lines).toEqual(['test-report.preliminary (GL 3): statutory, grade K']);
  });

  it('finds nothing that must be none in the knowledge of the repository', () => {
    const { files, problems } = loadKnowledge(join(import.meta.dirname, '../../knowledge'));
    const parts = keepTrue(files, [...problems, ...lintKnowledge(files)], [], '2026-11-25');
    expect(parts.filter((p) => p.fails).flatMap((p) => p.lines)).toEqual([]);
    expect(parts.every((p) => p.lines.every((l) => l.length > 0))).toBe(true);
  });

  it('lists uncited conditions, missing words, facts nobody asks and the changes with what moves [CHG-02]', () => {
    expect(
      report(plant('rules/test.yaml', '{ is: recovered, cite: 法3条 }', 'recovered')).get('Conditions without a citation')?.lines,
    ).toHaveLength(1);
    expect(
      report(plant('blocks.yaml', 'title: { ja: 記録, en: Record }', 'title: { en: Record }')).get('Missing language')?.lines,
    ).toHaveLength(1);
    expect(report().get('Facts never asked for a duty')?.lines).toContain('accepted, never asked (reserved, 1): laterName');
    expect(report().get('Changes of the law, and the answers that move')?.lines).toContain('2022-04-01 Begin: test-report');
  });
});
