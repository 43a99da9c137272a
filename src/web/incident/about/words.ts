import type { Text } from '../../../core/index.ts';

const t = (ja: string, en: string): Text => ({ ja, en });

/** Words of the tab about the incident as a whole. */
export const words = {
  severity: t('重大度', 'Severity'),
  severityNow: t('いまの重大度', 'Severity now'),
  proposed: (level: string, word: string): Text =>
    t(`分かっていることからの案：${level} ${word}`, `Proposed from what is known: ${level} ${word}`),
  raised: t('わからないことがあるため、1段上げています。', 'Raised by one level because something is not known.'),
  byFact: t('理由', 'Because'),
  notKnown: t('わからないこと', 'Not known'),
  take: t('この案にする', 'Take this'),
  set: t('この重大度にする', 'Set this severity'),
  why: t('理由', 'Reason'),
  whyNeeded: t('理由（下げるときは必ず書く）', 'Reason (needed to lower it)'),
  whoLevel: {
    L0: t('情シスが記録。その日のうちに。', 'IT notes it, the same day.'),
    L1: t('情シスへ、60分以内に。', 'Tell IT within 60 minutes.'),
    L2: t('対応の責任者と部門長へ、60分以内に。', 'Tell the lead and the head of department within 60 minutes.'),
    L3: t('経営へ、60分以内に。届け出の準備も。', 'Tell executives within 60 minutes. Prepare the reports.'),
    L4: t('すぐに対策本部を置く。', 'Set up a crisis team at once.'),
  },
  me: t('この端末で書く人', 'Who writes on this device'),
  name: t('あなたの名前（なくてもよい）', 'Your name (optional)'),
  desk: t('係（なくてもよい）', 'Your desk (optional)'),
  nameDo: t('名前を記録する', 'Record the name'),
  guides: t('手引き', 'Guides'),
  addGuide: t('手引きを足す', 'Add a guide'),
  guideSays: t('足した手引きの手順は「いまやること」に加わります。', 'Its steps join what to do now.'),
  zone: t('この件の時刻', 'Zone of this incident'),
  zoneDo: t('時刻の場所を変える', 'Change the zone'),
  zoneBad: t('この場所の名前は使えません。例：Asia/Tokyo', 'This zone is not known. Example: Asia/Tokyo'),
  closing: t('終了', 'Closing'),
  closeSays: t('終了しても、記録は残ります。あとで再開できます。', 'Closing keeps the record. It can be reopened.'),
  missing: (n: number): Text =>
    t(`終了の前に、次の${n}件を済ませてください。`, `Before closing, settle ${n === 1 ? 'this' : `these ${n}`}:`),
  notFiled: t('まだ出していません', 'not filed yet'),
  undecided: t('要るかどうか、まだ決まっていません', 'not decided yet'),
  toIt: t('届け出へ', 'Go to it'),
  closeNote: t('終了のメモ（なくてもよい）', 'Note (optional)'),
  close: t('この件を終了する', 'Close the incident'),
  reopenWhy: t('再開の理由', 'Reason for reopening'),
  reopen: t('この件を再開する', 'Reopen the incident'),
  turns: t('終了と再開の記録', 'Closed and reopened'),
  paper: t('印刷と書き出し', 'Print and export'),
  print: t('すべてを印刷する', 'Print everything'),
  export: t('1つのファイルに書き出す', 'Export as one file'),
  exported: t('書き出しました。サーバーが先頭に署名しています。', 'Exported. The server signed the head.'),
  exportedHere: t(
    'この端末で書き出しました。サーバーの署名はありません。つながったら、もう一度書き出してください。',
    'Exported on this device, without the server’s signature. Export again once connected.',
  ),
  exportLeft: (n: number): Text => t(`共有前の${n}件は入っていません。`, `${n} not shared yet ${n === 1 ? 'is' : 'are'} not in it.`),
  exportSays: t('ことばと写真も入ります。渡す相手に気をつけてください。', 'It holds words and pictures. Mind who receives it.'),
} as const;
