import { describe, expect, it } from 'vitest';
import type { Facts } from '../facts/fact.ts';
import { findOffice, type OfficeList } from './office.ts';

const text = (word: string) => ({ ja: word, en: word });
const source = { text: '見本', readOn: null, checked: null, grade: 'K' as const };

const list: OfficeList = {
  id: 'safety',
  label: text('地域の役所'),
  of: ['desk'],
  by: ['affectedPrefecture', 'headOfficePrefecture'],
  national: { label: text('全国の窓口'), source },
  ask: text('担当につないでください'),
  areas: source,
  offices: [
    { id: 'north', label: text('北'), serves: ['hokkaido', 'aomori'] },
    { id: 'east', label: text('東'), serves: ['tokyo', 'shizuoka'] },
    { id: 'middle', label: text('中'), serves: ['aichi', 'shizuoka'] },
  ],
};

const found = (facts: Facts) => findOffice(list, facts).offices.map((o) => o.id);

describe('findOffice [WHERE-05]', () => {
  it('takes the affected place before the head office', () => {
    expect(found({ headOfficePrefecture: 'tokyo' })).toEqual(['east']);
    expect(found({ headOfficePrefecture: 'tokyo', affectedPrefecture: 'aomori' })).toEqual(['north']);
  });

  it('names both offices where a border runs through the prefecture', () =>
    expect(found({ affectedPrefecture: 'shizuoka' })).toEqual(['east', 'middle']));

  it('names none while the place is open, with the national desk, the words to say and the question', () => {
    const nothing = findOffice(list, {});
    expect(nothing).toMatchObject({ offices: [], open: 'affectedPrefecture', national: list.national, ask: list.ask });
    expect(found({ affectedPrefecture: { in: ['tokyo', 'aichi'] } })).toEqual([]);
    expect(found({ affectedPrefecture: { in: ['hokkaido', 'aomori'] } })).toEqual(['north']);
    expect(findOffice(list, { affectedPrefecture: 'tokyo' }).open).toBeNull();
  });
});
