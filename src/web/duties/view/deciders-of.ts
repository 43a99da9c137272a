import type { Asked, FactId, Obligation } from '../../../core/index.ts';

/** The open facts of an obligation: those that can settle it first, by the order in which they would be asked. */
export const decidersOf = (duty: Obligation, asked: readonly Asked[]): readonly FactId[] => {
  const settling = asked.filter((a) => a.settles.includes(duty.rule.id)).map((a) => a.fact);
  const touching = asked.filter((a) => a.touches.includes(duty.rule.id) && duty.missing.includes(a.fact)).map((a) => a.fact);
  return [...new Set([...settling, ...touching, ...duty.missing])];
};
