/** How a text reads whatever it is written with: widths, invisible signs, kana, spaces and the usual spellings of a word. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}]+/gu, '')
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/洩/g, 'えい')
    .replace(/無([いしか])/g, 'な$1')
    .replace(/有りま/g, 'ありま')
    .replace(/御座い/g, 'ござい');

const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}]/g, '\\$&');

/** Between two parts: up to eight characters of one clause. "Was found" between them makes it a report of what is known. */
const gap = '(?:(?!確認|把握|判明|特定)[^。、，,.!?\n]){0,8}?';

const patterns = /* @__PURE__ */ new Map<string, RegExp>();

const patternOf = (words: string): RegExp => {
  const known = patterns.get(words);
  if (known) return known;
  const alternatives = (part: string): string =>
    `(?:${part
      .split('|')
      .map((w) => literally(plain(w)))
      .join('|')})`;
  const made = new RegExp(
    `${words
      .split('…')
      .map((side) => side.trim().split(/\s+/).map(alternatives).join(''))
      .join(gap)}(?!か|よう|でしたら|場合|方|とき)`,
    'u',
  );
  patterns.set(words, made);
  return made;
};

/**
 * Says whether a text says certain words. `|` stands between words of which one is enough, a space joins parts, `…` leaves
 * room for a few characters of the same clause. A question ("… か") or a condition is not said.
 */
export const says = (text: string, words: string): boolean => patternOf(words).test(plain(text));

const nothings =
  ' なし 特になし とくになし 未定 不明 未記入 未入力 未確認 調査中 確認中 検討中 後で あとで 後日 同上 だみー てすと わからない 分からない na none nil tbd tba unknown pending test dummy later todo ';

/** Words that fill a place and tell a reader nothing: signs alone, "to be decided", "none". */
export const saysNothing = (text: string): boolean => {
  const bare = plain(text)
    .replace(/[\p{P}\p{S}ー]/gu, '')
    .replace(/(です|中です)$/, (end) => (end === 'です' ? '' : '中'));
  return bare === '' || /^x+$/.test(bare) || nothings.includes(` ${bare} `);
};
