import type { Text } from '../../core/index.ts';
import { t } from '../text.ts';

/** Words of the list of incidents. */
export const words = {
  deadlines: t('近い期限', 'Coming deadlines'),
  noDeadlines: t('日付のある届け出は、いまありません。', 'No dated duties now.'),
  open: t('対応中', 'Open'),
  closed: t('終了', 'Closed'),
  noOpen: t('対応中の件はありません。', 'Nothing is open.'),
  empty: t('記録は、まだありません。', 'There are no records yet.'),
  emptySays: t(
    '何かが起きたら、はじめの画面で近いものを選び、「記録をはじめる」を押してください。ここに並びます。',
    'If something happens, choose the closest case on the first page and begin a record. It will stand here.',
  ),
  drillSays: t(
    'まず、ためしてみることもできます。訓練と分かる印が付きます。',
    'You can also try it first. It is marked as practice everywhere.',
  ),
  drill: t('訓練をはじめる（PCの様子がおかしい）', 'Start a drill: a PC acts strangely'),
  search: t('記録を探す', 'Search records'),
  noneFound: t('見つかりません。ほかのことばで試してください。', 'Nothing found. Try other words.'),
  noticed: (when: string): Text => t(`気づいた時 ${when}`, `Noticed ${when}`),
  begun: (when: string): Text => t(`記録のはじまり ${when}`, `Begun ${when}`),
  onServer: t('サーバにある記録', 'On the server'),
  waiting: (n: number): Text => t(`共有前 ${n}件`, `${n} not shared yet`),
  offline: t(
    'サーバにつながりません。この端末の記録だけを出しています。',
    'The server cannot be reached. Only what is on this device is shown.',
  ),
  notSaved: t('このブラウザーには保存できません。', 'This browser cannot keep records.'),
  moreDue: (n: number): Text => t(`ほか${n}件`, `${n} more`),
  toPlace: t('第2の置き場所の画面へ', 'To the page of the second place'),
  ifApplies: t('あるとすれば', 'If it applies:'),
  presumed: t('必要とみなす', 'taken as needed'),
} as const;
