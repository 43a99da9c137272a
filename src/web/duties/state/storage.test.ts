import { describe, expect, it } from 'vitest';
import type { FactDef } from '../../../core/index.ts';
import { type Kept, nothingKept } from './answers.ts';
import { readKept, type Shelf, writeKept } from './storage.ts';

const text = { ja: 'q', en: 'q' };
const defs: readonly FactDef[] = [
  { id: 'maliciousAct', kind: 'yes-no', question: text, who: 'it', effort: 2, group: 'g' },
  { id: 'pMark', kind: 'one-of', question: text, who: 'lead', effort: 1, group: 'o', profile: true, values: [{ id: 'none', label: text }] },
];

const shelfOf = (items: Record<string, string> = {}): Shelf & { readonly items: Record<string, string> } => ({
  items,
  getItem: (key) => items[key] ?? null,
  setItem: (key, value) => {
    items[key] = value;
  },
  removeItem: (key) => {
    delete items[key];
  },
});

const at = '2026-11-23T14:02:00+09:00';
const kept: Kept = {
  incident: { maliciousAct: { value: null, at, learned: '2026-11-24' } },
  organisation: { pMark: { value: 'none', at } },
  remember: true,
  cases: ['malware'],
};

describe('what the device keeps', () => {
  it('comes back as it was', () => {
    const shelf = shelfOf();
    expect(writeKept(shelf, kept)).toBe(true);
    expect(readKept(shelf, defs)).toEqual(kept);
  });

  it('leaves nothing behind when there is nothing', () => {
    const shelf = shelfOf();
    writeKept(shelf, kept);
    writeKept(shelf, nothingKept);
    expect(shelf.items).toEqual({});
  });

  it('drops what the catalogue does not know, and broken text', () => {
    const shelf = shelfOf({
      'shodo.duties.incident': JSON.stringify({ answers: { gone: { value: true, at }, maliciousAct: { value: 'perhaps', at } } }),
      'shodo.duties.organisation': '{',
    });
    expect(readKept(shelf, defs)).toEqual(nothingKept);
  });

  it('says so when the browser refuses', () => {
    const refusing = {
      ...shelfOf(),
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(writeKept(refusing, kept)).toBe(false);
    expect(writeKept(undefined, kept)).toBe(false);
    expect(readKept(undefined, defs)).toEqual(nothingKept);
  });
});
