import { describe, expect, it } from 'vitest';
import { noticedOf } from './noticed-of.ts';

const now = Date.parse('2026-11-23T05:14:00Z');
const shelf = (noticedAt: unknown) => ({ getItem: (key: string) => (key === 'shodo.case.malware' ? JSON.stringify({ noticedAt }) : null) });

describe('the clock of the first moves', () => {
  it('gives when the incident was noticed', () => {
    expect(noticedOf(shelf(now - 600_000), ['website', 'malware'], now)).toBe(now - 600_000);
  });

  it('gives nothing where that page kept nothing', () => {
    expect(noticedOf(shelf(now - 600_000), ['website'], now)).toBeUndefined();
    expect(noticedOf(shelf(now - 600_000), [], now)).toBeUndefined();
    expect(noticedOf(shelf('broken'), ['malware'], now)).toBeUndefined();
    expect(noticedOf(undefined, ['malware'], now)).toBeUndefined();
  });
});
