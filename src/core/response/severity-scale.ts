import type { Source, Text } from '../knowledge/text.ts';
import type { Register, Stated } from '../log/register.ts';
import type { Cond } from '../obligations/rule.ts';

/** From the mildest to the worst. */
export const severityLevels = ['L0', 'L1', 'L2', 'L3', 'L4'] as const;

export type SeverityLevel = (typeof severityLevels)[number];

/** The level that was set: the gravest of those that people set apart, until somebody who has seen them decides. */
export const levelSet = <T extends { readonly level: SeverityLevel }>(register: Register<T>): Stated<T> | undefined =>
  register.reduce<Stated<T> | undefined>((worst, s) => (worst && worst.value.level >= s.value.level ? worst : s), undefined);

/** One sign of the scale: it reads facts, the number of people, or what the departments see (with a branch of the plans). */
export type SeveritySign = { readonly id: string; readonly level: SeverityLevel; readonly text: Text } & (
  | { readonly when: Cond }
  | { readonly people: number }
  | { readonly departments: 'several' | 'not-known'; readonly branch: string }
);

export type SeverityScale = { readonly sources: readonly Source[]; readonly signs: readonly SeveritySign[] };
