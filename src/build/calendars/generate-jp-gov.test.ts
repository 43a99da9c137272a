import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import holidayJp from '@holiday-jp/holiday_jp';
import { describe, expect, it } from 'vitest';
import { parseKnowledge } from '../parse-knowledge.ts';
import { writeJpGov } from './generate-jp-gov.ts';

const kept = readFileSync(join(import.meta.dirname, '../../../knowledge/calendars/jp-gov.yaml'), 'utf8');
const { files, problems } = parseKnowledge(new Map([['calendars/jp-gov.yaml', kept]]));
const days = files.calendars['jp.gov']?.days ?? {};

/** The list made by hand for the two years that are official, month/day. */
const stated: Record<string, string> = {
  2026: '1/1 1/12 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/20 8/11 9/21 9/22 9/23 10/12 11/3 11/23',
  2027: '1/1 1/11 2/11 2/23 3/21 3/22 4/29 5/3 5/4 5/5 7/19 8/11 9/20 9/23 10/11 11/3 11/23',
};

describe('the calendar of national organs [K-10]', () => {
  it('is the file that the generator makes', () => {
    expect(problems).toEqual([]);
    expect(kept).toBe(writeJpGov());
  });

  it('has every holiday of the library from 2022 to 2050, and no other day', () => {
    const library = Object.keys(holidayJp.holidays).filter((d) => d >= '2022-01-01' && d <= '2050-12-31');
    expect(Object.keys(days)).toEqual(library);
    expect(library.at(-1)).toBe('2050-11-23');
  });

  it('agrees with the list made by hand for 2026 and 2027', () => {
    for (const [year, list] of Object.entries(stated)) {
      const iso = list.split(' ').map(
        (md) =>
          `${year}-${md
            .split('/')
            .map((n) => n.padStart(2, '0'))
            .join('-')}`,
      );
      expect(Object.keys(days).filter((d) => d.startsWith(year))).toEqual(iso);
    }
  });

  it('says substitute and sandwiched days as such', () => {
    expect(days['2026-05-06']).toEqual({ ja: 'こどもの日の振替休日', en: 'substitute holiday' });
    expect(days['2026-09-22']).toEqual({ ja: '国民の休日', en: 'sandwiched holiday' });
    expect(days['2027-03-22']?.en).toBe('substitute holiday');
  });
});
