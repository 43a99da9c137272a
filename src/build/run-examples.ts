import { assess, type DutyKnowledge, type Obligation, readFacts, readLearned } from '../core/index.ts';
import type { Example, Expected } from './parse-examples.ts';

/** An example that does not come out as written. `at` is its place as the linter names places. */
export type Failure = { readonly at: string; readonly message: string };

const sayAnswer = (applies: string, presumed: boolean | undefined): string => (presumed ? `${applies} (presumed)` : applies);

/** How an answer differs from what is expected, in words. */
export const differencesOf = (expected: Expected, found: Obligation): readonly string[] => {
  const wanted = sayAnswer(expected.applies, expected.presumed);
  const got = sayAnswer(found.applies, found.presumed);
  return [
    ...(wanted === got ? [] : [`applies: expected ${wanted}, got ${got} — ${found.because.en}`]),
    ...Object.entries(expected.stages).flatMap(([id, date]) => {
      const stage = found.stages.find((s) => s.id === id);
      const latest = stage?.latest ?? null;
      return latest === date
        ? []
        : [
            `${id}: expected ${date ?? 'no date'}, got ${latest ?? 'no date'}${stage ? ` — ${stage.steps.map((x) => x.en).join('; ')}` : ' — the stage is not due'}`,
          ];
    }),
  ];
};

/** Runs one worked example through the core, from the facts as a caller would send them. */
export const runExample = (knowledge: DutyKnowledge, example: Example): readonly Failure[] => {
  const at = `example:${example.file}:${example.at}`;
  const fail = (message: string): Failure => ({ at, message: `「${example.name}」 ${message}` });
  const { facts, parked, problems } = readFacts(knowledge.facts, example.facts);
  if (problems.length) return problems.map((p) => fail(`fact ${p.field}: ${p.code}`));
  const learned = readLearned(knowledge.facts, example.learned ?? {});
  if (learned.problems.length) return learned.problems.map((p) => fail(`learned ${p.field}: ${p.code}`));
  const { obligations } = assess(knowledge, { facts, learned: learned.learned, parked });
  return Object.entries(example.expect).flatMap(([id, expected]) => {
    const found = obligations.find((o) => o.rule.id === id);
    return found ? differencesOf(expected, found).map((d) => fail(`${id} ${d}`)) : [fail(`${id}: no such rule`)];
  });
};
