import type { Cond, DutyKnowledge, FactDef, Rule, Source, Text } from '../../core/index.ts';
import { t } from '../text.ts';

/** A small law for the tests of this screen. Nothing in it is knowledge. */

const source: Source = { text: '通則編 3-5-3', edition: '2026-06', readOn: '2026-11-23', checked: null, grade: 'P*' };

const fact = (id: string, kind: FactDef['kind'], question: Text, more: Partial<FactDef> = {}): FactDef => ({
  id,
  kind,
  question,
  who: 'it',
  effort: 2,
  group: 'data',
  ...more,
});

const is = (name: string, cite: string): Cond => ({ op: 'test', fact: name, rel: 'is', value: true, cite });

const rule = (id: string, label: Text, more: Partial<Rule>): Rule => ({
  id,
  instrument: 'jp.appi',
  label,
  level: 'mandatory',
  cite: '法26条1項',
  from: '2022-04-01',
  calendar: 'jp.gov',
  zone: 'Asia/Tokyo',
  recipients: [{ to: 'jp.ppc', why: t('個人データを扱う事業者のため', 'It handles personal data') }],
  when: { op: 'term', term: 'reportable' },
  stages: [],
  sources: [source],
  how: t('報告フォームから出します。', 'Use the reporting form.'),
  caveats: [],
  ...more,
});

const reportable: Cond = {
  op: 'all',
  of: [
    is('personalDataInvolved', '法26条1項'),
    {
      op: 'any',
      of: [
        {
          op: 'all',
          of: [is('sensitiveInfo', '規則7条1号')],
          label: t('要配慮個人情報が含まれる', 'Special-care data are involved'),
          cite: '規則7条1号',
        },
        {
          op: 'all',
          of: [is('maliciousAct', '規則7条3号')],
          label: t('不正の目的のおそれがある', 'Possibly malicious'),
          cite: '規則7条3号',
        },
        {
          op: 'all',
          of: [{ op: 'test', fact: 'subjectsMax', rel: '>', value: 1000 }],
          label: t('千人を超える', 'More than 1,000 people'),
          cite: '規則7条4号',
        },
      ],
    },
    {
      op: 'not',
      unless: true,
      of: is('strongProtection', '規則7条1号'),
      label: t('高度な暗号化で守られている', 'Strongly encrypted'),
      cite: '規則7条1号',
    },
  ],
};

const days = (n: number, roll: 'none' | 'next-open-day') => ({ unit: 'days', n, firstDay: 'counts', roll }) as const;

