import type { NoticeGap, Text } from '../../../core/index.ts';
import { t } from '../../text.ts';

/** Words of the notices. */
export const messages = {
  title: t('お知らせ', 'Notices'),
  lead: t('空きがあるうちは、コピー・印刷・保存ができません。', 'Copying, printing and saving wait until nothing needed is empty.'),
  which: t('どのお知らせか', 'Which notice'),
  whichText: t('どの文で出すか', 'Which text'),
  fits: t('いまの答えに合う', 'Fits what is known'),
  notYet: t('まだ使えない', 'Not yet'),
  language: t('お知らせの言葉', 'Language of the notice'),
  ja: t('日本語', 'Japanese'),
  en: t('英語', 'English'),

  step: (n: number, of: number): Text => t(`${n}／${of}`, `${n} of ${of}`),
  allFields: t('書くことの一覧', 'Everything to write'),
  filled: t('書いた', 'Written'),
  needed: t('必要', 'Needed'),
  optional: t('なくてもよい', 'Optional'),
  next: t('書いて次へ', 'Keep and go on'),
  back: t('前へ', 'Back'),
  keep: t('書いておく', 'Keep'),
  inJa: t('日本語の言葉', 'Words in Japanese'),
  inEn: t('英語の言葉', 'Words in English'),
  alsoJa: t('日本語でも書く', 'Write it in Japanese too'),
  alsoEn: t('英語でも書く', 'Write it in English too'),
  day: t('日付', 'Date'),
  time: t('時刻', 'Time'),
  waits: t('まだ分からない（「確認中」と書く）', 'Not known yet (says “being checked”)'),
  fromCard: (name: string): Text => t(`連絡先の名前を使う：${name}`, `Use the name on the card: ${name}`),
  disputed: t('別々に、ちがうことが書かれました。どちらかを選んでください。', 'Different words were written apart. Choose one.'),
  useThis: t('これを使う', 'Use this'),
  someHint: t('あてはまるものを、すべて選んでください。', 'Choose all that apply.'),
  clear: t('選ばない', 'Choose none'),
  defang: t('アドレスを無害な書き方に直す', 'Make the address harmless'),

  preview: t('このまま出る文', 'What would go out'),
  draft: t('下書き・まだ出せません', 'Draft, not to go out yet'),
  ready: t('出せます', 'Ready to go out'),
  missing: (n: number): Text => t(`出す前に直すこと（${n}）`, `Before it can go out (${n})`),
  copy: t('コピーする', 'Copy'),
  print: t('印刷する', 'Print'),
  save: t('ファイルに保存する', 'Save as a file'),
  issues: t('出すと、いまの文が版として記録に残ります。', 'The text as it is now is kept in the record as a version.'),
  refusedCopy: t('まだコピーできません。下の空きを埋めてください。', 'It cannot be copied yet. Fill in what is listed below.'),
  copied: t('コピーしました。記録に残しました。', 'Copied, and kept in the record.'),
  printed: t('印刷に渡しました。記録に残しました。', 'Sent to print, and kept in the record.'),
  saved: t('保存しました。記録に残しました。', 'Saved, and kept in the record.'),
  notCopied: t(
    '記録には残しましたが、コピーできませんでした。下の「出した版」から手で写してください。',
    'It is in the record, but could not be copied. Copy it by hand from “Versions” below.',
  ),
  notIssued: t('出せませんでした。書いたことは残っています。', 'It did not go out. What you wrote is kept.'),
  gate: t(
    '出す前に：情シスの事実確認・法務の確認・承認する人ひとり。',
    'Before it goes out: facts checked by IT, a legal check, one approver.',
  ),

  versions: t('出した版', 'Versions'),
  noVersions: t('まだ出していません。', 'None has gone out yet.'),
  latest: t('最新', 'Latest'),
  version: (when: string, who: string): Text => t(`${when}・${who}`, `${when} · ${who}`),
  wordless: t('この版の言葉は、消されているか、ここにはありません。', 'The words of this version were erased or are not here.'),

  substitute: t('代わりのページを作る', 'Make the substitute page'),
  substituteLead: t(
    '出した版から、文字だけのページを1つのファイルに作ります。サイトを閉じている間、別の場所に置きます。',
    'Makes one plain file out of the versions. Put it in another place while the site is closed.',
  ),
  substituteFirst: t('先に、お知らせを一度出してください。', 'Issue the notice once first.'),
  substituteOne: (lang: string): Text =>
    t(
      `${lang}の版はまだありません。出すと、同じページに入ります。`,
      `There is no version in ${lang} yet. Once issued, it joins the same page.`,
    ),
  index: t('検索サイトに載せる', 'Let search engines list it'),
  indexWhy: t(
    'ふだんは載せません。仮の場所のページが、復旧のあとも検索に残るためです。元のアドレスから案内できないときだけ、載せます。',
    'Usually not: a page in a temporary place would stay in search results after the site is back. Only if you cannot lead people there from your usual address.',
  ),
  how: t('置き方', 'How to put it up'),
  howSteps: [
    t('別の会社のサーバを使う。同じ仕組み（CMS）に置かない', 'Use another company’s server, not the same CMS'),
    t('管理のパスワードと鍵は、新しく作る', 'Make new passwords and keys for it'),
    t('安全な端末から置く。閉じたサイトの管理に使ったPCは使わない', 'Upload from a clean device, not the PC that ran the closed site'),
    t('ファイルの名前を index.html にして置く', 'Name the file index.html'),
    t('スマホと別の回線から開いて、確かめる', 'Open it from a phone on another line to check'),
    t('元のアドレスから、そのページへ案内する（DNSやCDNで切り替える）', 'Lead visitors there from your usual address (DNS or CDN)'),
    t(
      '続報を出したら、作り直して置きかえる。前の版はページの中に残る',
      'After each update make it anew and replace it; earlier versions stay on the page',
    ),
  ],
  download: t('ファイルに保存する（HTML）', 'Save the file (HTML)'),
  downloaded: t('保存しました。', 'Saved.'),

  pageEarlier: t('これまでのお知らせ', 'Earlier notices'),
  pageNewer: t('新しいお知らせが上にあります。', 'A newer notice stands above.'),
} as const;

/** Why a notice cannot go out, in one sentence. */
export const sayGap = (
  gap: NoticeGap,
  label: Text,
  never: readonly Text[],
  unsettled: Text | undefined,
  labelOf: (field: string) => Text,
): Text => {
  switch (gap.why) {
    case 'empty':
      return t(`「${label.ja}」が空いています。`, `“${label.en}” is empty.`);
    case 'not-a-moment':
      return t(`「${label.ja}」に、日付と時刻を入れてください。`, `Give a date and time for “${label.en}”.`);
    case 'wrong-order': {
      const before = labelOf(gap.after);
      return t(
        `「${label.ja}」が「${before.ja}」より前です。日時を直してください。`,
        `“${label.en}” comes before “${before.en}”. Correct the time.`,
      );
    }
    case 'live-address':
      return t(
        `「${label.ja}」に、そのまま開けるアドレス（${gap.host}）があります。無害な書き方に直してください。`,
        `“${label.en}” holds an address that can be opened (${gap.host}). Make it harmless.`,
      );
    case 'never':
      return never[gap.index] ?? t(`「${label.ja}」に、書けない言葉があります。`, `“${label.en}” says something that must not be said.`);
    case 'unsettled':
      return unsettled ?? t('この文は、まだ使えません。', 'This text may not be used yet.');
    case 'changed':
      return t('文が、書いたことと違っています。', 'The text differs from what was written.');
  }
};
