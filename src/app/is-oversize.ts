const longest = 100;
const most = 1_000;

/** How deep answers nest: an answer, its interval or set, a member. What lies deeper is refused by kind. */
const depth = 3;

const holds = (x: unknown, left: number): boolean => {
  if (typeof x === 'string') return x.length > longest;
  if (typeof x !== 'object' || x === null || left === 0) return false;
  const keys = Object.keys(x);
  return keys.length > most || keys.some((key) => key.length > longest || holds((x as Record<string, unknown>)[key], left - 1));
};

/**
 * Does a part of a request hold names or values far longer, or far more of them, than the catalogue knows? Each unknown
 * name is compared with every known one, so one request of such would keep all others waiting.
 */
export const isOversize = (part: unknown): boolean => holds(part, depth);
