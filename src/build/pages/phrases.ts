import { loadDefaultJapaneseParser } from 'budoux';

const parser = loadDefaultJapaneseParser();

/** Closing marks and small kana never open a line, opening brackets never close one. */
const glued = /^[、。，．・：；？！）」』】〉》ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]/;
const opens = /[（「『【〈《]$/;

/** Cuts a Japanese sentence at the ends of its phrases. Joined, the pieces are the sentence again. */
export const cutPhrases = (text: string): readonly string[] => {
  const pieces: string[] = [];
  for (const piece of parser.parse(text)) {
    const last = pieces.at(-1);
    if (last !== undefined && (glued.test(piece) || opens.test(last))) pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
  return pieces;
};
