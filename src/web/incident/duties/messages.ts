import type { Text } from '../../../core/index.ts';
import { many, t } from '../../text.ts';

/** Words of the duties tab that the duties check by itself does not have. */
export const messages = {
  record: (n: number): Text => t(`答え${n}件を記録する`, `Record ${many(n, 'answer')}`),
  notRecorded: (n: number): Text =>
    t(
      `答え${n}件は、まだ記録していません。下の結果は、記録したときの見込みです。`,
      `${many(n, 'answer')} not recorded yet. The results below show what would follow.`,
    ),
  seePending: (n: number): Text => t(`記録する答え${n}件を見る`, `See the ${many(n, 'answer')} to record`),
  discard: t('記録しないで捨てる', 'Discard without recording'),
  becomes: (before: string, after: string): Text => t(`${before} → ${after}`, `${before} → ${after}`),
  whyCorrect: (n: number): Text =>
    t(`前の答え${n}件を直します。その理由`, `${many(n, 'earlier answer is', 'earlier answers are')} corrected. Reason`),
  reasonMissing: t('直す理由を書いてください。', 'Write the reason for the correction.'),
  correcting: t('訂正', 'Correction'),
  waits: (day: string): Text => t(`${day}にもう一度聞く`, `Ask again on ${day}`),
  back: (day: string): Text => t(`${day}が来ました。もう一度聞きます。`, `It is ${day}: asked again.`),

  disputed: t('答えが食い違っています', 'People answered differently'),
  disputedHint: t(
    'どちらも残っています。どちらとも決まるまで、決まっていないものとして扱います。',
    'Both are kept. Until someone decides, it counts as open.',
  ),
  decideIt: t('どちらか決める', 'Decide'),

  recorded: t('記録した答え', 'Recorded answers'),
  onCard: t('会社のカードから', 'From the organisation’s card'),
  saidBy: (who: string, when: string): Text => t(`${who}・${when} 記録`, `${who}, recorded ${when}`),
  learned: (when: string): Text => t(`知った日：${when}`, `Learned: ${when}`),
  history: (n: number): Text => t(`前の答え（${n}）`, `Earlier answers (${n})`),
  reason: (words: string): Text => t(`直した理由：${words}`, `Reason: ${words}`),
  wordsGone: t('（消された言葉）', '(erased words)'),
  correct: t('直す', 'Correct'),
  answer: t('答える', 'Answer'),

  take: (n: number): Text =>
    t(`この端末の「届け出は必要？」の答え${n}件を入れる`, `Take over the ${many(n, 'answer')} given in “Who must be told?” on this device`),
  takeHint: t('入れたあと、まとめて記録します。', 'They are then recorded together.'),

  waive: t('出さないと決める', 'Decide not to report'),
  waiveHint: t(
    '理由と、だれが、いつ決めたかを残します。閉じるときに要ります。',
    'Keeps the reason, who decided, and when. It is needed for closing.',
  ),
  waiveWhat: t('どの段階', 'Which stage'),
  waiveAll: t('この届け出の全部', 'The whole duty'),
  waiveReason: t('出さない理由', 'Reason for not reporting'),
  waiveBy: t('決めた人', 'Decided by'),
  waiveOn: t('決めた日', 'Decided on'),
  waiveMissing: t('理由、決めた人、決めた日を入れてください。', 'Enter the reason, who decided, and the day.'),
  waiveSend: t('この決定を記録する', 'Record this decision'),
  waived: t('出さないと決めました', 'Decided not to report'),
  waivedLine: (by: string, on: string): Text => t(`${by}が${on}に決めました。`, `Decided by ${by} on ${on}.`),
  waivedOld: t('このあとに答えが変わりました。決定を見直してください。', 'Answers changed after this. Look at the decision again.'),
  filedLine: (stage: string, when: string): Text => t(`${stage}：${when}に出しました`, `${stage}: filed ${when}`),
  beforeKnown: t(
    '気づいた日時より前に出したことになっています。気づいた日時か、出した日時を直してください。',
    'It was filed before anyone had noticed, as recorded. Correct when it was noticed, or when it was filed.',
  ),
  checkKnown: t('気づいた日時を確かめる', 'Check when it was noticed'),
  receipt: (number: string): Text => t(`受付番号 ${number}`, `Number ${number}`),
  toDraft: t('報告書の下書きを見る', 'See the draft of the report'),
  fileIt: t('出したことを記録する', 'Record that it was filed'),
} as const;
