import type { Bundle, Cond, FactDef, Source, Text } from '../../src/core/index.ts';

/** A bundle small enough to read, for tests of the ways in. Nothing in it is knowledge. */

const t = (ja: string, en: string): Text => ({ ja, en });
const source: Source = { text: '見本', readOn: '2026-11-23', checked: null, grade: 'P' };
const fact = (id: string, kind: FactDef['kind'], more: Partial<FactDef> = {}): FactDef => ({
  id,
  kind,
  question: t(`${id}ですか`, `Is it ${id}?`),
  who: 'it',
  effort: 2,
  group: 'data',
  ...more,
});
const is = (name: string): Cond => ({ op: 'test', fact: name, rel: 'is', value: true, cite: '法1条' });
const values = (...ids: string[]) => ids.map((id) => ({ id, label: t(id, id) }));

export const smallBundle: Bundle = {
  version: '0.0.0-test',
  hash: 'feed',
  facts: [
    fact('personalDataInvolved', 'yes-no', { aliases: ['personalData'] }),
    fact('sensitiveInfo', 'yes-no'),
    fact('strongProtection', 'yes-no'),
    fact('eventType', 'some-of', { values: values('leak', 'loss', 'damage') }),
    fact('role', 'one-of', { values: values('controller', 'entrustee'), valueAliases: { processor: 'entrustee' } }),
    fact('knownAt', 'instant', { start: 'awareness' }),
    fact('finalSubmittedAt', 'instant', { start: 'act' }),
  ],
  groups: { data: t('情報', 'Data') },
  agreements: {
    cite: '契約',
    calendar: 'sample',
    sides: [{ id: 'customer', label: t('取引先', 'A customer') }],
    triggers: [{ id: 'any-incident', label: t('事故', 'Any incident'), when: { op: 'all', of: [] } }],
  },
  implications: [],
  base: {
    terms: [],
    rules: [
      {
        id: 'sample-report',
        aliases: ['sample'],
        instrument: 'sample',
        label: t('見本の報告', 'Sample report'),
        level: 'mandatory',
        cite: '法1条',
        from: '2022-04-01',
        calendar: 'sample',
        zone: 'Asia/Tokyo',
        recipients: [{ to: 'office', why: t('見本だから', 'It is a sample') }],
        when: {
          op: 'all',
          of: [is('personalDataInvolved'), is('sensitiveInfo')],
          label: t('要配慮の情報', 'Special-care data'),
          cite: '法1条',
        },
        unless: { op: 'all', of: [is('strongProtection')], label: t('強く守られている', 'Strongly protected'), cite: '法2条' },
        stages: [
          {
            id: 'final',
            label: t('確報', 'Final report'),
            closes: true,
            choices: [
              {
                start: 'situation',
                convention: { unit: 'days', n: 30, firstDay: 'counts', roll: 'next-open-day' },
                target: 'last-open-day',
                strength: 'statutory',
                cite: '法3条',
                grade: 'P',
              },
            ],
          },
          {
            id: 'supplement',
            label: t('追完', 'Supplement'),
            closes: false,
            choices: [
              {
                start: 'finalSubmittedAt',
                convention: { unit: 'none', word: 'promptly' },
                strength: 'guideline',
                cite: '指針',
                grade: 'K',
              },
            ],
          },
        ],
        sources: [source],
        how: t('紙で出す', 'On paper'),
        caveats: [],
      },
    ],
    pending: [
      {
        id: 'coming',
        label: t('見本の改正', 'Sample change'),
        effect: t('まだ何も変わりません', 'Changes nothing yet'),
        from: null,
        latest: '2028-07-01',
        touches: ['sample-report'],
        sources: [source],
      },
    ],
  },
  recipients: [{ id: 'office', label: t('見本の役所', 'Sample office') }],
  delegations: [],
  offices: [],
  commonForms: [],
  calendars: {
    sample: {
      id: 'sample',
      label: t('見本の暦', 'Sample calendar'),
      weekend: [6, 7],
      yearly: {},
      days: {},
      from: '2022-01-01',
      officialTo: '2030-12-31',
      knownTo: '2030-12-31',
      sources: [source],
    },
  },
  playbooks: [
    {
      id: 'P-99',
      slug: 'sample',
      kind: 'playbook',
      title: t('見本の場面', 'Sample case'),
      lead: t('何かがおかしい', 'Something is odd'),
      icon: 'pc',
      signs: [],
      phases: [
        {
          id: 'T5',
          steps: [
            {
              id: 's1',
              role: 'finder',
              do: t('電話する', 'Call'),
              why: t('早いから', 'It is quick'),
              dont: [t('メールしない', 'Do not mail')],
              cannot: t('人を呼ぶ', 'Fetch someone'),
            },
          ],
          branches: [
            {
              id: 'b1',
              after: 's1',
              question: t('広がっていますか', 'Is it spreading?'),
              howToTell: t('隣に聞く', 'Ask next door'),
              answers: {
                yes: { then: t('すぐ止める', 'Stop at once'), steps: [] },
                no: { then: t('続ける', 'Go on'), steps: [] },
                unknown: { then: t('広がっているとみなす', 'Take it as spreading'), steps: [] },
              },
            },
          ],
        },
        { id: 'H1', steps: [], branches: [] },
      ],
      blocks: [],
      evidence: [],
      contacts: [],
      facts: {},
      sources: [source],
    },
  ],
  blocks: [],
  ladder: [],
  directory: [
    {
      id: 'desk',
      table: ['during'],
      theme: t('相談', 'Advice'),
      org: t('見本の窓口', 'Sample desk'),
      title: t('相談窓口', 'Help desk'),
      use: t('困ったとき', 'When in need'),
      channel: t('電話', 'Telephone'),
      url: 'https://desk.example/',
      keywords: ['見本'],
      grade: 'P',
      source,
    },
  ],
  questions: [],
  triage: { start: 'q', questions: [], sentences: [] },
  cases: { home: [], groups: [], rare: [] },
  disagreements: [],
  flow: [{ id: 'T5', name: t('はじめの5分', 'First 5 minutes'), span: t('5分', '5 min'), aim: t('止める', 'Stop it'), points: [] }],
  firstAid: [],
  frames: [],
  forms: [],
  contacts: [],
  sweep: [],
  severity: { sources: [], signs: [] },
  stakeholders: [],
  changes: [],
  library: {
    readiness: { checks: [], scoring: t('見本', 'Sample'), yardsticks: [], alone: [] },
    drills: [],
    drillMethod: { steps: [], fog: [], donts: [], sources: [] },
    taxonomy: { schemes: [], cases: [], sources: [] },
    metrics: { metrics: [], rules: [], sources: [] },
    levels: [],
    scales: [],
    helpers: [],
    disagreements: [],
  },
};
