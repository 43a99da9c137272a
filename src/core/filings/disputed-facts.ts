import type { FactId } from '../facts/fact.ts';
import type { Incident } from '../log/incident.ts';

/** What people said differently, apart. None of it is chosen by the program. */
export const disputedFacts = ({ facts }: Pick<Incident, 'facts'>): ReadonlySet<FactId> =>
  new Set(
    Object.entries(facts).flatMap(([fact, register]) => {
      const answers = register.flatMap((s) => (s.value.value === null ? [] : [JSON.stringify(s.value.value)]));
      return new Set(answers).size > 1 ? [fact] : [];
    }),
  );
