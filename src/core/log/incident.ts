import type { Known } from '../facts/fact.ts';
import type { HashHex, LogName, PartRef } from './entry.ts';
import type { Withdrawal } from './fold.ts';
import type { Body } from './kinds.ts';
import type { Register, Stated } from './register.ts';

/** One answer. `value` null: asked, nobody knows yet; `until` is the day on which to ask again. */
export type Answer = {
  readonly value: Known | null;
  /** When any department learned it, where that was said: an instant or a civil day. */
  readonly learned?: string;
  readonly until?: string;
  /** Given where the answer corrects an earlier one. */
  readonly reason?: PartRef;
};

export type ActionState = { readonly state: 'done' | 'blocked'; readonly note?: PartRef; readonly happenedAt?: string };

/** A department, site or floor that is asked whether it sees the same. */
export type Place = { readonly name: Register<PartRef>; readonly asked: Register<Omit<Body<'place.asked'>, 'place'>> };

export type ContactLine = {
  readonly side: 'inside' | 'outside';
  /** Said where it is no entry of the knowledge or of the organisation's card. */
  readonly name: Register<PartRef>;
  readonly told: readonly Stated<Omit<Body<'contact.told'>, 'contact' | 'side'>>[];
};

/** A notice (F-08, F-09 …) on its way: its hand-written fields, and every version that went out. */
export type Notice = {
  readonly form: string;
  readonly fields: Readonly<Record<string, Register<PartRef>>>;
  readonly issued: readonly Stated<{ readonly lang: 'ja' | 'en'; readonly text: PartRef; readonly way: string }>[];
};

/** `about` is what the writer had seen of the log when they decided. */
export type Approval = Stated<Body<'filing.approved'>> & { readonly about: HashHex | null };
export type Filing = Stated<Body<'filing.filed'>>;
/** `blind`: an answer that stood at its place was not seen by whoever decided. */
export type Waiver = Stated<Body<'obligation.waived'>> & { readonly blind: boolean };

export type Evidence = {
  readonly added: Stated<Omit<Body<'evidence.added'>, 'evidence'>>;
  readonly custody: readonly Stated<Omit<Body<'custody.transferred'>, 'evidence'>>[];
};

export type Correction = Stated<Omit<Body<'entry.corrected'>, 'corrects'>>;

/**
 * One incident, folded from its log. It holds no words: names and texts are references to parts, which may be erased or
 * withheld. Maps are keyed by names of the knowledge or by ids; what is not in them was never said.
 */
export type Incident = {
  readonly log: LogName;
  readonly seq: number;
  readonly chain: HashHex | null;
  /** Entries of this device that wait to be put in order. */
  readonly pending: number;
  readonly report?: Stated<Body<'incident.reported'>>;
  readonly zone: string;
  readonly drill: boolean;
  readonly state: 'open' | 'closed';
  /** The entries that closed and reopened it. */
  readonly turns: readonly Stated<{ readonly to: 'open' | 'closed'; readonly text?: PartRef }>[];
  readonly name: Register<PartRef>;
  readonly playbooks: readonly string[];
  readonly people: Readonly<Record<string, { readonly name: Register<PartRef>; readonly desk: Register<PartRef> }>>;
  readonly facts: Readonly<Record<string, Register<Answer>>>;
  readonly severity: Register<{ readonly level: Body<'severity.set'>['level']; readonly reason?: PartRef }>;
  readonly situation: Readonly<Record<'conditions' | 'actions' | 'needs', Register<PartRef>>>;
  readonly actions: Readonly<Record<string, Register<ActionState>>>;
  readonly branches: Readonly<Record<string, Register<Body<'branch.answered'>['answer']>>>;
  readonly places: Readonly<Record<string, Place>>;
  readonly contacts: Readonly<Record<string, ContactLine>>;
  readonly notices: Readonly<Record<string, Notice>>;
  /** Hand-written fields of drafts, by `form/stage`. */
  readonly drafts: Readonly<Record<string, Readonly<Record<string, Register<PartRef>>>>>;
  readonly approvals: readonly Approval[];
  readonly filings: readonly Filing[];
  readonly waivers: readonly Waiver[];
  readonly evidence: Readonly<Record<string, Evidence>>;
  /** By the id of the entry that they correct; a correction of a correction stands with the first. */
  readonly corrections: Readonly<Record<string, readonly Correction[]>>;
  /** Entries taken back, by the id of the one that took them back. */
  readonly withdrawn: Readonly<Record<string, Stated<Withdrawal>>>;
  readonly erased: Readonly<Record<string, Stated<Body<'part.erased'>['reason']>>>;
  /** Entries that were put in order but have no effect. */
  readonly refused: readonly Stated<string>[];
  /** Kinds and fields that this program does not know: answers may be incomplete. */
  readonly newer: readonly Stated<string>[];
  /** Known kinds whose body does not fit: kept, shown, without effect. */
  readonly unreadable: readonly Stated<string>[];
};
