import type { Answerer, Grade, Level, PhaseId, Text, Truth } from '../core/index.ts';

/** The fixed words of the static pages. Both languages of one entry say the same. */
export const messages = {
  skip: { ja: '本文へ', en: 'Skip to content' },
  siteNav: { ja: 'ほかの画面', en: 'Other pages' },
  footNav: { ja: 'すべての画面', en: 'All pages' },
  language: { ja: 'English', en: '日本語' },
  home: { ja: 'はじめの画面', en: 'Home' },

  homeTitle: { ja: '何が起きましたか', en: 'What happened?' },
  homeSub: { ja: 'いちばん近いものを選んでください。登録はいりません。', en: 'Choose the closest one. No account needed.' },
  unsure: { ja: 'わからない・ほかのこと', en: 'I don’t know, or something else' },
  unsureLead: { ja: '3つの質問で、いまやることを出します', en: 'Three questions lead to what to do now' },
  allCases: { ja: 'ほかの場合', en: 'Other cases' },
  allCasesLead: { ja: '身代金、送金、持ち出し、サイトが重いなど', en: 'Ransom, payments, staff taking data, a slow site and more' },
  allCasesTitle: { ja: 'すべての場合', en: 'All cases' },
  allCasesSub: {
    ja: 'いちばん近いものを選んでください。迷ったら、どれでもかまいません。',
    en: 'Choose the closest one. In doubt, any of them will do.',
  },
  duties: { ja: '届け出は必要？', en: 'Who must be told?' },
  dutiesLead: { ja: 'だれに、いつまでに', en: 'Whom to tell, and by when' },
  qa: { ja: '届け出Q&A', en: 'Q&A on reporting' },
  qaLead: { ja: '警察・省庁・Pマーク', en: 'Police, ministries, PrivacyMark' },
  listBefore: { ja: '参考リスト（平時）', en: 'Reference list: before' },
  listBeforeLead: { ja: 'ふだんの備えに', en: 'For daily preparation' },
  listDuring: { ja: '参考リスト（発生時）', en: 'Reference list: during' },
  listDuringLead: { ja: '相談する・知らせる・頼む先', en: 'Where to consult, report and ask for help' },
  flow: { ja: '全体の流れ', en: 'The whole flow' },
  flowLead: { ja: '5分後から、終わるまで', en: 'From the first five minutes to the end' },
  blocks: { ja: '共通の手順', en: 'Common blocks' },
  blocksLead: { ja: '記録・証拠・電源・通信を切る順番', en: 'Records, evidence, power, cutting the network' },
  about: { ja: 'このサイトについて', en: 'About' },
  aboutHome: { ja: 'このページについて', en: 'About this page' },

  firstFive: { ja: 'まずこの5分。上から順に。', en: 'The first five minutes. From the top.' },
  noteTime: { ja: '気づいた時刻を紙に書く', en: 'Write down when you noticed' },
  doNot: { ja: 'してはいけない', en: 'Do not' },
  cannot: { ja: 'できない', en: 'I can’t' },
  more: { ja: 'くわしく', en: 'Details' },
  see: { ja: '関連', en: 'See also' },
  nowKnown: { ja: 'いま分かること', en: 'What you can tell now' },
  yes: { ja: 'はい', en: 'Yes' },
  no: { ja: 'いいえ', en: 'No' },
  unknown: { ja: 'わからない（確かめ方を見る）', en: 'Don’t know (how to find out)' },
  howToTell: { ja: '確かめ方', en: 'How to find out' },
  drops: { ja: 'しなくてよくなる手順', en: 'Steps you can leave out' },
  rest: { ja: 'つづき', en: 'What comes next' },
  stepsCount: { ja: '手順', en: 'steps' },
  inFlow: { ja: '全体の流れで見る', en: 'See it in the whole flow' },
  contacts: { ja: '連絡先', en: 'Whom to call' },
  evidence: { ja: '証拠の順番', en: 'Evidence, in order' },
  evidenceLead: { ja: '消えやすいものから。', en: 'What vanishes first comes first.' },
  lostWhen: { ja: '消えるとき', en: 'Lost when' },
  ladder: { ja: 'ネットワークを止める段階', en: 'The network-stop ladder' },
  rung: { ja: '段階', en: 'Rung' },
  when: { ja: 'どんなとき', en: 'When' },
  breaks: { ja: '止まるもの', en: 'What stops' },
  who: { ja: '決める人', en: 'Who decides' },
  usedBlocks: { ja: 'この場面で使う共通の手順', en: 'Common blocks used here' },
  signs: { ja: 'こんなときに', en: 'Signs' },
  disagreement: { ja: '意見が分かれるところ', en: 'Where sources disagree' },
  safest: { ja: 'いちばん安全なやり方', en: 'The safest default' },
  sources: { ja: '出典', en: 'Sources' },
  call: { ja: '連絡先を見る', en: 'Whom to call' },
  doneBy: { ja: '担当：', en: 'For: ' },
  checkDuties: { ja: '届け出を調べる', en: 'Check duties' },
  onThisPage: { ja: 'このページの中', en: 'On this page' },

  unsureTitle: { ja: 'わからない・ほかのこと', en: 'Not sure what happened' },
  unsureSub: { ja: '近い答えを選んでください。戻ってやり直せます。', en: 'Choose the closest answer. You can go back and change it.' },
  fromStart: { ja: '最初の質問にもどる', en: 'Back to the first question' },
  saidLike: { ja: '近い言い方から選ぶ', en: 'Choose by what people say' },

  filterLabel: { ja: 'ことばで絞り込む', en: 'Filter by words' },
  channel: { ja: '連絡のしかた', en: 'How to reach' },
  hours: { ja: '受付時間', en: 'Hours' },
  address: { ja: 'ページ', en: 'Page' },
  replaced: { ja: '変わったこと', en: 'What changed' },
  note: { ja: '注意', en: 'Note' },
  truth: { ja: '確認の度合い', en: 'How it was confirmed' },
  neverOpened: { ja: '実際のページはまだ開いて確かめていません', en: 'live page not opened yet' },
  opened: { ja: '実際のページを確認', en: 'live page opened' },
  readOn: { ja: '読んだ日', en: 'read on' },

  qaTitle: { ja: '届け出Q&A', en: 'Q&A on telling the authorities' },
  effectFor: { ja: '届け出を考える理由', en: 'Reasons to report' },
  effectAgainst: { ja: '届け出ないこともある場合', en: 'When some decide not to report' },
  effectNote: { ja: '知っておくこと', en: 'Good to know' },
  doNow: { ja: 'いますること', en: 'What to do now' },
  dutiesOfThis: { ja: 'この質問に関わる届け出', en: 'Duties behind this question' },
  pagesOfThis: { ja: '相談先・ページ', en: 'Where to ask and read' },
  otherQuestions: { ja: 'ほかの質問', en: 'Other questions' },

  flowTitle: { ja: '全体の流れ', en: 'The whole flow' },
  flowSub: { ja: '気づいてから終わるまで、5つに分けて進めます。', en: 'Five boxes, from the first notice to the end.' },
  byCase: { ja: '場面ごとの手順', en: 'Steps by case' },
  blocksTitle: { ja: '共通の手順', en: 'Common blocks' },
  blocksSub: { ja: 'どの場面でも使う手順です。', en: 'They hold in every case.' },
  usedIn: { ja: '使う場面', en: 'Used in' },

  dutiesTitle: { ja: '届け出は必要？', en: 'Who must be told?' },
  dutiesSub: {
    ja: 'わかるところから答えてください。わからないことは「わからない」のままで進めます。',
    en: 'Answer what you know. What you do not know can stay unknown.',
  },
  noScript: {
    ja: 'この画面の計算にはスクリプトが必要です。動かないときは、下の一覧とQ&Aを見てください。',
    en: 'The check needs script. Without it, use the list below and the Q&A.',
  },
  dutiesList: { ja: '届け出の一覧と、日付の決まり', en: 'The duties and how their dates are counted' },
  varies: { ja: '条件で変わります', en: 'depends on the case' },
  notAdvice: {
    ja: 'これは法律の助言ではありません。最後は、法務の担当者や届け出先に確かめてください。',
    en: 'This is not legal advice. Confirm with your legal counsel or the authority.',
  },

  incidentTitle: { ja: 'インシデントの記録', en: 'Incident record' },
  incidents: { ja: '記録', en: 'Records' },
  incidentsSub: { ja: '起きたことの記録と、近い期限です。', en: 'What happened, and the deadlines that come next.' },
  drill: { ja: '訓練をはじめる（PCの様子がおかしい）', en: 'Start a drill: a PC acts strangely' },
  drillLead: { ja: '練習です。どの画面にも「訓練」と出ます。', en: 'Practice only. Every page says so.' },
  firstMoves: { ja: 'まずやること', en: 'First moves' },
  toHome: { ja: '何かが起きたら、はじめの画面へ', en: 'If something happened, go to the first page' },
  recordNoScript: {
    ja: 'この画面は、記録をこの端末に残すためにスクリプトを使います。動かないときは、下の手順を見て、紙に時刻と出来事を書いてください。',
    en: 'This page needs script to keep the record on this device. Without it, follow the steps below and write times and events on paper.',
  },

  card: { ja: '社内の連絡先', en: 'Our own numbers' },
  cardLead: { ja: '1分で書けます。登録はいりません。', en: 'One minute. No account.' },
  cardSub: {
    ja: 'ここに書いた番号は、どの「まずやること」の画面にも、印刷にも出ます。',
    en: 'These numbers stand on every page of first moves and in print.',
  },
  cardWrite: { ja: '書く・直す', en: 'Write or change' },
  cardDay: { ja: '昼', en: 'By day' },
  cardNight: { ja: '夜・休日', en: 'Night and holidays' },
  cardNoScript: {
    ja: 'この画面で書くには、スクリプトが要ります。動かないときは、印刷して、手で書いてください。',
    en: 'Writing here needs script. Without it, print this page and fill it in by hand.',
  },
  cardName: { ja: '会社・団体の名前', en: 'Name of the organisation' },
  cardPlaces: { ja: '部署・拠点', en: 'Departments and sites' },
  cardLate: { ja: '昼は、月曜から金曜の8時から18時です。', en: 'By day means Monday to Friday, 8:00 to 18:00.' },
  secondPlace: { ja: '第2の置き場所', en: 'Second place' },
  secondPlaceLead: {
    ja: 'このサーバが壊れても、記録が残るようにします。',
    en: 'Keeps the record when this server breaks.',
  },
  secondPlaceName: { ja: 'USBディスクやNASのフォルダーを1つ決めます。', en: 'You name one folder, on a USB disk or a NAS.' },
  secondPlaceCopy: {
    ja: 'そこに、暗号にした控えを置きます。遅れは5分までです。',
    en: 'An encrypted copy goes there, at most five minutes behind.',
  },
  secondPlaceThree: { ja: '新しい3つの控えを残します。', en: 'The three newest copies are kept.' },
  secondPlaceOnly: { ja: '控えは、ほかのどこにも送りません。', en: 'It is sent nowhere else.' },
  secondPlaceNoScript: {
    ja: 'この画面で決めるには、スクリプトが要ります。動かないときは、この命令で控えを作ってください。',
    en: 'Choosing here needs script. Without it, make a copy with this command.',
  },
  callIt: { ja: '情シスに電話', en: 'Call IT' },

  aboutTitle: { ja: 'このサイトについて', en: 'About this site' },
  aboutWhat: {
    ja: '何かが起きた直後に、いまやることと、だれにいつまでに知らせるかを示します。',
    en: 'Shodo shows what to do right after something went wrong, and who must be told by when.',
  },
  aboutDeviceTitle: { ja: 'この端末に残るもの', en: 'What stays on this device' },
  aboutDevice: {
    ja: '「できた」の印、気づいた時刻、選んだ答えは、「記録をはじめる」を押すまで、この端末だけに残ります。各画面の「消す」で消せます。押したあとは、この組織の初動の記録に残り、消えません。',
    en: 'Ticks, the time you noticed and your answers stay on this device only, until you press “Start the record”. “Clear” on each page removes them. After that they are in your organisation’s record, and stay.',
  },
  aboutTruthTitle: { ja: '確認の度合い', en: 'How statements were confirmed' },
  truthRead: { ja: '元の文書を読みました。', en: 'The original text was read.' },
  truthSecond: { ja: 'ほかの文書を通して確かめました。', en: 'Confirmed through another text.' },
  truthNot: { ja: 'まだ読んでいません。使う前に確かめてください。', en: 'Not read yet. Confirm before relying on it.' },
  aboutLicenceTitle: { ja: '使ってよい条件', en: 'Licence' },
  aboutLicence: {
    ja: 'プログラムは Apache License 2.0、知識データは CC BY 4.0 です。',
    en: 'The program is under Apache License 2.0, the knowledge under CC BY 4.0.',
  },
  version: { ja: '知識の版', en: 'Knowledge version' },
} satisfies Record<string, Text>;

