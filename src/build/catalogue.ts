import type { FactDef } from '../core/index.ts';

export type Catalogue = ReadonlyMap<string, FactDef>;

export const catalogueOf = ({ facts }: { readonly facts: readonly FactDef[] }): Catalogue => new Map(facts.map((d) => [d.id, d]));

/** The entry of a fact; a keyed fact (`subjectsIn.US-CA`) is under its base name. */
export const defOf = (fact: string, catalogue: Catalogue): FactDef | undefined => {
  const base = catalogue.get(fact.split('.')[0] as string);
  return catalogue.get(fact) ?? (base?.keyed ? base : undefined);
};
