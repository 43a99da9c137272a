import type { Convention, Lang } from '../../core/index.ts';

const words: Readonly<Record<Extract<Convention, { unit: 'none' }>['word'], Readonly<Record<Lang, string>>>> = {
  immediately: { ja: '直ちに', en: 'immediately' },
  promptly: { ja: 'すみやかに', en: 'promptly' },
  'without-delay': { ja: '遅滞なく', en: 'without delay' },
  'without-undue-delay': { ja: '不当に遅れずに', en: 'without undue delay' },
  early: { ja: '早めに', en: 'early' },
  'by-contract': { ja: '取り決めのとおりに', en: 'as the contract says' },
  'on-request': { ja: '求められたとき', en: 'on request' },
};

const units = { weeks: { ja: '週間', en: 'weeks' }, months: { ja: 'か月', en: 'months' } } as const;

/** How a date is counted, in half a sentence. A word of the law stays a word: no number is made of it. */
export const sayConvention = (convention: Convention, lang: Lang): string => {
  const ja = lang === 'ja';
  if (convention.unit === 'none') return words[convention.word][lang];
  const { n } = convention;
  if (convention.unit === 'hours') return ja ? `${n}時間以内` : `within ${n} hours`;
  if (convention.unit === 'dayOfNextMonth') return ja ? `次の月の${n}日まで` : `by day ${n} of the next month`;
  if (convention.unit === 'openDays') return ja ? `開庁日で${n}日以内` : `within ${n} open days`;
  if (convention.unit === 'days') {
    if (convention.firstDay === 'counts') return ja ? `${n}日目まで（知った日が1日目）` : `by day ${n} (the day of knowing is day 1)`;
    return ja ? `${n}日以内（知った日は数えない）` : `within ${n} days (the day of knowing is not counted)`;
  }
  return ja ? `${n}${units[convention.unit].ja}以内` : `within ${n} ${units[convention.unit].en}`;
};
