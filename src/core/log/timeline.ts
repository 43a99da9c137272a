import type { Kept } from './entry.ts';
import type { Correction, Incident } from './incident.ts';
import { isKind } from './kinds.ts';
import { own } from './own.ts';
import { placeInTime } from './said-at.ts';

/** One line of the log as people read it. What is corrected or taken back stays, with the correction beside it. */
export type TimelineLine = {
  readonly record: Kept;
  /** When it happened, as it was last said (RFC 9557 or a civil day); when it was said, where nothing else was. */
  readonly happenedAt: string;
  readonly standing: 'shared' | 'waiting' | 'refused' | 'withdrawn' | 'newer' | 'unreadable';
  readonly corrections: readonly Correction[];
};

const ofText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** When the entry says that the thing happened: its own field, else when it was said. */
const momentIn = ({ entry }: Kept): string => {
  const { happenedAt, toldAt, askedAt, filedAt } = entry.body;
  return ofText(happenedAt) ?? ofText(toldAt) ?? ofText(askedAt) ?? ofText(filedAt) ?? entry.saidAt;
};

type Place = { readonly text: string; readonly zone: string; readonly at: number };

/** Reading a moment is the dear part of a long timeline: what was read of a record is remembered as long as the record. */
const placed = new WeakMap<Kept, Place>();

const placeOnce = (record: Kept, text: string, zone: string): number => {
  const known = placed.get(record);
  if (known && known.text === text && known.zone === zone) return known.at;
  const at = placeInTime(text, zone);
  placed.set(record, { text, zone, at });
  return at;
};

/** The timeline in the order things happened, earliest first; the same moment in the order of the log. */
export const timelineOf = (incident: Incident, records: readonly Kept[]): readonly TimelineLine[] => {
  const unreadable = new Set(incident.unreadable.map((s) => s.entry));
  const standingOf = ({ entry, link }: Kept): TimelineLine['standing'] => {
    if (link?.refusal !== undefined) return 'refused';
    if (!isKind(entry.kind)) return 'newer';
    if (unreadable.has(entry.id)) return 'unreadable';
    if (own(incident.withdrawn, entry.id)) return 'withdrawn';
    return link ? 'shared' : 'waiting';
  };
  const lines = records.map((record): TimelineLine & { readonly at: number } => {
    const corrections = own(incident.corrections, record.entry.id) ?? [];
    const happenedAt = corrections.findLast((c) => c.value.happenedAt !== undefined)?.value.happenedAt ?? momentIn(record);
    return { record, happenedAt, standing: standingOf(record), corrections, at: placeOnce(record, happenedAt, incident.zone) };
  });
  return lines.sort((a, b) => a.at - b.at).map(({ at: _at, ...line }) => line);
};
