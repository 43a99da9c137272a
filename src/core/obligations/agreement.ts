import type { Text } from '../knowledge/text.ts';
import type { Cond } from './rule.ts';

/** When a clause bites. With `asks: party` it depends on whether this party's own things are concerned, which is a question. */
export type AgreementTrigger = {
  readonly id: string;
  readonly label: Text;
  readonly when: Cond;
  readonly asks?: 'party';
  /** `{party}` stands for the name of the party. */
  readonly question?: Text;
  readonly help?: Text;
};

/** What clauses of the organisation's own may say: who the other party is, and when a clause bites. */
export type AgreementKnowledge = {
  readonly cite: string;
  /** By which working days are counted. */
  readonly calendar: string;
  readonly sides: readonly { readonly id: string; readonly label: Text }[];
  readonly triggers: readonly AgreementTrigger[];
};

/** What the organisation agreed with somebody: to tell them of incidents, by a clause of a contract, a policy or a group rule. */
export type Agreement = {
  /** UUID. */
  readonly id: string;
  /** Name of the other party in words; absent where it is erased or may not be shown here. */
  readonly party?: string;
  /** The contract and its clause, in words. */
  readonly clause?: string;
  /** Whom to tell there and how, in words. */
  readonly way?: string;
  readonly side: string;
  /** Any of them; a name that the knowledge lacks counts as any incident. */
  readonly triggers: readonly string[];
  /** How long; absent where the contract says a word or nothing. */
  readonly within?: { readonly n: number; readonly unit: 'hours' | 'days' | 'open-days' };
  readonly word?: 'immediately' | 'promptly' | 'by-contract';
  /** Whether the day of noticing is the first day. Where it is not said, it is: the earlier date. */
  readonly firstDay?: 'counts' | 'excluded';
  /** The contract counts from a later moment than the first notice. Dates are still counted from the notice, and say so. */
  readonly countsFrom?: 'noticed' | 'confirmed';
  /** Two people wrote it down differently, apart from each other. */
  readonly disputed?: boolean;
  /** The party must agree before something is published or others are called in. */
  readonly consentFirst?: boolean;
  /** Civil day on which it was entered. */
  readonly enteredOn: string;
  /** Last civil day of the contract. */
  readonly until?: string;
};

const prefix = 'agreement:';

/** Its name as an obligation, in filings and in questions. */
export const agreementName = (id: string): string => `${prefix}${id}`;

/** The id of the agreement that an obligation stands for; undefined where a law does. */
export const agreementIdOf = (obligation: string): string | undefined =>
  obligation.startsWith(prefix) ? obligation.slice(prefix.length) : undefined;
