import type { DutyStanding, Text, Truth } from '../../core/index.ts';
import { many, t } from '../text.ts';

/** Every word of the duties check that is not knowledge. */
export const messages = {
  // Answers
  yes: t('はい', 'Yes'),
  no: t('いいえ', 'No'),
  unknown: t('わからない', 'Don’t know'),
  suspected: t('疑いあり', 'Suspected'),
  later: t('わからない・あとで', 'Don’t know, later'),
  now: t('いま', 'Now'),
  decide: t('これで決める', 'Answer'),
  noneElse: t('ほかはない（これで全部）', 'Nothing else (this is all)'),
  pickOne: t(
    '1つ選んでください。わからなければ「わからない・あとで」を押してください。',
    'Choose one. If you do not know, press “Don’t know, later”.',
  ),
  pickFromList: t('一覧から選ぶ', 'Choose from the list'),
  pickSome: t('あてはまるものを選ぶか、「ほかはない」を選んでください。', 'Choose what applies, or “Nothing else”.'),
  someHint: t('あてはまるものを、すべて選んでください。', 'Choose all that apply.'),
  number: t('数', 'Number'),
  atMostAbout: t('多くても（最大）', 'At most'),
  atLeastAbout: t('少なくとも（最小）', 'At least'),
  roughly: t('正確な数がわからないとき', 'If the exact number is not known'),
  numberError: t('0以上の数を入れてください。', 'Enter a number, 0 or more.'),
  rangeError: t('最小が最大より大きくなっています。', 'The smallest is larger than the largest.'),
  day: t('日付', 'Date'),
  time: t('時刻', 'Time'),
  dayOnly: t('日付だけ（時刻はわからない）', 'Date only (time not known)'),
  dayError: t('日付を入れてください。', 'Enter a date.'),
  timeError: t('時刻を入れるか、「日付だけ」を選んでください。', 'Enter a time, or choose “Date only”.'),
  futureError: t('まだ来ていない日時です。', 'This is in the future.'),
  otherTime: t('ほかの日時', 'Another time'),
  learnedLater: t('知ったのが、気づいた時より後のとき', 'If this was learned after the incident was noticed'),
  learnedHint: t(
    '会社のだれかが知った日。期限がこの日から始まることがあります。',
    'The day anyone in the organisation learned it. A deadline may start then.',
  ),

  askAgain: t('まだ分からない。あとの日に聞く', 'It cannot be known yet: ask again later'),
  askAgainOn: t('この日にもう一度聞く', 'Ask again on'),
  askAgainError: t('あすより後の日を入れてください。', 'Enter a day from tomorrow on.'),
  putOff: t('この日まで待つ', 'Wait until then'),

  // The question
  whyAsk: t('なぜ聞くか', 'Why we ask'),
  startsAll: t('どの期限も、この時から数えるためです。', 'Every deadline is counted from this moment.'),
  settles: (list: string): Text => t(`${list}が決まるためです。`, `It can settle: ${list}.`),
  touches: (list: string): Text => t(`${list}に関わるためです。`, `It bears on: ${list}.`),
  moreQuestions: (n: number): Text => t(`ほか${n}問`, `and ${many(n, 'more question')}`),
  andMore: (n: number): Text => t(`ほか${n}件`, `${n} more`),
  follows: t('答えると、どうなるか', 'What follows from each answer'),
  noChange: t('まだ決まりません（ほかの答えも要ります）', 'Nothing is settled yet (other answers are needed too)'),
  unknownFollows: t('いまのまま進みます。あとで答えられます。', 'Nothing changes. You can answer later.'),
  judgement: t(
    '決まった答えのない判断です。だれが、なぜそう判断したかを書き残してください。',
    'This is a judgement. Write down who judged, and why.',
  ),
  changing: t('答えを変えています', 'You are changing an answer'),
  keepAsIs: t('変えずにもどる', 'Leave it as it is'),
  reach: (n: number, open: number, settled: number): Text =>
    t(
      `あと${n}つの答えで、まだの${open}件のうち最大${settled}件が決まります`,
      `${many(n, 'more answer')} can settle up to ${settled} of the ${open} still open`,
    ),
  allAsked: t('聞くことは、いまはありません。', 'There is nothing more to ask for now.'),
  allAskedHint: t(
    '新しいことが分かったら、下の「答えたこと」を変えてください。',
    'When something new is known, change it under “Your answers”.',
  ),
  laterLeft: (n: number): Text =>
    t(
      `わからないままの答えが${n}件あります。分かったら答えてください。`,
      `${many(n, 'answer is', 'answers are')} still not known. Answer when you can.`,
    ),
  undo: t('1つもどす', 'Undo'),
  next: t('次に聞くこと', 'Next questions'),
  nextCount: (n: number): Text => t(`${n}問`, many(n, 'question')),
  settlesCount: (n: number): Text => t(`${n}件決まる`, `settles ${n}`),
  bearsCount: (n: number): Text => t(`関わる ${n}件`, `bears on ${n}`),
  showFewer: t('少なくする', 'Show fewer'),
  noticedThere: (when: string): Text => t(`手順の時刻：${when}`, `The time on the first-moves page (${when})`),
  showAll: (n: number): Text => t(`ほか${n}問を見る`, `Show ${n} more`),

  // Answers kept
  answered: t('答えたこと', 'Your answers'),
  answeredCount: (n: number): Text => t(`${n}件`, many(n, 'answer')),
  change: t('変える', 'Change'),
  clear: t('取り消す', 'Remove'),
  answerIt: t('答える', 'Answer'),
  fromCase: t('「起きたこと」から', 'From the case you chose'),
  learnedOn: (when: string): Text => t(`知った日：${when}`, `Learned: ${when}`),
  notKnownYet: t('わからないままの答え', 'Not known yet'),
  organisation: t('この組織のこと', 'About the organisation'),
  organisationHint: t('一度答えると、次の件でも使えます。', 'Answer once; it is used for the next incident too.'),
  remember: t('この組織のことは覚えておく', 'Keep what is about the organisation'),
  keptHere: t('答えはこの端末だけに残ります。どこにも送りません。', 'Answers stay on this device only. Nothing is sent anywhere.'),
  notKept: t(
    'このブラウザには残せません。ページを閉じると消えます。',
    'This browser cannot keep answers. They are gone when the page closes.',
  ),
  toIncident: t('答えを、件の記録に入れる', 'Take the answers into an incident'),
  toIncidentHow: t('件を開き、「届け出」で入れます。', 'Open the incident; its duties offer them.'),
  forget: t('この件の答えを消す', 'Clear this incident'),
  forgetDoes: (n: number, org: number, keep: boolean): Text =>
    keep
      ? t(
          `この件の答え${n}件を、この端末から消します。組織のこと${org}件は残ります。`,
          `Removes the ${many(n, 'answer')} about this incident from this device. The ${org} about the organisation stay.`,
        )
      : t(
          `この件の答え${n}件と、組織のこと${org}件を、この端末から消します。`,
          `Removes the ${many(n, 'answer')} about this incident and the ${org} about the organisation from this device.`,
        ),
  forgotten: t('消しました。', 'Cleared.'),
  undone: t('1つもどしました。', 'Undone.'),
  filled: (n: number): Text =>
    t(`「起きたこと」から、${n}件の答えを入れました。`, `${many(n, 'answer')} filled in from the case you chose.`),
  differs: (stated: string, implied: string): Text =>
    t(
      `「${stated}」と答えていますが、ほかの答えからは「${implied}」になります。`,
      `You answered “${stated}”, but your other answers imply “${implied}”.`,
    ),

  // Results
  results: t('要るもの・要らないもの', 'What is needed'),
  needed: t('必要', 'Needed'),
  open: t('まだ決まらない', 'Cannot tell yet'),
  openShort: t('まだ', 'Open'),
  not: t('不要', 'Not needed'),
  advised: t('すすめる', 'Advised'),
  voluntaryTitle: t('義務ではないもの', 'Not duties'),
  advisedCount: (n: number): Text => t(`ほかに、すすめること ${n}件`, `and ${n} advised`),
  advisedAre: (n: number, list: string): Text => t(`すすめる ${n}件：${list}`, `Advised: ${list}`),
  presumed: t('必要とみなす', 'Taken as needed'),
  voluntaryOpen: (n: number): Text => t(`まだ決まらない ${n}件`, `${n} cannot tell yet`),
  datesWait: t('いつ気づいたかが分かると、日付が出ます。', 'Dates appear once it is known when it was noticed.'),
  noneNeeded: t('いまの答えでは、必要な届け出はありません。', 'With the answers so far, nothing is needed.'),
  noneSettled: t(
    'まだ決まった届け出はありません。要らないと決まったのではありません。わかる人に聞いて、答えを足してください。',
    'Nothing is settled yet. That does not mean that nothing is needed. Ask those who know, and add their answers.',
  ),
  earliestOpen: (date: string): Text =>
    t(`あるとすれば、いちばん早い日は ${date} です。`, `If something is needed, the earliest date is ${date}.`),
  notHint: t('いまの答えでは、次の届け出は要りません。', 'With the answers so far, these are not needed.'),
  itemCount: (n: number): Text => t(`${n}件`, many(n, 'item')),
  dutyCount: (n: number): Text => t(`${n}件`, many(n, 'duty', 'duties')),
  otherAnswer: t('別の答え', 'a different answer'),
  seeResults: t('届け出を見る', 'See the duties'),

  // One duty
  presumedNow: t('いまは必要とみなします。', 'Taken as needed for now.'),
  liftedBy: (n: number): Text => t(`要らなくなる場合（${n}）`, `What would lift it (${n})`),
  oneSettles: (question: string): Text => t(`決め手の質問：${question}`, `Can settle it: ${question}`),
  startWith: (question: string): Text => t(`まず聞くこと：${question}`, `First to ask: ${question}`),
  settledBy: t('次のことが分かれば決まります。', 'It is settled once this is known:'),
  flippedBy: (question: string, to: string): Text =>
    t(`「${question}」が「${to}」なら、必要になります。`, `It becomes needed if “${question}” is “${to}”.`),
  to: t('届け先', 'To'),
  perhaps: t('あるいは（業種などによる）', 'Or, by sector'),
  toConfirm: t('要確認', 'to be confirmed'),
  officeOpen: (label: string): Text => t(`${label}は、場所が分かれば絞れます。`, `${label}: tell the place to narrow it down.`),
  howToReach: t('窓口のたどり方', 'How to reach the desk'),
  rulePage: t('この定めを全部見る', 'See this rule whole'),
  commonForms: t('省庁の共通様式も使えます', 'A common form of the ministries may be used'),
  commonFormsNote: t(
    '様式は共通でも、出す先ごとに出します。期限はそれぞれの法律のままです。',
    'One form, but file it with each recipient. The deadlines stay those of each law.',
  ),
  mayFit: t('（攻撃の種類によります）', '(depends on the attack)'),
  allOffices: t('都道府県別の窓口をすべて見る', 'All offices by prefecture'),
  sayThere: t('こう伝えます：', 'Say:'),
  why: t('なぜ？', 'Why?'),
  howDated: t('日付の出し方', 'How the date was found'),
  howSubmit: t('出し方', 'How to submit'),
  source: t('もとの文書', 'Sources'),
  ladder: t('条件をすべて見る', 'Show every condition'),
  sameFiling: (label: string): Text => t(`同じ届け出：${label}`, `The same filing: ${label}`),
  overdueDo: t(
    'いま分かっていることだけで、すぐに出してください。残りは後から足せます。',
    'File now with what is known. The rest can follow.',
  ),
  targetLate: t('目標の日は過ぎました。', 'The target has passed.'),
  ifApplies: t('あるとすれば', 'If it applies'),
  pending: t('決まっているが、まだ始まっていない改正', 'Enacted, not yet in force'),
  pendingFrom: (day: string): Text => t(`始まる日：${day}`, `Starts: ${day}`),
  pendingLatest: (day: string): Text => t(`始まる日：これから決まる（遅くとも ${day}）`, `Starts: not fixed yet (by ${day} at the latest)`),
  pendingOpen: t('始まる日：これから決まる', 'Starts: not fixed yet'),
  notSure: t('はっきりしないこと', 'What is not certain'),

  // Dates
  today: t('きょう', 'Today'),
  target: t('目標', 'Target'),
  datesTable: t('日付を表で見る', 'Dates as a table'),
  what: t('届け出', 'Duty'),
  kind: t('種類', 'Kind'),
  left: t('残り', 'Time left'),
  filed: t('提出済み', 'Filed'),
  moreDates: (n: number): Text => t(`ほか${n}日は表に`, `${n} more in the table`),
  otherwise: (when: string, date: string): Text => t(`${when}は ${date}`, `${when}: ${date}`),
  assumed: t(
    '数えはじめの時が未回答のため、最初に気づいた時から仮に数えています。',
    'The start is not stated; counted for now from when it was first noticed.',
  ),
  provisional: t(
    '休日がまだ公式に決まっていない期間にかかるため、仮の日付です。',
    'Provisional: the holidays of that time are not official yet.',
  ),
  unconfirmed: t(
    'もとの文章をまだ読めていない日付です。必ず確かめてください。',
    'The text behind this date has not been read. Check it before relying on it.',
  ),
  outer: (date: string, cite: string): Text =>
    t(
      `${cite} によれば、${date} までと読む余地もあります。早い方を守ってください。`,
      `Under ${cite} it can be argued to run to ${date}. Keep to the earlier one.`,
    ),

  // Ladder
  holds: [t('あてはまらない', 'does not hold'), t('まだわからない', 'not known yet'), t('あてはまる', 'holds')] as const,
  signs: ['✕', '？', '✓'] as const,
  allOf: t('次のすべて', 'All of these'),
  anyOf: t('次のどれか', 'Any of these'),
  notGroup: t('次にあたらない', 'None of this holds'),
  unlessGroup: t('例外にあたらない', 'No exclusion applies'),
  notOf: (what: string): Text => t(`「${what}」にあたらない`, `Not: ${what}`),
  unlessOf: (what: string): Text => t(`例外「${what}」にあたらない`, `Exclusion does not apply: ${what}`),
  leaf: (question: string, needed: string): Text => t(`${question} →「${needed}」`, `${question} → “${needed}”`),
  leafToo: (needed: string): Text => t(`「${needed}」`, `, “${needed}”`),
  yourAnswer: t('答え', 'Answer'),
  moreThan: (n: string): Text => t(`${n} より多い`, `more than ${n}`),
  atLeast: (n: string): Text => t(`${n} 以上`, `${n} or more`),
  lessThan: (n: string): Text => t(`${n} より少ない`, `fewer than ${n}`),
  atMost: (n: string): Text => t(`${n} 以下`, `${n} or fewer`),

  // Sources
  edition: t('版', 'Edition'),
  readOn: t('読んだ日', 'Read on'),
  textRead: t('もとの文書を読んだ日', 'Text read on'),
  neverRead: t('本文はまだ読めていません', 'The text has not been read yet'),
  checkedOn: (day: string): Text => t(`公式ページを確かめた日：${day}`, `Live page checked on ${day}`),
  unchecked: t('公式ページ：まだ確かめていません', 'Live page: not checked yet'),
  noneChecked: t(
    'この画面のもとになった公式ページは、まだ開いて確かめていません。',
    'The official pages behind this screen have not been opened and checked yet.',
  ),
  bundle: (version: string, hash: string): Text => t(`知識の版 ${version}（${hash}）`, `Knowledge ${version} (${hash})`),
  asOf: (when: string): Text => t(`${when} 時点の残り時間です。`, `Time left as of ${when}.`),
  governed: (day: string): Text => t(`${day} の法令で判断しています。`, `Decided under the law in force on ${day}.`),
  zone: (zone: string): Text => t(`日時は ${zone} で表しています。`, `Times are shown in ${zone}.`),
  print: t('印刷する', 'Print'),

  // Loading
  loading: t('読み込んでいます', 'Loading'),
  failed: t('届け出の決まりを読み込めませんでした。', 'The rules could not be loaded.'),
  broken: t('この画面が途中で止まりました。', 'This screen has stopped.'),
  brokenDo: t(
    '答えは、この端末に残っています。ページを開き直してください。直らなければ、届け出Q&Aを見てください。',
    'Your answers are kept on this device. Open the page again. If that does not help, read the Q&A on reporting.',
  ),
  toQuestions: t('届け出Q&Aを見る', 'Read the Q&A on reporting'),
  failedDo: t(
    'つながりを確かめて、もう一度ためしてください。答えは消えていません。',
    'Check the connection and try again. Your answers are kept.',
  ),
  retry: t('もう一度ためす', 'Try again'),

  // What changed
  corrected: t('答えを訂正しました。', 'Answer corrected.'),
  moved: (label: string, from: string, to: string): Text => t(`${label}：${from} → ${to}`, `${label}: ${from} → ${to}`),
  tally: (needed: number, open: number, not: number): Text =>
    t(`必要 ${needed}・まだ ${open}・不要 ${not}`, `Needed ${needed} · open ${open} · not needed ${not}`),
} as const;

export const standings: Readonly<Record<DutyStanding, Text>> = {
  yes: messages.needed,
  presumed: messages.presumed,
  unknown: messages.open,
  no: messages.not,
};

/** Dates beside the limit itself, which is named by its strength. */
export const kinds: Readonly<Record<'target' | 'alternative', Text>> = {
  target: t('目標', 'target'),
  alternative: t('別の場合', 'otherwise'),
};

export const truths: Readonly<Record<Truth, Text>> = {
  read: t('本文を読んだ', 'text read'),
  'second-hand': t('引用や解説で読んだ', 'read second-hand'),
  'not-read': t('本文は未読', 'text not read'),
};
