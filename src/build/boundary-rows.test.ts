import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { boundaryRows } from './boundary-rows.ts';
import { answerRow, checkConfirmed } from './confirmed-rows.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { scoreRows, shareOf } from './mutate-rules.ts';
import { parseKnowledge } from './parse-knowledge.ts';
import { plant, sample } from './sample-for-tests.ts';
import { sayRows } from './say-rows.ts';

const { files } = loadKnowledge(join(import.meta.dirname, '../../knowledge'));
const small = parseKnowledge(new Map(Object.entries(sample))).files;

describe('the boundary rows of the knowledge [K-08]', () => {
  const rows = boundaryRows(files);

  it('are answered by the core as they say', () => {
    expect(rows.length).toBeGreaterThan(500);
    expect(rows.filter((r) => answerRow(files, r) !== r.answer)).toEqual([]);
  });

  it('give every rule a yes and a no', () => {
    for (const rule of files.base.rules) {
      const answers = new Set(rows.filter((r) => r.rule === rule.id && r.about === 'applies').map((r) => r.answer));
      expect([...answers].sort(), rule.id).toEqual(['no', 'yes']);
    }
  });

  it('notice every mistake planted in terms and rules that changes an answer', () => {
    const score = scoreRows(files, rows);
    const { planted, caught, same, missed } = score;
    console.info(`planted ${planted}, noticed ${caught}, without effect ${same}, missed ${missed.length}; ${rows.length} rows`);
    expect(planted).toBeGreaterThan(300);
    expect([shareOf(score), missed]).toEqual([1, []]);
  });

  it('are confirmed by persons only, and a confirmed row does not move', () => {
    expect(checkConfirmed(files, rows).problems).toEqual([]);
  });
});

describe('boundaryRows', () => {
  const rows = boundaryRows(small);

  it('stands on both sides of a threshold, all else being the same', () => {
    const edge = rows.filter((r) => r.line === 'countMax > 1000' && r.on === '2024-04-01');
    expect(edge.map((r) => [r.facts.countMax, r.answer])).toEqual([
      [1001, 'yes'],
      [1000, 'no'],
    ]);
    const [above, at] = edge.map((r) => ({ ...r.facts, countMax: 0 }));
    expect(above).toEqual(at);
  });

  it('keeps the rows of an older text beside those of the new one', () => {
    expect([...new Set(rows.map((r) => r.on))].sort()).toEqual(['2022-04-01', '2024-04-01']);
  });

  it('misses a mistake when the rows that would notice it are taken away', () => {
    const score = scoreRows(
      small,
      rows.filter((r) => r.line !== 'countMax > 1000'),
    );
    expect(score.missed.some((m) => m.includes('countMax > 1000'))).toBe(true);
    expect(shareOf(score)).toBeLessThan(1);
  });

  it('prints the rows in the words of the questions', () => {
    const text = sayRows(small, rows);
    expect(text).toContain('test-report 報告（法1条）');
    expect(text).toContain('あたる　 最大の人数→1001');
  });

  it('says which confirmed row a change of the law has moved', () => {
    const row = rows.find((r) => r.line === 'countMax > 1000' && r.facts.countMax === 1001 && r.on === '2024-04-01');
    const texts = new Map(plant('rules/test.yaml', 'any: [countMax > 1000', 'any: [countMax > 2000'));
    texts.set(
      'confirmed-rows.yaml',
      JSON.stringify([
        { rule: row?.rule, about: row?.about, on: row?.on, facts: row?.facts, answer: 'yes', by: 'A. Lawyer', confirmedOn: '2026-11-24' },
      ]),
    );
    const changed = parseKnowledge(texts).files;
    const { problems, situations, unconfirmed } = checkConfirmed(changed, boundaryRows(changed));
    expect(problems.map((p) => p.check)).toEqual(['confirmed-row-moved']);
    expect(unconfirmed).toBe(situations);
  });
});