export const testKnowledge: DutyKnowledge = {
  version: '0.0.0-test',
  hash: '0123456789abcdef',
  groups: { when: t('いつ', 'When'), data: t('情報', 'Data'), organisation: t('組織', 'Organisation') },
  facts: [
    fact('knownAt', 'instant', t('だれかが最初に気づいたのは、いつですか', 'When did anyone first notice?'), {
      who: 'finder',
      effort: 1,
      group: 'when',
      start: 'awareness',
    }),
    fact('personalDataInvolved', 'yes-no', t('個人データが関わっていますか', 'Is personal data involved?'), { effort: 1 }),
    fact('sensitiveInfo', 'yes-no', t('要配慮個人情報はありますか', 'Are special-care data involved?')),
    fact('maliciousAct', 'yes-no', t('不正の目的によるおそれがありますか', 'May it be malicious?')),
    fact('subjectsMax', 'number', t('本人の数は最大で何人ですか', 'How many people at most?')),
    fact('strongProtection', 'yes-no', t('高度な暗号化で守られていましたか', 'Was it strongly encrypted?'), { effort: 3 }),
    fact('eventType', 'some-of', t('何が起きましたか', 'What happened?'), {
      values: [
        { id: 'leak', label: t('もれた', 'Leaked') },
        { id: 'loss', label: t('なくなった', 'Lost') },
      ],
    }),
    fact('gdprApplies', 'yes-no', t('EUにいる人の情報がありますか', 'Are people in the EU affected?'), { who: 'legal' }),
    fact('pMark', 'one-of', t('プライバシーマークを受けていますか', 'PrivacyMark?'), {
      who: 'lead',
      effort: 1,
      group: 'organisation',
      profile: true,
      values: [
        { id: 'granted', label: t('受けている', 'Granted') },
        { id: 'none', label: t('ない', 'None') },
      ],
    }),
    fact('crimeSuspected', 'yes-no', t('犯罪の疑いがありますか', 'Is a crime suspected?'), { who: 'executive' }),
  ],
  agreements: { cite: '契約', calendar: 'none', sides: [], triggers: [] },
  implications: [],
  base: {
    terms: [
      {
        id: 'reportable',
        label: t('報告の対象となる事態', 'Reportable situation'),
        cite: '規則7条',
        versions: [{ from: null, cond: reportable }],
      },
    ],
    rules: [
      rule('appi-ppc-report', t('個人情報保護委員会への報告', 'Report to the PPC'), {
        stages: [
          {
            id: 'preliminary',
            label: t('速報', 'Preliminary'),
            closes: true,
            choices: [
              {
                start: 'situation',
                convention: { ...days(5, 'none'), guide: true },
                target: { convention: days(3, 'none'), cite: 'GL' },
                strength: 'guideline',
                cite: 'GL 3-5-3-3',
                grade: 'P*',
              },
            ],
          },
          {
            id: 'final',
            label: t('確報', 'Final'),
            closes: true,
            choices: [
              {
                if: { op: 'all', of: [is('maliciousAct', '規則7条3号')], label: t('不正の目的のおそれがある', 'Possibly malicious') },
                start: 'situation',
                convention: days(60, 'next-open-day'),
                strength: 'statutory',
                cite: '規則8条2項',
                grade: 'P*',
              },
              { start: 'situation', convention: days(30, 'next-open-day'), strength: 'statutory', cite: '規則8条2項', grade: 'P*' },
            ],
          },
        ],
      }),
      rule('appi-principal-notice', t('本人への通知', 'Notice to the people concerned'), {
        cite: '法26条2項',
        stages: [
          {
            id: 'notice',
            label: t('通知', 'Notice'),
            closes: true,
            choices: [
              { start: 'situation', convention: { unit: 'none', word: 'promptly' }, strength: 'statutory', cite: '規則10条', grade: 'P*' },
            ],
          },
        ],
      }),
      rule('appi-delegated-report', t('委任先への報告', 'Report to the delegate'), { mergedInto: 'appi-ppc-report' }),
      rule('pmark-prelim', t('プライバシーマークの審査機関への報告', 'PrivacyMark body'), {
        level: 'contractual',
        cite: 'PMK500',
        when: {
          op: 'all',
          of: [{ op: 'test', fact: 'pMark', rel: 'in', value: ['granted'], cite: 'PMK500' }, is('personalDataInvolved', 'PMK500')],
        },
        stages: [
          {
            id: 'preliminary',
            label: t('速報', 'Preliminary'),
            closes: true,
            choices: [{ start: 'knownAt', convention: days(5, 'none'), strength: 'contract', cite: 'PMK500', grade: 'K' }],
          },
        ],
      }),
      rule('eu-gdpr-33-sa', t('GDPR 監督機関', 'GDPR authority'), {
        cite: 'GDPR 33(1)',
        calendar: 'none',
        instrument: 'eu.gdpr',
        zone: 'Europe/Brussels',
        when: { op: 'all', of: [is('personalDataInvolved', 'GDPR 4'), is('gdprApplies', 'GDPR 3')] },
        stages: [
          {
            id: 'notify',
            label: t('通知', 'Notification'),
            closes: true,
            choices: [
              {
                start: 'knownAt',
                convention: { unit: 'hours', n: 72 },
                outer: { convention: { unit: 'hours', n: 72, fullHours: true }, cite: 'Reg. 1182/71' },
                strength: 'statutory',
                cite: 'GDPR 33(1)',
                grade: 'A',
              },
            ],
          },
        ],
      }),
      rule('police-consult', t('警察への相談', 'Consult the police'), {
        level: 'voluntary',
        cite: '相談',
        when: is('crimeSuspected', '相談'),
        stages: [
          {
            id: 'notice',
            label: t('相談', 'Consultation'),
            closes: false,
            choices: [{ start: 'situation', convention: { unit: 'none', word: 'early' }, strength: 'practice', cite: '相談', grade: 'P' }],
          },
        ],
      }),
    ],
    pending: [
      {
        id: 'appi-2026',
        label: t('個人情報保護法の改正', 'APPI amendment'),
        effect: t('報告を軽くする特例ができます。', 'Reports become lighter in some cases.'),
        from: null,
        latest: '2028-04-30',
        touches: ['appi-ppc-report'],
        sources: [source],
      },
    ],
  },
  recipients: [{ id: 'jp.ppc', label: t('個人情報保護委員会', 'Personal Information Protection Commission') }],
  delegations: [],
  offices: [],
  commonForms: [],
  calendars: {
    'jp.gov': {
      id: 'jp.gov',
      label: t('国の役所', 'National offices'),
      weekend: [6, 7],
      yearly: {},
      days: { '2027-01-01': t('元日', 'New Year') },
      from: '2022-01-01',
      officialTo: '2027-12-31',
      knownTo: '2030-12-31',
      sources: [source],
    },
  },
};

export const factOf = (id: string): FactDef => testKnowledge.facts.find((f) => f.id === id) as FactDef;
