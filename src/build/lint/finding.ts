import type { KnowledgeFiles } from '../parse-knowledge.ts';

/** What a check found, and the named thing it belongs to (`rule:appi-ppc-report`). */
export type Finding = { readonly at: string; readonly check: string; readonly message: string };

/** One small rule about the knowledge. It never throws and sees nothing but the parsed files. */
export type Check = (files: KnowledgeFiles) => readonly Finding[];

/** The nearest of the known names, as a suggestion for a misspelt one; empty where nothing is near. */
export const suggest = (wrong: string, known: Iterable<string>): string => {
  const near = [...known].map((k) => ({ k, d: distance(wrong.toLowerCase(), k.toLowerCase()) })).sort((a, b) => a.d - b.d)[0];
  return near && near.d <= Math.max(2, wrong.length / 3) ? ` (did you mean ${near.k}?)` : '';
};

const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length] as number;
};
