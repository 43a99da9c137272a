import { type Bundle, checkSaying, type Part, type Signed } from '../../core/index.ts';
import type { Problem } from '../contract/problem.ts';
import { sayProblem } from '../say-problem.ts';
import { wordsOfPart } from './words-of-part.ts';

/** What cannot stand in entries that are about to be put in order, in words; the first stands, the others ride along. */
export const checkSayings = ({ facts }: Pick<Bundle, 'facts'>, entries: readonly Signed[], parts: readonly Part[]): Problem | undefined => {
  const byId = new Map(parts.map((part) => [part.id, part]));
  const wordsOf = (ref: unknown): string | undefined => wordsOfPart(byId.get((ref as { readonly part?: string } | undefined)?.part ?? ''));
  const [first, ...others] = entries.flatMap(({ entry }, i) =>
    checkSaying(facts, entry, wordsOf).map(({ field, ...problem }) =>
      sayProblem(problem.code, { field: `entries.${i}.entry.body.${field}`, ...('value' in problem && { value: problem.value }) }),
    ),
  );
  return first && { ...first, ...(others.length > 0 && { others }) };
};
