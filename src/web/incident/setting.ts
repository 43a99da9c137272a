import { createContext, useContext } from 'react';
import type {
  Draft,
  Duties,
  DutyKnowledge,
  ErasedPart,
  Head,
  Incident,
  Kept,
  Lang,
  News,
  Organisation,
  Part,
  PartRef,
  ResponseKnowledge,
  Text,
} from '../../core/index.ts';
import type { Record } from '../record/open-record.ts';

/** What every part of the incident page reads. Nothing here is kept twice: it is all folded from the log of this device. */
export type IncidentSetting = {
  readonly knowledge: DutyKnowledge;
  readonly response: ResponseKnowledge;
  readonly lang: Lang;
  /** The reader's zone; the incident's own is `incident.zone`. */
  readonly zone: string;
  /** The present (epoch milliseconds), renewed at each full minute. */
  readonly now: number;
  readonly say: (text: Text) => string;
  /** The id of the incident: the UUID in the name of its log. */
  readonly id: string;
  readonly incident: Incident;
  readonly records: readonly Kept[];
  readonly organisation: Organisation | undefined;
  readonly duties: Duties;
  readonly parts: ReadonlyMap<string, Part | ErasedPart>;
  /** The words of a part; undefined where absent, erased or withheld (`parts` tells which). */
  readonly wordsOf: (ref: PartRef | undefined) => string | undefined;
  /**
   * Keeps what is said on this device, and tells whether it was kept. Never throws: a refusal or a failed save is shown by
   * the page itself, and what was typed must then stay on the screen.
   */
  readonly speak: (...drafts: Draft[]) => Promise<boolean>;
  /** Who writes on this device. */
  readonly me: { readonly actor: string; readonly device: string; readonly name?: string };
  /** What the program itself has to say, by the entry that it follows. */
  readonly news: ReadonlyMap<string, News>;
  /** How far the log reaches on this device, as the one who keeps the order gave it. */
  readonly head: Head;
  readonly record: Record;
};

const IncidentContext = createContext<IncidentSetting | undefined>(undefined);

export const IncidentProvider = IncidentContext.Provider;

/** The setting of the incident that this part stands in; a part outside one is a bug. */
export const useIncident = (): IncidentSetting => {
  const setting = useContext(IncidentContext);
  if (!setting) throw new Error('a part of the incident page stands outside its setting');
  return setting;
};
