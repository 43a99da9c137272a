import type { FactKind, Form, FormField, Text } from '../../../core/index.ts';

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
  required: { ja: '必ず書く', en: 'Required' },
  limit: { ja: '文字まで', en: 'characters at most' },
  from: { ja: '言葉の出どころ', en: 'Words come from' },
  byHand: { ja: '人が書きます', en: 'written by hand' },
  choices: { ja: '選べる答え', en: 'Offered answers' },
  parts: { ja: '段階', en: 'Stages' },
  texts: { ja: '文', en: 'Texts' },
  aid: {
    ja: '提出用ではありません。相手が読む言葉は英語です。日本語は読むための参考です。',
    en: 'Not for submission. The recipient reads Japanese; the English is a reading aid.',
  },
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

export const formKinds: Readonly<Record<Form['kind'], Text>> = {
  filing: { ja: '相手に出すもの', en: 'Goes to a recipient' },
  notice: { ja: 'お知らせ', en: 'A notice' },
  sheet: { ja: '社内の票', en: 'A sheet of your own' },
};

/** Where the words of a field come from, beside the answers to facts. */
export const originNames: Readonly<Record<NonNullable<FormField['from']>[number], Text>> = {
  'card.name': { ja: '会社のカードの名前', en: "the organisation's card: name" },
  'card.contact': { ja: '会社のカードの連絡先', en: "the organisation's card: contact" },
  'record.stage': { ja: '出す段階', en: 'the stage that is filed' },
  'record.receipt': { ja: '前の提出の受付', en: 'the receipt of the filing before' },
  'record.rules': { ja: '判定の結果', en: 'what the duties check found' },
  'record.course': { ja: '記録の経過', en: 'the timeline of the record' },
  'record.measures': { ja: '記録の「した」', en: 'what the record says was done' },
  'record.told': { ja: '記録の「知らせた」', en: 'whom the record says was told' },
  'record.notices': { ja: '出したお知らせ', en: 'notices that went out' },
  'record.name': { ja: '事案の呼び名', en: 'the name of the incident' },
  'record.cases': { ja: '始めたケース', en: 'the cases begun' },
  'record.severity': { ja: '決めた重大度', en: 'the severity that was set' },
  'record.places': { ja: '各部署の様子', en: 'what departments see' },
  'record.conditions': { ja: '引き継ぎの「いまの状況」', en: 'the handover: state of things' },
  'record.needs': { ja: '引き継ぎの「必要なこと」', en: 'the handover: what is needed' },
  'record.evidence': { ja: '記録の証拠', en: 'the evidence of the record' },
  'record.decisions': { ja: '出さないという判断', en: 'decisions not to report' },
  'record.deadlines': { ja: '開いている期限', en: 'deadlines still open' },
};
