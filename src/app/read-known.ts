import { type DutyKnowledge, type Facts, type FactsRead, type Known, type Learned, readFacts, readLearned } from '../core/index.ts';
import type { Problem } from './contract/problem.ts';
import { isFar } from './is-far.ts';
import { fail, type Result, succeed } from './result.ts';
import { sayFactProblems } from './say-problem.ts';

type KnownRead = { readonly read: FactsRead; readonly learned: Learned; readonly ignored: readonly string[] };

type Far = { readonly code: 'bad-instant'; readonly field: string; readonly value: string };

const momentsIn = (known: Known | undefined): readonly string[] =>
  typeof known === 'string' ? [known] : typeof known === 'object' ? Object.values(known).filter((v) => typeof v === 'string') : [];

/** Moments too far away to count from, among answers that are moments. */
const farAmong = (moments: Readonly<Record<string, Known | undefined>>, prefix = ''): readonly Far[] =>
  Object.entries(moments).flatMap(([id, known]) => {
    const value = momentsIn(known).find(isFar);
    return value === undefined ? [] : [{ code: 'bad-instant' as const, field: `${prefix}${id}`, value }];
  });

const without = <T extends Facts | Learned>(all: T, left: readonly string[]): T =>
  Object.fromEntries(Object.entries(all).filter(([id]) => !left.includes(id))) as T;

/**
 * Reads facts and when they were learned, with the catalogue, and refuses moments no date can be counted from.
 * Lenient reading takes what it cannot read as not known, and says so in `ignored`.
 */
export const readKnown = (
  { facts: defs }: DutyKnowledge,
  raw: { readonly facts: unknown; readonly learned?: unknown },
  manner: { readonly lenient: boolean },
): Result<KnownRead, Problem> => {
  const read = readFacts(defs, raw.facts, manner);
  const { learned, problems, ignored } = readLearned(defs, raw.learned, manner);
  const instants = new Set(defs.filter((d) => d.kind === 'instant').map((d) => d.id));
  const farFacts = farAmong(Object.fromEntries(Object.entries(read.facts).filter(([id]) => instants.has(id.split('.', 1)[0] ?? id))));
  const farLearned = farAmong(learned, 'learned.');
  const problem = sayFactProblems([...read.problems, ...problems, ...(manner.lenient ? [] : [...farFacts, ...farLearned])]);
  if (problem) return fail(problem);
  return succeed({
    read: {
      ...read,
      facts: without(
        read.facts,
        farFacts.map((f) => f.field),
      ),
    },
    learned: without(
      learned,
      farLearned.map((f) => f.field.slice('learned.'.length)),
    ),
    ignored: [...read.ignored, ...ignored, ...farFacts.map((f) => f.field), ...farLearned.map((f) => f.field)],
  });
};
