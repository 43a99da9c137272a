import { latest, type Incident, type PartRef, type Register, type Sweep, sweepOf, type SweepPlace } from '../../../core/index.ts';
import { useIncident } from '../setting.ts';

/** A department as it is shown: of this incident, or only on the card so far. */
export type PlaceLine = SweepPlace & { readonly name: PartRef | undefined; readonly names: Register<PartRef>; readonly listed: boolean };

/** The step that P-01 gives to whoever decides about N4; blocked means that N4 cannot be done. */
export const stepOfN4 = 'P-01.B1.yes.3';
/** The branch that the counts answer. */
export const branchOfSweep = 'P-01.B1';

const nameIn = (names: Register<PartRef> | undefined): PartRef | undefined => latest(names)?.value;

/** Departments of the card and of the incident, and what follows from what they said. */
export const useSweep = (): { readonly lines: readonly PlaceLine[]; readonly sweep: Sweep; readonly n4: Incident['actions'][string] } => {
  const { incident, organisation, now } = useIncident();
  const card = organisation?.places ?? {};
  const ids = [...new Set([...Object.keys(incident.places), ...Object.keys(card)])];
  const lines = ids.map((id): PlaceLine => {
    const place = Object.hasOwn(incident.places, id) ? incident.places[id] : undefined;
    const names = place && place.name.length > 0 ? place.name : ((Object.hasOwn(card, id) ? card[id] : undefined) ?? []);
    return { id, asked: place?.asked ?? [], names, name: nameIn(names), listed: (place?.name.length ?? 0) > 0 };
  });
  const n4 = incident.actions[stepOfN4] ?? [];
  return { lines, sweep: sweepOf(lines, { now, n4Blocked: latest(n4)?.value.state === 'blocked' }), n4 };
};
