import { type FactId, type Incident, isPartRef, isRecord, type Kept, type Known, type PartRef } from '../../../core/index.ts';

/** One answer that a fact once had, and why it was corrected to the next, where it was. */
export type Told = {
  readonly value: Known | null;
  readonly actor: string;
  readonly saidAt: string;
  readonly reason?: PartRef;
  readonly entry: string;
};

/** Everything that was ever said of a fact and not taken back, in the order of the log. */
export const historyOf = (fact: FactId, incident: Incident, records: readonly Kept[]): readonly Told[] =>
  records.flatMap(({ entry, link }): readonly Told[] => {
    if (link?.refusal !== undefined || Object.hasOwn(incident.withdrawn, entry.id)) return [];
    if (!['incident.reported', 'facts.recorded', 'facts.corrected'].includes(entry.kind)) return [];
    const { facts, reason } = entry.body;
    if (!isRecord(facts) || !Object.hasOwn(facts, fact)) return [];
    const raw = facts[fact];
    const value = raw === 'unknown' || raw === null ? null : (raw as Known);
    return [{ value, actor: entry.actor, saidAt: entry.saidAt, entry: entry.id, ...(isPartRef(reason) && { reason }) }];
  });
