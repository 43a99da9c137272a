import type { Body, Text } from '../../../core/index.ts';
import { t } from '../../text.ts';

/** Words of who was told. */
export const messages = {
  title: t('だれに知らせたか', 'Who was told'),
  lead: t('まだの相手から。社内が先、次に期限の近い順です。', 'Not told yet first: inside, then by date.'),
  'not-yet': t('まだ', 'Not yet'),
  told: t('知らせた', 'Told'),
  'not-needed': t('知らせない', 'Not needed'),
  counts: t('数', 'Counts'),
  show: t('どちらを見るか', 'Which to show'),
  all: t('すべて', 'All'),
  inside: t('社内', 'Inside'),
  outside: t('社外', 'Outside'),
  none: t('この中には、だれもいません。', 'Nobody here.'),

  duty: (label: string): Text => t(`届け出：${label}`, `Duty: ${label}`),
  dutyMaybe: (label: string): Text => t(`届け出が要るかもしれない：${label}`, `May be a duty: ${label}`),
  toldAt: (when: string, way: string, who: string): Text => t(`${when}・${way}・${who}`, `${when} · ${way} · ${who}`),
  said: (state: string, when: string, who: string): Text => t(`${state}：${when}・${who}`, `${state}: ${when} · ${who}`),
  takeBack: t('取り消す', 'Take back'),
  wordless: t('（名前は、ここにはありません）', '(its name is not here)'),
  ofWhom: (name: string): Text => t(`：${name}`, `: ${name}`),

  record: t('知らせたと書く', 'Record as told'),
  again: t('また知らせたと書く', 'Record again'),
  notNeeded: t('知らせないと決めた', 'Decided not to tell'),
  needed: t('まだ（知らせる）', 'Not yet (to be told)'),
  day: t('日付', 'Date'),
  time: t('時刻', 'Time'),
  way: t('どうやって', 'By what way'),
  toldBy: t('だれが知らせたか（この人でなければ）', 'Who told them (if not you)'),
  note: t('メモ（相手の名前、受付番号など）', 'Note (name of the person, number …)'),
  send: t('書いておく', 'Keep'),
  wrongTime: t('日付と時刻を、いまより前で入れてください。', 'Give a date and time that is not in the future.'),

  possible: (n: number): Text =>
    t(`届け出が要るかもしれない相手（まだ決まらない ${n}件）`, `Recipients of duties that may apply (${n} not settled)`),

  add: t('知らせる相手を足す', 'Add someone to tell'),
  addName: t('相手の名前', 'Name'),
  addSide: t('社内か社外か', 'Inside or outside'),
  addSend: t('足す', 'Add'),
  addMissing: t('相手の名前を書いてください。', 'Write a name.'),
} as const;

type Way = NonNullable<Body<'contact.told'>['way']>;

/** By what way someone was told. */
export const wayNames: Readonly<Record<Way, Text>> = {
  phone: t('電話', 'Phone'),
  mail: t('メール', 'Email'),
  'web-form': t('Webの入力欄', 'Web form'),
  'in-person': t('会って', 'In person'),
  post: t('郵便', 'Post'),
  chat: t('チャット', 'Chat'),
  notice: t('お知らせの掲示', 'Public notice'),
  other: t('ほかの方法', 'Another way'),
};
