import type { ProblemCode } from '../app/index.ts';
import type { Text } from '../core/index.ts';

/** Errors of the HTTP layer itself, beside those of the contract. */
export type EdgeCode =
  | 'wrong-host'
  | 'cross-site'
  | 'not-json'
  | 'too-large'
  | 'not-found'
  | 'wrong-method'
  | 'bad-request'
  | 'too-slow'
  | 'headers-too-large'
  | 'unmet-expectation'
  | 'too-many-listeners'
  | 'disk-full'
  | 'record-unusable'
  | 'internal';

/** The one table from code to status. */
export const statusByCode: Readonly<Record<ProblemCode | EdgeCode, number>> = {
  'bad-json': 400,
  'not-an-object': 400,
  'missing-field': 400,
  'wrong-type': 400,
  'unknown-field': 400,
  'bad-request': 400,
  'unknown-fact': 422,
  'unknown-value': 422,
  'wrong-kind': 422,
  'bad-instant': 422,
  'bad-date': 422,
  'bad-zone': 422,
  contradiction: 422,
  'unknown-kind': 422,
  'entry-too-large': 422,
  'too-many-entries': 422,
  'ill-formed-text': 422,
  'blank-words': 422,
  'lies-ahead': 422,
  'bad-part': 422,
  'bad-signature': 422,
  'other-log': 422,
  'id-taken': 409,
  'device-chain-gap': 409,
  'part-taken': 409,
  'log-broken': 422,
  'log-diverged': 409,
  'bad-folder': 422,
  'unknown-rule': 404,
  'unknown-stage': 404,
  'unknown-case': 404,
  'unknown-incident': 404,
  'not-found': 404,
  'wrong-method': 405,
  'cross-site': 403,
  'too-large': 413,
  'not-json': 415,
  'wrong-host': 421,
  'too-slow': 408,
  'unmet-expectation': 417,
  'headers-too-large': 431,
  'too-many-listeners': 503,
  'record-unusable': 503,
  'disk-full': 507,
  internal: 500,
};

export const edgeMessages: Readonly<Record<EdgeCode, Text>> = {
  'wrong-host': {
    ja: 'この画面は、この機械の 127.0.0.1・localhost・[::1] でだけ開けます。',
    en: 'This is served only as 127.0.0.1, localhost or [::1] on this machine.',
  },
  'cross-site': { ja: 'ほかのサイトからの書き込みは受け付けません。', en: 'Writes that another site asked for are refused.' },
  'not-json': { ja: 'application/json だけを受け付けます。', en: 'Only application/json is taken.' },
  'too-large': {
    ja: '大きすぎます。1 MB（記録は 12 MB）までにしてください。',
    en: 'Too large: keep it within 1 MB (12 MB for entries of the record).',
  },
  'not-found': { ja: 'ここには何もありません。', en: 'There is nothing here.' },
  'wrong-method': { ja: 'この方法では使えません。', en: 'This method is not available here.' },
  'bad-request': { ja: '読み取れない要求です。', en: 'This request cannot be read.' },
  'too-slow': { ja: '送り終わるまでに時間がかかりすぎました。', en: 'The request took too long to arrive.' },
  'headers-too-large': { ja: 'アドレスかヘッダーが長すぎます。', en: 'The address or the headers are too long.' },
  'unmet-expectation': { ja: 'この Expect には応じられません。', en: 'This Expect cannot be met.' },
  'too-many-listeners': {
    ja: '同時に見ている画面が多すぎます。使っていない画面を閉じてください。',
    en: 'Too many screens are listening: close some that are not in use.',
  },
  'disk-full': {
    ja: '記録を置くディスクがいっぱいで、書けませんでした。空きを作って、もう一度送ってください。',
    en: 'The disk of the record is full, so nothing was written: make room and send it again.',
  },
  'record-unusable': {
    ja: '記録のファイルを読み書きできません。ディスクとフォルダーを確かめてください。',
    en: 'The file of the record cannot be read or written: check its disk and folder.',
  },
  internal: {
    ja: 'こちらの不具合で止まりました。要求番号を控えて、管理する人に知らせてください。',
    en: 'Something broke on our side: note the request id and tell whoever runs this.',
  },
};

/** Short names of the statuses, for `title`. */
export const titles: Readonly<Record<number, Text>> = {
  400: { ja: '要求の形が違います', en: 'The request has the wrong form' },
  403: { ja: '受け付けません', en: 'Refused' },
  404: { ja: '見つかりません', en: 'Not found' },
  405: { ja: 'この方法では使えません', en: 'Method not allowed' },
  408: { ja: '時間切れです', en: 'Timed out' },
  409: { ja: 'すでに使われています', en: 'Already taken' },
  413: { ja: '大きすぎます', en: 'Too large' },
  417: { ja: '応じられません', en: 'Expectation failed' },
  415: { ja: '形式が違います', en: 'Wrong content type' },
  421: { ja: '宛先が違います', en: 'Wrong host' },
  431: { ja: '長すぎます', en: 'Headers too large' },
  422: { ja: '内容に誤りがあります', en: 'The content has a mistake' },
  503: { ja: 'いまは応じられません', en: 'Not available just now' },
  507: { ja: '空きがありません', en: 'No room left' },
  500: { ja: '不具合で止まりました', en: 'Internal error' },
};
