import type { FactId } from '../facts/fact.ts';
import { type Blocker, blockersOf, type Duties } from './duties.ts';

/** A question that stands against closing, with the duties that it keeps undecided. */
export type ClosingQuestion = { readonly fact: FactId; readonly obligations: readonly string[] };

/**
 * The questions behind the duties that are undecided, for whoever wants to close: first those that settle most of these
 * duties by themselves, then those that most of them wait for, then in the order in which they are asked anyway.
 */
export const closingQuestions = (of: Duties, blockers: readonly Blocker[] = blockersOf(of)): readonly ClosingQuestion[] => {
  const undecided = new Set(blockers.flatMap((b) => (b.why === 'undecided' ? [b.obligation] : [])));
  const waiting = new Map<FactId, string[]>();
  for (const { obligation } of of.duties)
    for (const fact of undecided.has(obligation.rule.id) ? obligation.missing : [])
      waiting.set(fact, [...(waiting.get(fact) ?? []), obligation.rule.id]);
  const asked = new Map(of.assessment.questions.map((q, place) => [q.fact, { place, settles: q.settles }]));
  const settles = (fact: FactId): number => asked.get(fact)?.settles.filter((id) => undecided.has(id)).length ?? 0;
  const place = (fact: FactId): number => asked.get(fact)?.place ?? asked.size;
  return [...waiting]
    .map(([fact, obligations]) => ({ fact, obligations }))
    .sort((a, b) => settles(b.fact) - settles(a.fact) || b.obligations.length - a.obligations.length || place(a.fact) - place(b.fact));
};
