import type { PlaceState, SweepRow, Text } from '../../../core/index.ts';
import { many, t } from '../../text.ts';

const places = (n: number): string => many(n, 'department');

/** Words of the round of calls. */
export const messages = {
  title: t('ほかの部署でも起きていませんか', 'Does it happen elsewhere too?'),
  lead: t('電話か口頭で、近い部署から聞きます。', 'Ask by phone or in person, nearest department first.'),
  byVoice: t('社内メールやチャットでは聞きません。', 'Do not ask by company email or chat.'),

  symptoms: t('症状あり', 'Symptoms'),
  none: t('なし', 'None'),
  'not-asked': t('まだ聞いていない', 'Not asked yet'),
  unknown: t('わからない', 'Not known'),
  disputed: t('答えが食い違う', 'Answers differ'),

  counts: t('数', 'Counts'),
  otherGuide: t(
    'PCの様子もおかしいときは、PCの手引きを足してください。止める範囲と、電話で聞くことが、ここに出ます。',
    'If PCs act strangely too, add their guide: how much to stop and what to ask on the phone then appear here.',
  ),
  addGuide: t('手引きを足す', 'Add a guide'),
  departments: t('部署・拠点', 'Departments and sites'),
  empty: t('まだ部署がありません。', 'There is no department yet.'),
  emptyHint: t(
    '聞く部署を、ここに足してください。「、」で区切ると、まとめて足せます。',
    'Add those to ask here. Commas add several at once.',
  ),
  fromCard: t('社内の連絡先に書いた部署も、ここに並びます。', 'Departments on your own card are listed here too.'),
  addLabel: t('部署・拠点を足す', 'Add a department or site'),
  add: t('足す', 'Add'),
  addMissing: t('部署の名前を書いてください。', 'Write the name of the department.'),
  addTwice: (name: string): Text => t(`「${name}」は、もうあります。`, `“${name}” is already there.`),
  nameless: t('（名前は、ここにはありません）', '(its name is not here)'),
  stateOf: (name: string): Text => t(`${name}の答え`, `Answer of ${name}`),
  details: t('だれが答えたか・メモ', 'Who answered, note'),
  toldBy: t('だれが答えましたか', 'Who answered?'),
  note: t('メモ', 'Note'),
  save: t('書いておく', 'Keep'),
  said: (when: string, who: string): Text => t(`${when}・聞いた人：${who}`, `${when} · asked by ${who}`),
  saidBy: (when: string, who: string, by: string): Text =>
    t(`${when}・聞いた人：${who}・答えた人：${by}`, `${when} · asked by ${who} · answered by ${by}`),
  againAt: (time: string): Text => t(`${time} に聞き直す`, `Ask again at ${time}`),
  againNow: t('いま聞く', 'Ask now'),
  askAgain: t(
    '別々に、ちがう答えが記録されました。もう一度聞いて、選んでください。',
    'Different answers were recorded apart. Ask again and choose.',
  ),

  questions: t('電話で読み上げること', 'What to say on the phone'),
  noSilence: t('返事がないことを「なし」と数えません。', 'Silence never counts as “none”.'),

  follows: t('止める範囲', 'How much to stop'),
  because: (symptoms: number, open: number): Text =>
    t(`症状あり ${symptoms}・まだ分からない ${open}`, `With symptoms: ${symptoms}. Not known yet: ${open}.`),
  firstPlace: (name: string): Text =>
    t(
      `「${name}」を、最初に見つかった部署として数えています。ちがうときは、最初の部署も足して「症状あり」にしてください。`,
      `“${name}” is counted as the place where it was first found. If it was elsewhere, add that department too and set “Symptoms”.`,
    ),
  noFirst: t(
    '最初に見つかった部署も足して「症状あり」にしてください。',
    'Add the department where it was first found too, and set “Symptoms”.',
  ),
  rungNow: t('いま', 'Now'),
  rungIf: t('同じ部署で2台以上なら', 'With two or more devices in the department'),
  rungStays: t('そのまま続ける', 'Stays in place'),
  breaks: t('止まるもの', 'What stops'),
  who: t('決める人', 'Who decides'),
  again: (time: string): Text => t(`次に聞き直す時刻：${time}`, `Next round of calls: ${time}`),
  againLate: (time: string): Text => t(`聞き直す時刻を過ぎました（${time}）`, `The time to ask again has passed (${time})`),
  n4Instead: t('N4ではなくN3にします。', 'N3 is taken instead of N4.'),
  n4Why: t('N4にできない理由', 'Why N4 cannot be done'),
  n4Question: t('N4にできないとき', 'If N4 cannot be done'),
  n4Life: t('命や安全に関わるものが止まる', 'It would endanger life or safety'),
  n4Absent: t('決める人に連絡がつかない', 'The person who decides cannot be reached'),
  n4Possible: t('N4にできるようになった', 'N4 can be done now'),
  n4Recorded: (reason: string): Text => t(`N4ではなくN3にした：${reason}`, `N3 instead of N4: ${reason}`),
  secondHit: t(
    '2か所目かもしれません。分からないあいだは、出口も止めます（N3）。',
    'It may be a second place. While that is not known, stop the Internet exit too (N3).',
  ),
  record: (answer: string): Text => t(`「${answer}」と記録する`, `Record: ${answer}`),
  recorded: (answer: string): Text => t(`P-01.B1 の答えは「${answer}」と記録済みです。`, `P-01.B1 is recorded as: ${answer}`),
  recordedOther: (answer: string): Text =>
    t(
      `P-01.B1 の答えは、いま「${answer}」と記録されています。数とちがいます。`,
      `P-01.B1 is now recorded as “${answer}”. The counts say otherwise.`,
    ),
  openCount: (n: number): Text => t(`${n}か所`, places(n)),
};

/** The word of a state; a place that people answered differently apart has its own. */
export const stateName = (state: SweepRow['state']): Text => messages[state];

/** The answers to choose from, in the order of the buttons. */
export const states: readonly PlaceState[] = ['symptoms', 'none', 'unknown', 'not-asked'];
