import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import holidayJp from '@holiday-jp/holiday_jp';
import { stringify } from 'yaml';
import type { Calendar, Text } from '../../core/index.ts';

const first = '2022-01-01';
const last = '2050-12-31';

/** Substitute days (Act on National Holidays art. 3(2)) and sandwiched days (art. 3(3)) are said as such, for the steps of a deadline. */
const nameDay = (ja: string, en: string): Text => {
  const [holiday, substitute] = ja.split(' ');
  if (substitute === '振替休日') return { ja: `${holiday}の振替休日`, en: 'substitute holiday' };
  if (ja === '休日') return { ja: '国民の休日', en: 'sandwiched holiday' };
  return { ja, en };
};

const yearEnd: Text = { ja: '年末年始の休み', en: 'year-end closure' };

/**
 * The days on which national administrative organs of Japan are closed (Act No. 91 of 1988, art. 1(1)): weekends, national
 * holidays, 29 December to 3 January. Holidays are official to the end of 2027, projections after that.
 */
const makeJpGov = (): Calendar => ({
  id: 'jp.gov',
  label: { ja: '国の行政機関', en: 'National administrative organs of Japan' },
  weekend: [6, 7],
  yearly: { '01-02': yearEnd, '01-03': yearEnd, '12-29': yearEnd, '12-30': yearEnd, '12-31': yearEnd },
  days: Object.fromEntries(
    Object.values(holidayJp.holidays)
      .filter((h) => h.date >= first && h.date <= last)
      .map((h) => [h.date, nameDay(h.name, h.name_en)]),
  ),
  from: first,
  officialTo: '2027-12-31',
  knownTo: last,
  sources: [
    {
      text: '行政機関の休日に関する法律（昭和63年法律第91号）1条1項・2条',
      url: 'https://laws.e-gov.go.jp/law/363AC0000000091',
      edition: '1992-05-01',
      readOn: '2026-11-23',
      checked: null,
      grade: 'P',
    },
    { text: '内閣府の祝日一覧（syukujitsu.csv）。2027年の春分の日と秋分の日は、もう一度確かめる', readOn: null, checked: null, grade: 'S' },
    {
      text: 'holiday_jp の祝日データ（2028年から後は見込み）',
      edition: holidayJp.VERSION,
      readOn: '2026-11-24',
      checked: null,
      grade: 'S',
    },
  ],
});

/** The file as it is kept, made again by `node src/build/calendars/generate-jp-gov.ts`. */
export const writeJpGov = (): string =>
  `# Made by src/build/calendars/generate-jp-gov.ts from the holiday_jp data. Do not edit by hand.\n${stringify(makeJpGov(), { lineWidth: 0, aliasDuplicateObjects: false })}`;

if (import.meta.main) {
  const folder = fileURLToPath(new URL('../../../knowledge/calendars', import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/jp-gov.yaml`, writeJpGov());
}
