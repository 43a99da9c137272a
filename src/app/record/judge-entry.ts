import {
  admit,
  blockersOf,
  type Body,
  type DutyKnowledge,
  dutiesOf,
  type FactId,
  foldIncident,
  type Incident,
  type Known,
  type Part,
} from '../../core/index.ts';
import type { Verdict } from './entry-store.ts';

/** Locked fields of a notice that stand empty, given the words that are there. */
export type LockedEmpty = (
  incident: Incident,
  notice: string,
  form: string,
  issued: Pick<Body<'notice.issued'>, 'lang' | 'text'>,
  parts: readonly Part[],
) => readonly string[];

/** What a verdict stands on beside the log. Facts of the organisation's card are looked up when they are needed. */
export type JudgeKnowledge = {
  readonly knowledge: DutyKnowledge;
  readonly organisationFacts: () => Readonly<Record<FactId, Known>>;
  readonly lockedEmpty: LockedEmpty;
};

/** Decides at its place in the log whether an entry with effect in law may take effect. */
export const judgeEntry =
  ({ knowledge, organisationFacts, lockedEmpty }: JudgeKnowledge): Verdict =>
  (entry, before, parts) => {
    if (!entry.log.startsWith('incident:')) return undefined;
    return admit(foldIncident(entry.log, before), before, entry, {
      blockers: (incident) => blockersOf(dutiesOf(knowledge, incident, organisationFacts())),
      lockedEmpty: (incident, notice, form, issued) => lockedEmpty(incident, notice, form, issued, parts),
    })?.code;
  };
