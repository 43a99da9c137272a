/** Full-width and half-width, capital and small letters read alike. */
const normalise = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Every word of the query must occur somewhere; two characters are enough, word borders do not matter. */
export const matches = (text: string, query: string): boolean => {
  const whole = normalise(text);
  return normalise(query)
    .split(/\s+/)
    .every((word) => whole.includes(word));
};
