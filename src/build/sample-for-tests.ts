/** A small, sound knowledge folder that tests plant faults in. */
export const sample: Readonly<Record<string, string>> = {
  'facts.yaml': `
groups: { what: { ja: 何が, en: What } }
facts:
  leaked: { kind: yes-no, question: { ja: 漏れた, en: Leaked }, who: it, effort: 2, group: what }
  recovered: { kind: yes-no, question: { ja: 戻った, en: Recovered }, who: it, effort: 2, group: what }
  told: { kind: yes-no, question: { ja: 伝えた, en: Told }, who: it, effort: 2, group: what }
  count: { kind: number, question: { ja: 人数, en: Count }, who: it, effort: 3, group: what }
  countMax: { kind: number, question: { ja: 最大の人数, en: Largest count }, who: it, effort: 3, group: what }
  role: { kind: one-of, question: { ja: 立場, en: Role }, who: legal, effort: 1, group: what, values: [{ id: own, label: { ja: 自社, en: Own } }, { id: agent, label: { ja: 受託, en: Agent } }] }
  media: { kind: some-of, question: { ja: 媒体, en: Media }, who: it, effort: 1, group: what, values: [{ id: mail, label: { ja: メール, en: Mail } }, { id: usb, label: { ja: USB, en: USB } }] }
  knownAt: { kind: instant, start: awareness, question: { ja: いつ, en: When }, who: it, effort: 1, group: what }
  laterName: { kind: yes-no, question: { ja: 予約, en: Reserved }, who: it, effort: 1, group: what, reserved: true }
implies:
  - { if: recovered, then: { leaked: true } }
  - { known: count, then: { countMax: same } }
`,
  'recipients.yaml': `
- { id: jp.x, label: { ja: 受付, en: Desk } }
`,
  'delegation.yaml': `
- id: d-1
  label: { ja: 委任, en: Delegation }
  rules: [test-report]
  by: { trade: media, owner: media, listed: told }
  none: usb
  covered: [mail]
  kept: { owners: [usb], why: { ja: 別, en: Apart }, source: { text: 頁, readOn: 2026-11-23, checked: null, grade: P } }
  ask: { to: jp.x, why: { ja: 見る, en: Look } }
  check: { text: { ja: 見る, en: Look }, source: { text: 頁, readOn: 2026-11-23, checked: null, grade: P } }
  trades:
    - { id: post, label: { ja: 郵便, en: Post }, sectors: [mail], to: jp.x, why: { ja: 委任, en: Delegated }, from: 2024-04-01, until: 2027-03-31, source: { text: 頁, readOn: 2026-11-23, checked: null, grade: P } }
`,
  'CHANGELOG.yaml': `
- { id: c-1, from: 2022-04-01, label: { ja: 始まり, en: Begin }, what: { ja: 始まった, en: It began }, moves: [{ rules: [test-report], how: { ja: 要る, en: Needed } }], sources: [{ text: 頁, readOn: 2026-11-23, checked: null, grade: P }] }
- { id: c-2, from: 2024-04-01, label: { ja: 広い, en: Wider }, what: { ja: 広がった, en: It grew }, moves: [{ rules: [test-report], how: { ja: 要る, en: Needed } }], sources: [{ text: 頁, readOn: 2026-11-23, checked: null, grade: P }] }
`,
  'offices.yaml': `
- id: o-1
  label: { ja: 役所, en: Office }
  of: [jp.x]
  by: [role]
  national: { label: { ja: 国, en: National }, source: { text: 頁, readOn: 2026-11-23, checked: null, grade: P } }
  ask: { ja: つなぐ, en: Connect }
  areas: { text: 一般の知識, readOn: null, checked: null, grade: K }
  offices: [{ id: o-1.all, label: { ja: 全, en: All }, serves: [own, agent] }]
`,
  'rules/test.yaml': `
instrument: jp.test
calendar: none
zone: Asia/Tokyo
sources:
  gl: { text: GL, edition: 2026-06, readOn: 2026-11-23, checked: null, grade: P* }
  unread: { text: 契約の書き方, readOn: null, checked: null, grade: K }
terms:
  t.serious:
    label: { ja: 重い, en: Serious }
    cite: 法1条
    versions:
      - { from: 2022-04-01, all: [countMax > 1000] }
      - { from: 2024-04-01, any: [countMax > 1000, media has usb] }
rules:
  test-report:
    label: { ja: 報告, en: Report }
    level: mandatory
    cite: 法1条
    from: 2022-04-01
    sources: [gl, unread]
    recipients: [{ to: jp.x, why: { ja: 受付, en: Desk } }]
    how: { ja: 電話, en: Phone }
    when: { all: [leaked, t.serious], unless: { is: recovered, cite: 法3条 } }
    unless: { all: [role in agent, told], cite: 法2条 }
    stages:
      preliminary:
        - { kind: guide, start: situation, days: 5, first_day: counts, cite: GL 3 }
examples:
  - name: はい
    facts: { leaked: true, recovered: false, count: 1500, role: own, knownAt: 2026-11-20 }
    expect: { test-report: { applies: yes, preliminary: 2026-11-24 } }
  - name: いいえ
    facts: { leaked: false }
    expect: { test-report: { applies: no } }
  - name: わからない
    facts: { leaked: true, recovered: false }
    expect: { test-report: { applies: unknown } }
`,
  'directory.yaml': `
- id: desk
  table: [during]
  theme: { ja: 相談, en: Advice }
  org: { ja: 窓口, en: Desk }
  title: { ja: 窓口, en: Desk }
  use: { ja: 相談する, en: Ask }
  channel: { ja: 電話, en: Phone }
  url: https://example.jp/
  grade: P
  source: { text: ページ, readOn: 2026-11-23, checked: null, grade: P }
`,
  'blocks.yaml': `
- id: CB-1
  title: { ja: 記録, en: Record }
  lead: { ja: 書く, en: Write }
  points: [{ text: { ja: 書く, en: Write } }]
  sources: [{ text: 手引き, readOn: 2026-11-23, checked: null, grade: H }]
`,
  'forms/f-90.yaml': `
id: F-90
kind: filing
title: { ja: 報告書, en: Report form }
cite: 法1条
obligations: [test-report]
channel: desk
lang: ja
stages: [{ id: preliminary, label: { ja: 速報, en: Preliminary } }]
routes:
  - { id: role, fact: role, leaves: role in agent, ifUnknown: stays, text: { ja: 別の様式, en: Another form }, cite: 法2条 }
sections: [{ id: outline, label: { ja: 概要, en: Outline }, cite: 法1条 }]
fields:
  - id: number
    section: outline
    label: { ja: 人数, en: Number }
    cite: 法1条
    grade: P
    who: it
    facts: [count, countMax]
    says: [{ first: [{ text: { ja: '{count}', en: '{count}' } }, { when: countMax > 0, text: { ja: '最大{countMax}', en: 'at most {countMax}' } }] }]
    mayWait: [preliminary]
    required: true
  - { id: kind, section: outline, label: { ja: 種別, en: Kind }, cite: 法1条, grade: P, who: it, from: [record.stage] }
  - { id: law, section: outline, label: { ja: 号, en: Item }, cite: 法1条, grade: P, who: legal, from: [record.rules], terms: [t.serious] }
texts: [{ id: short, label: { ja: 短い, en: Short }, text: { ja: '人数は{number}', en: 'Number {number}' } }]
sources: [{ text: 様式, readOn: 2026-11-23, checked: null, grade: P }]
`,
  'forms/f-91.yaml': `
id: F-91
kind: filing
title: { ja: 共通の様式, en: Common form }
cite: 申合せ
usableFor: [test-report]
lang: ja
stages: [{ id: first, label: { ja: 第1報, en: First } }]
sections: [{ id: all, label: { ja: 概要, en: Outline }, cite: 申合せ }]
fields:
  - { id: kind, section: all, same: F-90.kind, cite: 申合せ, grade: S }
  - { id: people, section: all, same: F-90.number, label: { ja: 何人分, en: How many }, cite: 申合せ, grade: S }
sources: [{ text: 様式, readOn: 2026-11-23, checked: null, grade: S }]
`,
  'cases.yaml': `
home: [malware]
groups: [{ id: device, title: { ja: 機器, en: Devices }, cases: [malware] }]
rare: [{ id: phone, label: { ja: 電話, en: Phone }, first: { ja: 止める, en: Stop }, to: malware }]
`,
  'cards/e-90.yaml': `
id: E-90
scene: { ja: 変だ, en: Odd }
icon: pc
moves: [{ ja: 抜く, en: Unplug }, { ja: 電話する, en: Phone }]
dont: [{ ja: 切らない, en: Do not power off }]
numbers: [{ to: desk, name: { ja: 会社, en: Company } }]
see: [malware]
`,
  'readiness.yaml': `
shared: { list: { text: 点検表, readOn: null, checked: null, grade: L } }
scoring: { ja: 証拠を数える, en: Count evidence }
alone: [{ ja: 抜く, en: Unplug }]
checks: [{ id: R-01, what: { ja: 窓口, en: Desk }, good: { ja: 紙にある, en: On paper }, proof: { ja: 電話する, en: Phone }, every: { months: 12, words: { ja: 年1回, en: Yearly } }, see: [desk], sources: [list] }]
yardsticks: []
`,
  'drills/d-01.yaml': `
id: D-01
title: { ja: 訓練, en: Drill }
lead: { ja: 1台, en: One }
minutes: 60
about: [P-01, R-01]
injects:
  - { at: 0, says: { ja: 変, en: Odd }, good: { ja: 抜く, en: Unplug }, points: 2 }
  - { at: 10, says: { ja: 広い, en: Wide }, good: { ja: 止める, en: Stop }, points: 1 }
traps: []
success: []
sources: [{ text: 筋書き, readOn: null, checked: null, grade: L }]
`,
  'taxonomy.yaml': `
sources: [{ text: 対応, readOn: null, checked: null, grade: L }]
schemes:
  - { id: rsit, title: { ja: 分類, en: Classes }, names: [{ id: fraud, name: Fraud, label: { ja: 詐欺, en: Fraud } }], sources: [{ text: RSIT, readOn: 2026-11-23, checked: null, grade: H }] }
  - { id: jpcert, title: { ja: 区分, en: Classes }, names: [{ id: other, name: その他, label: { ja: 他, en: Other } }], sources: [{ text: 区分, readOn: 2026-11-23, checked: null, grade: M }] }
cases: [{ cases: [P-01, P-02], rsit: [{ class: fraud }], jpcert: [other], threats: [] }]
`,
  'helpers/power.yaml': `
id: power
kind: tree
title: { ja: 電源, en: Power }
lead: { ja: 切らない, en: Leave on }
block: CB-1
start: isolated
questions:
  - { id: isolated, ask: { ja: 切れるか, en: Can it }, howToTell: { ja: 抜く, en: Pull }, yes: { do: keep }, no: { ask: spreading }, unknown: { ask: spreading } }
  - { id: spreading, ask: { ja: 広がるか, en: Spreads }, howToTell: { ja: 見る, en: Look }, yes: { do: off }, no: { do: keep }, unknown: { do: keep } }
outcomes:
  - { id: keep, do: { ja: 入れておく, en: Keep on }, why: { ja: 残る, en: Kept }, who: { ja: 全員, en: All } }
  - { id: off, costly: true, do: { ja: 切る, en: Off }, why: { ja: 止まる, en: Stops }, who: { ja: 情シス, en: IT } }
rules: []
disagreement: power-off
sources: [{ text: 手引き, readOn: 2026-11-23, checked: null, grade: H }]
`,
  'helpers/gate.yaml': `
id: gate
kind: gate
title: { ja: 戻す, en: Back }
lead: { ja: 全部, en: All }
block: CB-1
lines: [{ id: entry, text: { ja: 入口, en: Entry } }]
approvedBy: { ja: 責任者, en: Lead }
rules: []
sources: [{ text: 手引き, readOn: 2026-11-23, checked: null, grade: H }]
`,
  'disagreements.yaml': `
shared: { guide: { text: 手引き, readOn: 2026-11-23, checked: null, grade: H } }
disagreements:
  - { id: power-off, question: { ja: 切るか, en: Off }, positions: [{ who: { ja: 警察, en: Police }, says: { ja: 切らない, en: Leave on }, source: guide }], safest: { ja: 切らない, en: Leave on }, why: { ja: 残る, en: Kept }, short: { ja: 分かれる, en: They differ }, in: [P-01], see: [power] }
`,
  'playbooks/p-01.yaml': `
id: P-01
slug: malware
kind: playbook
title: { ja: 変, en: Odd }
lead: { ja: 変, en: Odd }
icon: pc
signs: [{ ja: 変, en: Odd }]
blocks: [CB-1]
evidence: []
contacts: [{ to: desk, when: { ja: すぐ, en: Now } }]
facts: { media: { has: [mail] } }
sources: [{ text: 手引き, readOn: 2026-11-23, checked: null, grade: H }]
phases:
  - id: T5
    steps:
      - { id: P-01.T5.1, role: finder, do: { ja: 抜く, en: Unplug }, why: { ja: 止まる, en: It stops }, dont: [], cannot: { ja: 電話する, en: Phone }, see: [CB-1] }
    branches:
      - id: P-01.B1
        after: P-01.T5.1
        question: { ja: 広い, en: Wide }
        howToTell: { ja: 聞く, en: Ask }
        answers:
          yes: { then: { ja: 止める, en: Stop }, steps: [] }
          no: { then: { ja: 続ける, en: Go on }, steps: [] }
          unknown: { then: { ja: 止める, en: Stop }, steps: [] }
`,
};

/** The sample with some words of one file replaced; throws when the words are not there, so that no fault is planted in vain. */
export const plant = (file: string, from: string, to: string): ReadonlyMap<string, string> => {
  const text = sample[file] ?? '';
  if (!text.includes(from)) throw new Error(`${file} does not contain: ${from}`);
  return new Map(Object.entries({ ...sample, [file]: text.replace(from, () => to) }));
};
