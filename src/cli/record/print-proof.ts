import type { LogProof } from '../../app/index.ts';
import { type Breach, codeNameOf, idOfLog, isIncidentLog, type Lang, type Text } from '../../core/index.ts';
import { sayMoment } from '../print/say-moment.ts';

const breaches: Readonly<Record<Breach['what'], Text>> = {
  'unreadable-line': { ja: '読めない行がある', en: 'a line cannot be read' },
  'cut-short': { ja: 'ファイルが途中で終わっている', en: 'the file ends early' },
  'other-log': { ja: '別の記録のものが混ざっている', en: 'an entry of another log' },
  gap: { ja: '番号が続いていない', en: 'the places have a gap' },
  'chain-broken': { ja: '中身が変わっている（鎖が合わない）', en: 'something was changed (the chain does not fit)' },
  'entry-twice': { ja: '同じものが2度ある', en: 'the same entry twice' },
  'device-chain-broken': { ja: '同じ端末の前の記録が欠けている', en: 'an earlier entry of the same device is missing' },
  'base-unknown': { ja: 'この記録にないものを見て書いたことになっている', en: 'it claims to have seen what is not in this log' },
  'part-promised-twice': { ja: '同じことば・写真が2度約束されている', en: 'the same words or picture promised twice' },
  'bad-signature': { ja: '署名が合わない', en: 'the signature does not fit' },
  'part-altered': { ja: 'ことば・写真が変わっている', en: 'words or a picture were changed' },
  'part-unknown': { ja: 'どの記録のものでもないことば・写真がある', en: 'words or a picture that no entry promised' },
  'part-not-erased': { ja: '消したはずのことば・写真が残っている', en: 'words or a picture that were erased are still there' },
  'head-differs': { ja: '終わりの印が合わない', en: 'the stored head differs' },
  'witness-differs': { ja: '証人の署名のあとで変わっている', en: 'it was changed after a head was witnessed' },
  'witness-forged': { ja: '証人の署名が合わない', en: 'a witness does not hold' },
  'beyond-log': { ja: '終わりが切り取られている', en: 'the end was cut off' },
};

/** One breach for people: what, and where. */
export const sayBreach = ({ what, seq, line, part }: Breach, lang: Lang): string => {
  const ja = lang === 'ja';
  const places = [
    ...(seq === undefined ? [] : [ja ? `${seq} 番` : `place ${seq}`]),
    ...(line === undefined ? [] : [ja ? `${line} 行目` : `line ${line}`]),
    ...(part === undefined ? [] : [part]),
  ];
  return `${breaches[what][lang]}${places.length > 0 ? (ja ? `（${places.join('・')}）` : ` (${places.join(', ')})`) : ''}`;
};

const nameOfLog = (log: string, lang: Lang): string => {
  if (isIncidentLog(log)) return `${codeNameOf(idOfLog(log))[lang]}  ${log}`;
  return log === '' ? (lang === 'ja' ? '名のない記録' : 'a log without a name') : log;
};

/** What a check proved of one log: the four things, each in a line, then every breach. */
export const printProof = (proof: LogProof, lang: Lang): string => {
  const ja = lang === 'ja';
  const { head, unbroken, completeTo, authored, witnessed, parts, newer, breaches: found, breachCount } = proof;
  const last = witnessed.at(-1);
  const by = (own: boolean): string => (own ? (ja ? 'この設置の鍵' : 'the key of this installation') : ja ? '別の鍵' : 'another key');
  const lines = [
    nameOfLog(head.log, lang),
    ja
      ? `  切れていない：${unbroken ? 'はい' : 'いいえ'}（${head.seq} 件）`
      : `  Unbroken: ${unbroken ? 'yes' : 'no'} (${head.seq} entries)`,
    completeTo > 0
      ? ja
        ? `  欠けていない：${completeTo} 番まで`
        : `  Complete: up to place ${completeTo}`
      : ja
        ? '  欠けていない：証人がないので、終わりが切られていても分かりません'
        : '  Complete: no witness, so a missing end would not show',
    ja
      ? `  書いた端末：署名あり ${authored.signed} 件（${authored.devices.length} 台）・署名なし ${authored.unsigned} 件`
      : `  Authored: ${authored.signed} signed (${authored.devices.length} devices), ${authored.unsigned} unsigned`,
    ...(last
      ? [
          ja
            ? `  証人：${sayMoment(last.signedAt, lang)}、${by(last.own)}（全部で ${witnessed.length}）`
            : `  Witnessed: ${sayMoment(last.signedAt, lang)}, by ${by(last.own)} (${witnessed.length} in all)`,
        ]
      : []),
    ja
      ? `  ことば・写真：ある ${parts.present}・消した ${parts.erased}・渡されていない ${parts.withheld}`
      : `  Words and pictures: ${parts.present} there, ${parts.erased} erased, ${parts.withheld} withheld`,
    ...(newer > 0
      ? [
          ja
            ? `  この版が知らない種類：${newer} 件（答えが足りないかもしれません）`
            : `  Kinds newer than this program: ${newer} (answers may be incomplete)`,
        ]
      : []),
    ...found.slice(0, 20).map((breach) => `  ✗ ${sayBreach(breach, lang)}`),
    ...(breachCount > 20 ? [ja ? `  ほかに ${breachCount - 20} か所` : `  and ${breachCount - 20} more`] : []),
  ];
  return `${lines.join('\n')}\n`;
};
