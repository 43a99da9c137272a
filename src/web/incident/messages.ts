import type { SeverityLevel, Text } from '../../core/index.ts';
import { many, t } from '../text.ts';

/** Every word of the incident page that is not knowledge. What entries say of themselves stands in `view/entry-words.ts`. */
export const messages = {
  // Opening
  loading: t('読み込んでいます', 'Loading'),
  failed: t('手引きを読み込めませんでした。', 'The guide could not be loaded.'),
  failedDo: t(
    'つながりを確かめて、もう一度ためしてください。記録は消えていません。',
    'Check the connection and try again. The record is not lost.',
  ),
  retry: t('もう一度ためす', 'Try again'),
  broken: t('この画面が途中で止まりました。', 'This screen has stopped.'),
  brokenDo: t('記録は、この端末に残っています。ページを開き直してください。', 'The record is kept on this device. Open the page again.'),
  noneHere: t('この記録は、この端末にもサーバにも見つかりません。', 'This record is neither on this device nor on the server.'),
  noneHereDo: t('アドレスを確かめるか、記録の一覧から選んでください。', 'Check the address, or choose one from the list of records.'),
  toList: t('記録の一覧', 'All records'),
  home: t('はじめの画面', 'Home'),
  language: t('English', '日本語'),
  tabs: t('この件の画面', 'Parts of this incident'),
  room: t('対応', 'Response'),

  // Head
  drill: t('訓練', 'Drill'),
  drillSays: t('これは訓練です。本当に起きたことではありません。', 'This is practice. Nothing here really happened.'),
  codeName: t('呼び名', 'Code name'),
  rename: t('呼び名を変える', 'Change the code name'),
  closed: t('終了', 'Closed'),
  severityNone: t('重大度 未定', 'Severity not set'),
  severity: (level: string, word: string): Text => t(`重大度 ${level} ${word}`, `Severity ${level} ${word}`),
  saved: t('この端末に保存', 'Saved on this device'),
  savedWaiting: (n: number): Text => t(`この端末に保存（${n}件は共有前）`, `Saved on this device (${n} not shared yet)`),
  shared: (time: string): Text => t(`共有済み ${time}`, `Shared ${time}`),
  offline: (time: string | undefined): Text =>
    t(
      `オフライン：この端末に保存しています${time ? `（最終共有 ${time}）` : ''}`,
      `Offline: saving on this device${time ? ` (last shared ${time})` : ''}`,
    ),
  save: t('保存する', 'Save'),
  cancel: t('やめる', 'Cancel'),
  edit: t('書く', 'Write'),
  change: t('変える', 'Change'),
  conditions: t('状況', 'Situation'),
  actions: t('対応', 'Actions'),
  needs: t('必要', 'Needs'),
  conditionsHint: t('何が起き、どこまで広がったか', 'What happened and how far it has spread'),
  actionsHint: t('いままでにしたこと', 'What has been done'),
  needsHint: t('決めてほしいこと、足りないもの', 'What must be decided, what is lacking'),
  notWritten: t('まだ書かれていません', 'Not written yet'),
  disputed: t('別々に書かれています', 'Written apart'),
  by: (name: string, time: string): Text => t(`${name} ${time}`, `${name}, ${time}`),

  // Deadline
  next: t('つぎの期限', 'Next deadline'),
  nextIf: t('あるとすれば、つぎの期限', 'Next deadline, if it applies'),
  target: t('目標', 'target'),
  noDeadline: t('いまのところ、日付のある届け出はありません。', 'No dated duty so far.'),
  askWhen: t('いつ気づいたかを答えると、期限が出ます。', 'Say when it was noticed to see deadlines.'),
  toDuties: t('届け出を見る', 'See duties'),
  lateDo: t('いま分かることだけで、すぐに出してください。', 'File now with what is known.'),

  // What to do now
  doNow: t('いまやること', 'What to do now'),
  did: t('できた', 'Done'),
  cannot: t('できない', 'I can’t'),
  undo: t('元に戻す', 'Undo'),
  why: t('なぜ', 'Why'),
  noteFor: (step: string): Text => t(`「${step}」のメモ`, `Note on: ${step}`),
  noteHint: t('ひとこと（なくてもよい）', 'A short note (optional)'),
  cannotSave: t('できないと記録する', 'Record that it cannot be done'),
  blocked: t('できない', 'Cannot be done'),
  nowKnown: t('いま分かること', 'What you can tell now'),
  yes: t('はい', 'Yes'),
  no: t('いいえ', 'No'),
  unknown: t('わからない', 'Don’t know'),
  howToTell: t('確かめ方', 'How to find out'),
  doNot: t('してはいけない', 'Do not'),
  moreSteps: (n: number): Text => t(`つづき ${n}件`, `${n} more`),
  doneSteps: (n: number): Text => t(`済み ${n}件`, `${n} done`),
  closedNow: t('この件は終了しています。つづけるときは、再開してください。', 'This incident is closed. To go on, reopen it.'),
  toReopen: t('再開する', 'Reopen it'),
  allDone: t('手引きの手順は、すべて済みました。', 'Every step of the guide is done.'),
  noPlan: t('手引きがまだありません。「この件」で選べます。', 'No guide chosen yet. Choose one under “This incident”.'),
  doneNews: (step: string): Text => t(`「${step}」を済みにしました`, `Marked as done: ${step}`),
  undoneNews: (step: string): Text => t(`「${step}」を元に戻しました`, `Taken back: ${step}`),

  doNots: (n: number): Text => t(`してはいけないこと（${n}）`, `Do not (${n})`),
  writeNow: t('記録を書く', 'Write in the record'),
  seeSteps: t('いまやること', 'What to do now'),

  // Input
  inputLabel: t('何がありましたか', 'What happened?'),
  inputHint: t('何がありましたか（Enterで記録、時刻は今）', 'What happened? (Enter records, time is now)'),
  inputHelp: t('Enterで記録します。Shift+Enterで改行します。', 'Enter records. Shift+Enter starts a new line.'),
  record: t('記録する', 'Record'),
  recorded: t('記録しました', 'Recorded'),
  nameOffer: t('書いた人の名前（なくてもよい）', 'Name of who writes here (optional)'),
  nameKeep: t('名前を残す', 'Keep the name'),
  nameLeave: t('名前なしで続ける', 'Go on without'),
  photo: t('写真', 'Photo'),
  mention: t('人や係を書く', 'Name a person or desk'),
  mentionList: t('人と係', 'People and desks'),
  setTime: t('起きた時刻', 'When it happened'),
  timeNow: t('時刻は今', 'Time is now'),
  timeDay: t('日付', 'Date'),
  timeClock: t('時刻', 'Time'),
  timeFuture: t('これからの時刻は入れられません。', 'That time has not come yet.'),
  timeBad: t('日付と時刻を入れてください。', 'Enter a date and a time.'),
  photoHeld: (name: string): Text => t(`写真：${name}`, `Photo: ${name}`),
  photoRemove: t('写真を外す', 'Remove the photo'),
  photoSmaller: t('小さくして残します。元のファイルは消さないでください。', 'A smaller copy is kept. Do not delete the original file.'),
  photoBad: t(
    'この写真は開けません。JPEGかPNGにして、もう一度選んでください。',
    'This picture cannot be opened. Choose it again as JPEG or PNG.',
  ),
  photoWork: t('写真を読んでいます', 'Reading the photo'),
  photoAlt: t('記録に付けた写真', 'Photo kept with the record'),
  photoOf: (kb: number, hash: string): Text => t(`元のファイル ${kb} KB・SHA-256 ${hash}`, `Original ${kb} KB, SHA-256 ${hash}`),

  // Timeline
  timeline: t('経過', 'Timeline'),
  empty: t('まだ記録はありません。上の欄に、起きたことを書いてください。', 'Nothing recorded yet. Write what happened in the box above.'),
  held: (n: number): Text => t(`新しい記録が${n}件あります（見る）`, `${many(n, 'new entry', 'new entries')} (show)`),
  now: t('いま', 'now'),
  search: t('経過から探す', 'Search the timeline'),
  filters: t('しぼる', 'Filter'),
  filterKind: t('種類', 'Kind'),
  filterPerson: t('人', 'Person'),
  everything: t('すべて', 'Everything'),
  everyone: t('全員', 'Everyone'),
  onlyDecisions: t('判断だけ', 'Decisions only'),
  onlyCorrections: t('訂正だけ', 'Corrections only'),
  program: t('プログラム', 'Program'),
  shown: (n: number, all: number): Text => t(`${all}件のうち${n}件`, `${n} of ${all}`),
  nothingFound: t('見つかりません。ことばや条件を変えてください。', 'Nothing found. Change the words or the filter.'),
  clearFilters: t('条件を外す', 'Clear filters'),
  older: (n: number): Text => t(`前の${n}件を出す`, `Show ${n} earlier`),
  waiting: t('共有前', 'not shared yet'),
  refusedMark: t('効き目なし', 'No effect'),
  newerMark: t('新しい種類', 'Newer kind'),
  newerSays: t(
    'このプログラムより新しい記録です。内容は残っていますが、ここでは読めません。',
    'Made by a newer program. It is kept, but cannot be read here.',
  ),
  newerBar: t(
    'このプログラムより新しい記録があります。答えが足りないことがあります。',
    'Some entries are newer than this program. Answers may be incomplete.',
  ),
  unreadableMark: t('読めない', 'Unreadable'),
  withdrawnMark: t('取り下げ', 'Taken back'),
  correctedMark: t('訂正', 'Corrected'),
  erasedWords: t('（消したことば）', '(erased words)'),
  withheldWords: t('（この端末に届いていないことば）', '(words not on this device)'),
  skew: (minutes: number): Text =>
    t(
      `端末の時計が約${Math.abs(minutes)}分${minutes > 0 ? '進んでいます' : '遅れています'}`,
      `The device’s clock was about ${Math.abs(minutes)} min ${minutes > 0 ? 'fast' : 'slow'}`,
    ),
  saidLater: (time: string): Text => t(`記録した時刻 ${time}`, `recorded at ${time}`),
  reason: (text: string): Text => t(`理由：${text}`, `Reason: ${text}`),
  thisDevice: t('この端末の人', 'Person at this device'),
  someone: (mark: string): Text => t(`名前を書いていない人（${mark}）`, `Unnamed person (${mark})`),
  zones: (incident: string, reader: string): Text =>
    t(`時刻は ${incident}。かっこの中は ${reader}。`, `Times in ${incident}; in brackets, ${reader}.`),

  // Acts on an entry
  act: (what: string): Text => t(`直す：${what}`, `Change: ${what}`),
  actOpen: t('直す', 'Change'),
  correct: t('訂正する', 'Correct it'),
  withdraw: t('取り下げる', 'Take it back'),
  erase: t('ことばを消す', 'Erase its words'),
  newText: t('正しい内容', 'The right words'),
  newTime: t('正しい時刻', 'The right time'),
  whyCorrect: t('訂正の理由', 'Reason for the correction'),
  whyWithdraw: t('取り下げの理由（なくてもよい）', 'Reason (optional)'),
  needReason: t('理由を書いてください。', 'Write the reason.'),
  needChange: t('内容か時刻を変えてください。', 'Change the words or the time.'),
  correctSays: t('前の内容も残り、訂正として並びます。', 'What was said stays, with the correction beside it.'),
  withdrawSays: t('記録は残り、取り下げたことが分かります。', 'The entry stays, marked as taken back.'),
  eraseTitle: t('ことばと写真を消しますか', 'Erase its words and pictures?'),
  eraseStays: t(
    '消えるのは、ことばと写真だけです。いつ、だれが、どの種類の記録をしたかは残り、鎖も切れません。',
    'Only words and pictures go. When, by whom and what kind of entry stays, and the chain holds.',
  ),
  eraseWhere: t(
    'この端末、サーバ、ほかの端末から消えます。紙と、書き出したファイルからは消えません。元に戻せません。',
    'They go from this device, the server and other devices, not from paper or exported files. This cannot be undone.',
  ),
  eraseWhy: t('消す理由', 'Why'),
  eraseDo: t('消す', 'Erase'),

  // Chain
  chain: (n: number, head: string): Text => t(`記録の鎖 ${n} 件・先頭 ${head}`, `Chain of ${many(n, 'entry', 'entries')}, head ${head}`),
  chainNone: t('まだサーバと共有していません。鎖は、共有すると始まります。', 'Not shared yet. The chain begins once it is shared.'),
  verify: t('確かめる', 'Verify'),
  verifying: t('確かめています', 'Verifying'),
  verified: (n: number): Text =>
    t(
      `${n}件を確かめました。切れ目も、書き換えもありません。`,
      `${many(n, 'entry', 'entries')} checked: nothing is missing, nothing was changed.`,
    ),
  verifyParts: (present: number, erased: number, withheld: number): Text =>
    t(
      `ことばと写真：合っている ${present}・消した ${erased}・届いていない ${withheld}`,
      `Words and pictures: ${present} match, ${erased} erased, ${withheld} not here`,
    ),
  breaches: (n: number): Text => t(`合わないところが${n}か所あります。`, `${many(n, 'place does', 'places do')} not hold.`),
  breachAt: (what: string, seq: number | undefined): Text => t(`${seq ?? '?'} 件目：${what}`, `Entry ${seq ?? '?'}: ${what}`),
  verifyLimit: t(
    '署名と、サーバが証した先頭は、書き出したファイルで確かめられます。',
    'Signatures and witnessed heads are checked in the exported file.',
  ),

  // Problems
  notKept: t(
    'この端末に保存できませんでした。空きを作って、もう一度押してください。',
    'This device could not keep it. Make room and press again.',
  ),
  malformed: t('この内容は記録の形に合いません。書き直してください。', 'This does not fit the record. Write it differently.'),
  dismiss: t('閉じる', 'Close'),
} as const;

