/** What a map holds under a name that comes from a log; never what every object inherits (`constructor` and the like). */
export const own = <T>(map: Readonly<Record<string, T>>, key: string): T | undefined => (Object.hasOwn(map, key) ? map[key] : undefined);

/** Writes into a map that belongs to the fold that is running, and returns it: copying it for each entry would be quadratic. */
export const put = <T>(
  map: Readonly<Record<string, T>>,
  key: string,
  change: (before: T | undefined) => T,
): Readonly<Record<string, T>> => {
  (map as Record<string, T>)[key] = change(own(map, key));
  return map;
};
