import { assess, type DutyKnowledge, type FactDef, type Known, type Obligation, type Picture } from '../../../core/index.ts';
import { type Change, compareVerdicts } from './compare-verdicts.ts';
import { listed } from './group-obligations.ts';

/** What one answer would change. */
export type Foreseen = { readonly value: Known; readonly changes: readonly Change[] };

const most = 8;

const answersTo = (def: FactDef): readonly Known[] => {
  if (def.kind === 'yes-no') return [true, false];
  if (def.kind === 'one-of' && (def.values?.length ?? 0) <= most) return (def.values ?? []).map((v) => v.id);
  return [];
};

/**
 * What would follow from each answer to a question: the obligations it settles, or makes needed for now. Empty for counts,
 * times and sets, whose answers cannot be listed.
 */
export const foresee = (knowledge: DutyKnowledge, picture: Picture, def: FactDef, now: readonly Obligation[]): readonly Foreseen[] =>
  answersTo(def).map((value) => {
    const after = assess(knowledge, { ...picture, facts: { ...picture.facts, [def.id]: value } });
    return { value, changes: compareVerdicts(listed(now), listed(after.obligations)).filter((c) => c.to !== 'unknown') };
  });
