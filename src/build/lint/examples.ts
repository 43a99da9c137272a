import type { KnowledgeFiles } from '../parse-knowledge.ts';
import { type Check, type Finding, suggest } from './finding.ts';

const answers = ['yes', 'no', 'unknown'] as const;

const expectationsOf = (files: KnowledgeFiles, rule: string) => files.examples.flatMap((e) => e.expect[rule] ?? []);

/** Every rule has an example with each of the three answers, and one with a date for each stage that has a number. */
export const checkExamples: Check = (files) =>
  files.base.rules.flatMap((r): readonly Finding[] => {
    const at = `rule:${r.id}`;
    const expected = expectationsOf(files, r.id);
    const numbered = r.stages.filter((s) => s.choices.some((c) => c.convention.unit !== 'none'));
    return [
      ...answers
        .filter((a) => !expected.some((e) => e.applies === a))
        .map((a) => ({
          at,
          check: 'example-missing',
          message: `${r.id} has no example where the answer is ${a === 'unknown' ? 'cannot tell' : a}`,
        })),
      ...numbered
        .filter((s) => !expected.some((e) => e.stages[s.id]))
        .map((s) => ({ at, check: 'example-without-date', message: `${r.id}.${s.id} counts to a date, and no example says one` })),
    ];
  });

/** Examples speak of rules and stages that exist. */
export const checkExampleNames: Check = (files) => {
  const rules = new Map(files.base.rules.map((r) => [r.id, r]));
  return files.examples.flatMap((e) => {
    const at = `example:${e.file}:${e.at}`;
    return Object.entries(e.expect).flatMap(([id, { stages }]): readonly Finding[] => {
      const rule = rules.get(id);
      if (!rule)
        return [{ at, check: 'unknown-rule', message: `"${e.name}" expects rule ${id}, which does not exist${suggest(id, rules.keys())}` }];
      const known = rule.stages.map((s) => s.id);
      return Object.keys(stages)
        .filter((s) => !known.includes(s))
        .map((s) => ({ at, check: 'unknown-stage', message: `"${e.name}": ${id} has no stage ${s}${suggest(s, known)}` }));
    });
  });
};
