const place = /\{([^{}]*)\}/g;

/** The names in the places of a text: `{site}`. */
export const placesIn = (text: string): readonly string[] => [...text.matchAll(place)].map((m) => m[1] as string);

/** The text with words in its places. */
export const fillPlaces = (text: string, wordsOf: (name: string) => string): string =>
  text.replace(place, (_, name: string) => wordsOf(name));
