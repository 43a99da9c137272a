/** A text every user may read, in Japanese (the first language) and English. */
export type Text = { readonly ja: string; readonly en: string };

export type Lang = keyof Text;

/**
 * How a statement was confirmed.
 * P, A, H: the primary text was read (P* in an extraction). S, B, M: read second-hand. K, C, L: not read.
 */
export type Grade = 'P' | 'P*' | 'A' | 'H' | 'S' | 'B' | 'M' | 'K' | 'C' | 'L';

export type Truth = 'read' | 'second-hand' | 'not-read';

const truthByGrade: Record<Grade, Truth> = {
  P: 'read',
  'P*': 'read',
  A: 'read',
  H: 'read',
  S: 'second-hand',
  B: 'second-hand',
  M: 'second-hand',
  K: 'not-read',
  C: 'not-read',
  L: 'not-read',
};

/** The place of a grade on the one scale that screens show. */
export const truthOf = (grade: Grade): Truth => truthByGrade[grade];

/**
 * Where a statement comes from. `readOn` is the civil day the text was truly read, null when it never was.
 * `checked` names the day and person who opened the live page; it stays null until someone does.
 */
export type Source = {
  readonly text: string;
  readonly url?: string;
  readonly edition?: string;
  readonly readOn: string | null;
  readonly checked: { readonly on: string; readonly by: string } | null;
  readonly grade: Grade;
};
