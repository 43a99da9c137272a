import { type DutyKnowledge, type FactsRead, type Learned, readFacts, readLearned } from '../core/index.ts';
import type { Problem } from './contract/problem.ts';
import { fail, type Result, succeed } from './result.ts';
import { sayFactProblems } from './say-problem.ts';

type KnownRead = { readonly read: FactsRead; readonly learned: Learned; readonly ignored: readonly string[] };

/**
 * Reads facts and when they were learned, with the catalogue. Lenient reading takes what it cannot read as not known, and
 * says so in `ignored`.
 */
export const readKnown = (
  { facts: defs }: DutyKnowledge,
  raw: { readonly facts: unknown; readonly learned?: unknown },
  manner: { readonly lenient: boolean },
): Result<KnownRead, Problem> => {
  const read = readFacts(defs, raw.facts, manner);
  const { learned, problems, ignored } = readLearned(defs, raw.learned, manner);
  const problem = sayFactProblems([...read.problems, ...problems]);
  return problem ? fail(problem) : succeed({ read, learned, ignored: [...read.ignored, ...ignored] });
};
