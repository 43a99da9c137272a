import type { FactId, Facts, Known } from '../facts/fact.ts';
import type { Source, Text } from '../knowledge/text.ts';

/** An office of one authority and the prefectures it serves. Without a page that was read, people reach it through the national one. */
export type Office = {
  readonly id: string;
  readonly label: Text;
  readonly serves: readonly string[];
  readonly page?: Source;
  readonly note?: Text;
};

/**
 * The offices of one authority by prefecture. `by` are the facts that say where, the first of them that is known counts. `ask` are
 * the words that lead from the national number or page to the right desk.
 */
export type OfficeList = {
  readonly id: string;
  readonly label: Text;
  readonly of: readonly string[];
  readonly by: readonly FactId[];
  readonly national: { readonly label: Text; readonly url?: string; readonly source: Source };
  readonly ask: Text;
  readonly note?: Text;
  /** What says which office serves which prefecture. */
  readonly areas: Source;
  readonly offices: readonly Office[];
};

/** Where to turn. No office where the prefecture is not known, or the answer still leaves several places open. */
export type OfficeFound = Pick<OfficeList, 'id' | 'label' | 'national' | 'ask' | 'note' | 'areas'> & {
  readonly offices: readonly Office[];
  /** The fact to answer while no office is found. */
  readonly open: FactId | null;
};

const placesOf = (known: Known | undefined): readonly string[] => {
  if (typeof known === 'string') return [known];
  return typeof known === 'object' && !Array.isArray(known) && 'in' in known ? known.in : [];
};

/** The offices for what is known of the place; two where the border of their areas runs through one prefecture. */
export const findOffice = (list: OfficeList, facts: Facts): OfficeFound => {
  const places = list.by.map((fact) => placesOf(facts[fact])).find((p) => p.length > 0) ?? [];
  const serving = (place: string): readonly Office[] => list.offices.filter((o) => o.serves.includes(place));
  const [first = [], ...others] = places.map(serving);
  const agree = others.every((o) => o.length === first.length && o.every((x, i) => x === first[i]));
  const offices = agree ? first : [];
  const { id, label, national, ask, note, areas } = list;
  return { id, label, national, ask, ...(note && { note }), areas, offices, open: offices.length > 0 ? null : (list.by[0] ?? null) };
};
