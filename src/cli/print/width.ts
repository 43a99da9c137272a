/** East Asian wide and fullwidth characters take two columns in a terminal. */
const isWide = (character: string): boolean =>
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(character);

/** Columns that a text takes in a terminal. */
const widthOf = (text: string): number => [...text].reduce((sum, c) => sum + (isWide(c) ? 2 : 1), 0);

/** Pads with spaces to a number of columns. */
export const padTo = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - widthOf(text)));
