import type { Blocker } from '../filings/duties.ts';
import { levelSet, severityLevels } from '../response/severity-scale.ts';
import type { Entry, Kept } from './entry.ts';
import type { Incident } from './incident.ts';
import type { Body } from './kinds.ts';

/** Why an entry with effect in law has no effect. It stays in the log, and says so. */
export type Refusal =
  | { readonly code: 'not-reported' }
  | { readonly code: 'already-closed' | 'not-closed' }
  | { readonly code: 'changed-meanwhile'; readonly entries: readonly string[] }
  | { readonly code: 'duties-open'; readonly blockers: readonly Blocker[] }
  | { readonly code: 'locked-field-empty'; readonly fields: readonly string[] }
  | { readonly code: 'reason-missing' }
  /** The log holds what this program does not know: it cannot say that nothing stands against it. */
  | { readonly code: 'newer-entries'; readonly entries: readonly string[] };

/** What admitting needs beside the log: the knowledge's word on duties and on the fields that a notice cannot go without. */
export type Judge = {
  readonly blockers: (incident: Incident) => readonly Blocker[];
  /** Locked fields of this notice that are empty (or name a live address, or deny effects too early), in the language it goes out in. */
  readonly lockedEmpty: (
    incident: Incident,
    notice: string,
    form: string,
    issued: Pick<Body<'notice.issued'>, 'lang' | 'text'>,
  ) => readonly string[];
};

/** Entries that change what an approval or a closing stands on. */
const matters: ReadonlySet<string> = new Set([
  'facts.recorded',
  'facts.corrected',
  'draft.amended',
  'obligation.waived',
  'filing.filed',
  'entry.withdrawn',
  'part.erased',
]);

/** Entries that matter and that the writer of this one could not have seen. */
const unseen = (records: readonly Kept[], entry: Entry): readonly string[] => {
  const reach = entry.base === null ? 0 : (records.find(({ link }) => link?.chain === entry.base)?.link?.seq ?? 0);
  return records
    .filter(
      ({ entry: e, link }) => matters.has(e.kind) && e.device !== entry.device && (link?.seq ?? 0) > reach && link?.refusal === undefined,
    )
    .map(({ entry: e }) => e.id);
};

/**
 * Says whether an entry may take effect after `records`, whose fold is `incident`. Undefined means yes. Additive kinds
 * always may: work done apart is never turned away.
 */
export const admit = (incident: Incident, records: readonly Kept[], entry: Entry, judge: Judge): Refusal | undefined => {
  if (!incident.report && entry.kind !== 'incident.reported') return guardedNeedsReport(entry.kind);
  switch (entry.kind) {
    case 'filing.approved':
      return changed(records, entry) ?? unknownIn(incident);
    case 'incident.closed': {
      if (incident.state === 'closed') return { code: 'already-closed' };
      const blockers = incident.drill ? [] : judge.blockers(incident);
      return changed(records, entry) ?? unknownIn(incident) ?? (blockers.length > 0 ? { code: 'duties-open', blockers } : undefined);
    }
    case 'incident.reopened':
      return incident.state === 'open' ? { code: 'not-closed' } : undefined;
    case 'notice.issued': {
      const { notice, form, ...issued } = entry.body as Body<'notice.issued'>;
      const fields = judge.lockedEmpty(incident, notice, form, issued);
      return fields.length > 0 ? { code: 'locked-field-empty', fields } : undefined;
    }
    case 'severity.set': {
      const { level, reason } = entry.body as Body<'severity.set'>;
      const now = levelSet(incident.severity)?.value.level;
      return now !== undefined && severityLevels.indexOf(level) < severityLevels.indexOf(now) && !reason
        ? { code: 'reason-missing' }
        : undefined;
    }
    default:
      return undefined;
  }
};

const guardedNeedsReport = (kind: string): Refusal | undefined =>
  ['filing.approved', 'incident.closed', 'incident.reopened', 'notice.issued'].includes(kind) ? { code: 'not-reported' } : undefined;

const unknownIn = ({ newer, unreadable }: Incident): Refusal | undefined => {
  const entries = [...newer, ...unreadable].map((s) => s.entry);
  return entries.length > 0 ? { code: 'newer-entries', entries } : undefined;
};

const changed = (records: readonly Kept[], entry: Entry): Refusal | undefined => {
  const entries = unseen(records, entry);
  return entries.length > 0 ? { code: 'changed-meanwhile', entries } : undefined;
};
