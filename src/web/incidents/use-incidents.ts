import { useEffect, useState } from 'react';
import { type IncidentLine, type Summary, summariseIncident, wordsOfPart } from '../../app/index.ts';
import { foldOrganisation, type LogName } from '../../core/index.ts';
import type { Record } from '../record/open-record.ts';
import type { Loaded } from '../incident/state/load-assets.ts';

/** An incident in the list. `name` is the name people gave it, where its words are on this device. */
export type Listed = {
  readonly line: IncidentLine;
  readonly deadlines: Summary['deadlines'];
  readonly name: string | undefined;
  readonly here: boolean;
  readonly pending: number;
};

export type Listing = { readonly incidents: readonly Listed[] | undefined; readonly online: boolean };

const listedHere = async (record: Record, { knowledge }: Loaded): Promise<readonly Listed[]> => {
  const card = await record.organisation().catch(() => undefined);
  const organisation = card ? await record.view(card) : undefined;
  const folded = organisation && foldOrganisation(organisation.log, organisation.records);
  const logs = await record.incidents();
  return Promise.all(
    logs.map(async ({ log, pending }) => {
      const { records, parts } = await record.view(log);
      const { line, deadlines } = summariseIncident(knowledge, folded, log, records);
      const name = line.name === undefined ? undefined : wordsOfPart(parts.get(line.name));
      return { line, deadlines, name, here: true, pending };
    }),
  );
};

/** Incidents that only the server has; undefined where it cannot be reached. */
const listedThere = async (known: ReadonlySet<string>): Promise<readonly Listed[] | undefined> => {
  try {
    const answer = await fetch('/api/v1/incidents', { cache: 'no-store' });
    if (!answer.ok) return undefined;
    const { incidents } = (await answer.json()) as { readonly incidents: readonly IncidentLine[] };
    return incidents
      .filter(({ log }) => !known.has(log))
      .map((line) => ({
        line,
        deadlines: line.due.map((due) => ({ dueAt: Date.parse(due.latest), line: due })),
        name: undefined,
        here: false,
        pending: 0,
      }));
  } catch {
    return undefined;
  }
};

/** Every incident of this device, then those that only the server has. */
export const useIncidents = (record: Record, loaded: Loaded): Listing => {
  const [listing, setListing] = useState<Listing>({ incidents: undefined, online: true });
  useEffect(() => {
    let gone = false;
    const unwatch: (() => void)[] = [];
    const watched = new Set<LogName>();
    const look = async (): Promise<void> => {
      const here = await listedHere(record, loaded);
      if (gone) return;
      setListing((before) => ({ ...before, incidents: here }));
      for (const { line } of here) {
        if (watched.has(line.log)) continue;
        watched.add(line.log);
        unwatch.push(record.watch(line.log, () => void look()));
      }
      const there = await listedThere(new Set(here.map((i) => i.line.log)));
      if (!gone) setListing({ incidents: [...here, ...(there ?? [])], online: there !== undefined });
    };
    void look();
    return () => {
      gone = true;
      for (const stop of unwatch) stop();
    };
  }, [record, loaded]);
  return listing;
};
