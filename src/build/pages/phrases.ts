import { loadDefaultJapaneseParser } from 'budoux';

const parser = loadDefaultJapaneseParser();

/** Closing marks and small kana never open a line, opening brackets never close one. */
const glued = /^[、。，．・：；？！）」』】〉》ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]/;
const opens = /[（「『【〈《]$/;

/** One kana is no phrase. */
const lone = /^[ぁ-ヿ]$/;

/** Latin words, numbers and what joins them stay whole: Wi-Fi, N0〜N4, 110. */
const latinEnd = /[A-Za-z0-9〜・/&.-]$/;
const latinStart = /^[A-Za-z0-9〜・/&.-]/;

/** A short remark in brackets stays whole: （複数の部署）. */
const shortRemark = /（[^（）]{1,12}）/g;

/** Places inside a short remark, where no line may break. */
const placesInside = (text: string): ReadonlySet<number> => {
  const inside = new Set<number>();
  for (const { index, 0: remark } of text.matchAll(shortRemark)) {
    for (let place = index + 1; place < index + remark.length; place++) inside.add(place);
  }
  return inside;
};

/** Cuts a Japanese sentence at the ends of its phrases. Joined, the pieces are the sentence again. */
export const cutPhrases = (text: string): readonly string[] => {
  const inside = placesInside(text);
  const holds = (last: string, piece: string, place: number): boolean =>
    inside.has(place) || lone.test(piece) || glued.test(piece) || opens.test(last) || (latinEnd.test(last) && latinStart.test(piece));
  const pieces: string[] = [];
  let place = 0;
  for (const piece of parser.parse(text).flatMap((part) => part.split(/(?=（)/))) {
    const last = pieces.at(-1);
    if (last !== undefined && holds(last, piece, place)) pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
    place += piece.length;
  }
  return pieces;
};
