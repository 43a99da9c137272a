import { describe, expect, it } from 'vitest';
import { movedRows } from './moved-rows.ts';
import { parseKnowledge } from './parse-knowledge.ts';
import { plant, sample } from './sample-for-tests.ts';

const before = parseKnowledge(new Map(Object.entries(sample))).files;
const change = (from: string, to: string) => movedRows(before, parseKnowledge(plant('rules/test.yaml', from, to)).files);

describe('movedRows [K-09]', () => {
  it('moves nothing where only words changed', () => {
    expect(change('ja: 報告, en: Report', 'ja: 届け出, en: Filing')).toEqual({ came: [], went: [], moved: [] });
  });

  it('names the situations between an old and a new threshold', () => {
    const { moved } = change('any: [countMax > 1000, media has usb]', 'any: [countMax > 500, media has usb]');
    expect(moved.length).toBeGreaterThan(0);
    expect(moved.map((m) => [m.was, m.is])).toEqual(moved.map(() => ['no', 'yes']));
    expect(moved.map((m) => m.row.facts.countMax)).toContain(1000);
    expect(moved.every((m) => m.row.on === '2024-04-01')).toBe(true);
  });

  it('says which rules came and went instead of listing all their rows', () => {
    expect(change('test-report:\n    label', 'test-notice:\n    label')).toEqual({
      came: ['test-notice'],
      went: ['test-report'],
      moved: [],
    });
  });
});
