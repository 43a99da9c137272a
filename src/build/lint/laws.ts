import { type Cond, conditionOf, type Law, lawAt, type Rule, turningDays } from '../../core/index.ts';
import { catalogueOf } from '../catalogue.ts';
import type { KnowledgeFiles } from '../parse-knowledge.ts';
import { makeWorld, type World } from '../world.ts';

/** Every text the law ever had (oldest first, the last is the law as it stands), and the situations it can meet. */
export type Laws = { readonly epochs: readonly Law[]; readonly world: World };

/** Conditions that choose a limit or a recipient, once the rule applies. */
export const choicesOf = (rule: Rule): readonly Cond[] => [
  ...rule.stages.flatMap((s) => s.choices.flatMap((c) => c.if ?? [])),
  ...rule.recipients.flatMap((r) => r.if ?? []),
];

/** Puts the terms of each epoch in their places. `Law.on` is the day the epoch began. */
export const lawsOf = (files: Pick<KnowledgeFiles, 'base' | 'facts' | 'implications'>): Laws => {
  const epochs = turningDays(files.base).map((from) => lawAt(files.base, from));
  const conds = epochs.flatMap((law) => law.rules.flatMap((r) => [conditionOf(r), ...choicesOf(r)]));
  return { epochs, world: makeWorld(catalogueOf(files), files.implications, conds) };
};
