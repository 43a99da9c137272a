import type { FactKind, Text } from '../../../core/index.ts';

/** The fixed words of the pages that show the knowledge itself. */
export const words = {
  title: { ja: '知識の中身', en: 'The knowledge itself' },
  lead: {
    ja: '答えを出しているデータを、1つずつ見られます。間違いを見つけたら、直せます。',
    en: 'Every piece of data that answers come from. If you find a mistake, it can be mended.',
  },
  rules: { ja: '届け出の定め', en: 'Rules' },
  facts: { ja: '聞くこと', en: 'Facts that are asked' },
  playbooks: { ja: '手引き', en: 'Playbooks' },
  forms: { ja: '様式', en: 'Forms' },
  reserved: { ja: '受け取るが、まだ聞かないもの', en: 'Accepted, not asked yet' },
  receives: { ja: '届け先', en: 'Who receives' },
  when: { ja: '必要になる条件', en: 'When it is needed' },
  unless: { ja: '除外（要らなくなる条件）', en: 'Exclusions' },
  stages: { ja: '段階と期限', en: 'Stages and limits' },
  how: { ja: '出し方', en: 'How to submit' },
  notSure: { ja: '確かでないこと', en: 'What is not sure' },
  examples: { ja: '答えの例（毎回確かめています）', en: 'Worked examples (run every time)' },
  changes: { ja: '変わり目', en: 'Changes' },
  sameFiling: { ja: '同じ届け出', en: 'The same filing' },
  inForce: { ja: '効いている期間', en: 'In force' },
  usedBy: { ja: '使っている定め', en: 'Rules that use it' },
  inForms: { ja: '使っている様式', en: 'Forms that use it' },
  answers: { ja: '答え', en: 'Answers' },
  names: { ja: 'ほかの名前', en: 'Other names' },
  kind: { ja: '種類', en: 'Kind' },
  who: { ja: '答えられる人', en: 'Who can answer' },
  law: { ja: '根拠', en: 'Law' },
  judgement: { ja: '決まった答えのない判断です。人が決め、理由を残します。', en: 'A judgement: a person decides, and keeps the reason.' },
  profile: {
    ja: '会社・団体のことなので、ふだんのうちに答えられます。',
    en: 'It belongs to the organisation and can be answered on a quiet day.',
  },
  fields: { ja: '欄', en: 'Fields' },
  mayWait: { ja: '調査中でよい', en: 'May wait' },
  meets: { ja: 'この様式で出す定め', en: 'Rules it meets' },
  usable: { ja: 'この様式も受け取る届け先の定め', en: 'Rules whose recipients also take it' },
  steps: { ja: '手順', en: 'Steps' },
  openCase: { ja: '手順を開く', en: 'Open the steps' },
  sets: { ja: 'この場面だけで分かること', en: 'What the case alone says' },
  to: { ja: '動く答え', en: 'Answer' },
  all: { ja: '次のすべて', en: 'All of these' },
  any: { ja: '次のどれか', en: 'Any of these' },
  not: { ja: '次にあたらない', en: 'Not this' },
  byOffice: { ja: '地域の窓口', en: 'Offices by prefecture' },
  check: { ja: '届け出を調べる', en: 'Check duties' },
} as const satisfies Readonly<Record<string, Text>>;

export const kinds: Readonly<Record<FactKind, Text>> = {
  'yes-no': { ja: 'はい・いいえ', en: 'Yes or no' },
  'one-of': { ja: '1つを選ぶ', en: 'One of a list' },
  'some-of': { ja: 'いくつでも選ぶ', en: 'Any of a list' },
  number: { ja: '数', en: 'Number' },
  instant: { ja: '日時', en: 'Moment' },
};

export const verdicts: Readonly<Record<'yes' | 'no' | 'unknown' | 'presumed', Text>> = {
  yes: { ja: '必要', en: 'Needed' },
  no: { ja: '不要', en: 'Not needed' },
  unknown: { ja: 'まだ決められない', en: 'Cannot tell yet' },
  presumed: { ja: '必要とみなす', en: 'Taken as needed' },
};
