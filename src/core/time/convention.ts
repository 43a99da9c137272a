/**
 * How a legal text counts. Conventions are data because they differ:
 *
 * - `none`: the law gives a word, no number. No date is ever computed.
 * - `hours`: elapsed hours on the UTC line; never rolled. `fullHours` is Regulation 1182/71 art. 3(1): the hour of
 *   the event is not counted, so the count begins at the next full hour.
 * - `days`: civil days. `firstDay: counts` makes the start day 1 (PPC guideline 3-5-3-4); `excluded` leaves it out
 *   (Civil Code 140, Regulation 1182/71 art. 3(1)).
 * - `weeks`, `months`: Civil Code 143 ends the day before the corresponding day of a period that begins the day after
 *   the start (`method: civil`); Regulation 1182/71 art. 3(2)(c) ends on the same day number (`method: same-day`).
 * - `openDays`: only open days of the calendar count; the start day does not.
 * - `dayOfNextMonth`: a fixed day of the month after the start (a monthly list due on the 20th). A calendar date, no period: never
 *   rolled.
 *
 * `roll: next-open-day` moves a last day on which the recipient is closed; hours never roll. `minOpenDays` is
 * Regulation 1182/71 art. 3(5).
 */
export type Convention =
  | {
      readonly unit: 'none';
      readonly word: 'immediately' | 'promptly' | 'without-delay' | 'without-undue-delay' | 'early' | 'by-contract' | 'on-request';
    }
  | { readonly unit: 'hours'; readonly n: number; readonly fullHours?: true }
  | {
      readonly unit: 'days' | 'weeks';
      readonly n: number;
      readonly firstDay: 'counts' | 'excluded';
      readonly roll: Roll;
      readonly guide?: true;
      readonly minOpenDays?: number;
    }
  | { readonly unit: 'months'; readonly n: number; readonly method: 'civil' | 'same-day'; readonly roll: Roll }
  | { readonly unit: 'openDays'; readonly n: number }
  | { readonly unit: 'dayOfNextMonth'; readonly n: number };

export type Roll = 'none' | 'next-open-day';