export const severityWords: Readonly<Record<SeverityLevel, Text>> = {
  L0: t('気になる', 'Noticed'),
  L1: t('限定', 'Limited'),
  L2: t('注意', 'Caution'),
  L3: t('重大', 'Serious'),
  L4: t('危機', 'Crisis'),
};

export const eraseReasons = {
  mistake: t('まちがって書いた', 'Written by mistake'),
  'personal-data': t('個人の情報が入っている', 'It holds personal data'),
  request: t('本人から求められた', 'Someone asked for it'),
  law: t('決まりで消す必要がある', 'The law requires it'),
} as const;

/** Why an entry has no effect, and what to do. */
export const refusals: Readonly<Record<string, Text>> = {
  'not-reported': t('この件の始まりの記録がまだありません。', 'The beginning of this incident is not recorded yet.'),
  'already-closed': t('この件は、もう終了しています。', 'This incident is closed already.'),
  'not-closed': t('この件は、まだ終了していません。', 'This incident is not closed.'),
  'changed-meanwhile': t(
    'その間に、ほかの人が答えを変えました。見直して、もう一度してください。',
    'Others changed answers meanwhile. Look again and repeat it.',
  ),
  'duties-open': t('まだ済んでいない届け出があります。「この件」で確かめてください。', 'Some duties are still open. See “This incident”.'),
  'locked-field-empty': t('必ず書く欄が空です。文書の画面で埋めてください。', 'A required field is empty. Fill it under the notices.'),
  'blank-words': t('理由や名前が空白だけです。言葉を書いてください。', 'A reason or name holds nothing but blanks. Write words.'),
  'lies-ahead': t('まだ来ていない時です。知った時を書いてください。', 'That time has not come yet. Write when it was known.'),
  'reason-missing': t('重大度を下げるには、理由が要ります。', 'Lowering the severity needs a reason.'),
};
