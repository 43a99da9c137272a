/** Levenshtein distance between two short names. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length] as number;
};

/** Nobody means a name by a text this long, and comparing it would take minutes. */
const longest = 100;

/** The known name closest to one that is not known, for "did you mean"; undefined for a text too long to be a name. */
export const nearestTo = (name: string, names: Iterable<string>): string | undefined => {
  if (name.length > longest) return undefined;
  const folded = name.toLowerCase();
  let best: { readonly name: string; readonly at: number } | undefined;
  for (const candidate of names) {
    const at = distance(folded, candidate.toLowerCase());
    if (!best || at < best.at) best = { name: candidate, at };
  }
  return best?.name;
};
