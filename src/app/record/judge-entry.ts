import {
  admit,
  blockersOf,
  type Bundle,
  type Card,
  type DutyKnowledge,
  dutiesOf,
  foldIncident,
  isIncidentLog,
  judgeNotice,
  type PartRef,
} from '../../core/index.ts';
import type { Verdict } from './entry-store.ts';

/** What a verdict stands on beside the log. The organisation's card is looked up when they are needed. */
export type JudgeKnowledge = {
  readonly knowledge: DutyKnowledge & Pick<Bundle, 'forms'>;
  readonly card: () => Card;
  /** Reads UTF-8. */
  readonly decode: (bytes: Uint8Array) => string;
};

/** Decides at its place in the log whether an entry with effect in law may take effect. */
export const judgeEntry =
  ({ knowledge, card, decode }: JudgeKnowledge): Verdict =>
  (entry, before, parts) => {
    if (!isIncidentLog(entry.log)) return undefined;
    const wordsOf = ({ part: id }: PartRef): string | undefined => {
      const found = parts.find((part) => part.id === id);
      return found && decode(found.bytes);
    };
    return admit(foldIncident(entry.log, before), before, entry, {
      blockers: (incident) => blockersOf(dutiesOf(knowledge, incident, card())),
      lockedEmpty: judgeNotice(knowledge.forms, wordsOf),
    })?.code;
  };