export const roleNames: Readonly<Record<Answerer, Text>> = {
  finder: { ja: '見つけた人', en: 'Finder' },
  it: { ja: '情シス', en: 'IT' },
  lead: { ja: '対応の責任者', en: 'Incident lead' },
  executive: { ja: '経営', en: 'Executive' },
  legal: { ja: '法務・個人情報', en: 'Legal and privacy' },
  pr: { ja: '広報', en: 'Public relations' },
  hr: { ja: '人事・総務', en: 'HR and general affairs' },
  finance: { ja: '経理', en: 'Finance' },
  business: { ja: '事業部門', en: 'Business unit' },
  vendor: { ja: '外部の業者', en: 'Outside specialist' },
};

/** Headings of the phases where the knowledge names no box of the flow. */
export const phaseNames: Readonly<Record<PhaseId, Text>> = {
  T5: { ja: '最初の5分', en: 'First 5 minutes' },
  H1: { ja: '最初の1時間', en: 'First hour' },
  D1: { ja: '最初の24時間', en: 'First 24 hours' },
  W1: { ja: '最初の1週間', en: 'First week' },
  CL: { ja: '終わりにする', en: 'Closing' },
};

export const truthNames: Readonly<Record<Truth, Text>> = {
  read: { ja: '読んだ', en: 'read' },
  'second-hand': { ja: '間接に確認', en: 'confirmed second-hand' },
  'not-read': { ja: '未確認（要確認）', en: 'not read (to be confirmed)' },
};

/** A grade that needs one word more than its place on the scale. */
export const gradeNotes: Readonly<Partial<Record<Grade, Text>>> = { 'P*': { ja: '抜き書きで', en: 'in an extraction' } };

export const levelNames: Readonly<Record<Level, Text>> = {
  mandatory: { ja: '義務', en: 'Required by law' },
  expected: { ja: '求められている', en: 'Expected' },
  contractual: { ja: '契約・認証による', en: 'By contract or certification' },
  voluntary: { ja: '任意', en: 'Voluntary' },
};
