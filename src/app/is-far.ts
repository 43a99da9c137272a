/** The years that dates are counted in: close to either end of the calendar a count would leave it. */
export const countedYears = { first: 1900, last: 2199 } as const;

/** Is a moment, as the contract writes it, outside the years that dates are counted in? */
export const isFar = (moment: string): boolean => {
  const year = Number(moment.slice(0, 4));
  return year < countedYears.first || year > countedYears.last;
};
