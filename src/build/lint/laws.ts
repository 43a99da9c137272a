import { type Cond, conditionOf, type Law, lawAt, type Rule, turningDays } from '../../core/index.ts';
import { catalogueOf } from '../catalogue.ts';
import type { KnowledgeFiles } from '../parse-knowledge.ts';
import { makeWorld, type World } from '../world.ts';

/** One epoch of the law: the texts in force from a day on, and the situations they can meet. */
export type Epoch = { readonly from: string; readonly law: Law; readonly world: World };

const conditionsOf = (rule: Rule): readonly Cond[] => [
  conditionOf(rule),
  ...rule.recipients.flatMap((r) => r.if ?? []),
  ...rule.stages.flatMap((s) => s.choices.flatMap((c) => c.if ?? [])),
];

/** Every epoch of the base, oldest first. The last one is the law as it stands. */
export const epochsOf = (files: KnowledgeFiles): readonly Epoch[] => {
  const catalogue = catalogueOf(files);
  return turningDays(files.base).map((from) => {
    const law = lawAt(files.base, from);
    return { from, law, world: makeWorld(catalogue, files.implications, law.rules.flatMap(conditionsOf)) };
  });
};
