import type { Source, Text } from '../knowledge/text.ts';

export type FactId = string;

export type FactKind = 'yes-no' | 'one-of' | 'some-of' | 'number' | 'instant';

/** The desk that can usually answer, so that a page of questions can be split among people. */
export type Answerer = 'finder' | 'it' | 'lead' | 'executive' | 'legal' | 'pr' | 'hr' | 'finance' | 'business' | 'vendor';

/** A fact is a question with one meaning, shared by every law. */
export type FactDef = {
  readonly id: FactId;
  readonly kind: FactKind;
  readonly question: Text;
  readonly help?: Text;
  readonly who: Answerer;
  /** 1: someone in the room knows … 5: days of forensics. */
  readonly effort: 1 | 2 | 3 | 4 | 5;
  readonly group: string;
  /** An open norm. The program never decides it alone. */
  readonly judgement?: true;
  /** Belongs to the organisation, so it can be answered on a quiet day. */
  readonly profile?: true;
  /**
   * Instants only. An awareness start may be assumed; an act start has not begun until it is stated. An occurrence lies before
   * anyone noticed: until it is stated, the moment of noticing is the latest it can have been.
   */
  readonly start?: 'awareness' | 'act' | 'occurrence';
  /** one-of and some-of only, in the order a screen shows them. */
  readonly values?: readonly { readonly id: string; readonly label: Text }[];
  /** Older spellings accepted at the edges, never inside. */
  readonly aliases?: readonly string[];
  readonly valueAliases?: Readonly<Record<string, string>>;
  /** A map by place: `subjectsIn.US-CA` is a fact of its own. */
  readonly keyed?: true;
  /** A name that callers may know from the law and no rule uses yet: accepted, never asked. */
  readonly reserved?: true;
  readonly cite?: string;
  readonly source?: Source;
};

/** What is known of one fact: the set of values still possible. An absent key means nothing is known. */
export type Known =
  | boolean
  | string
  | number
  | { readonly in: readonly string[] }
  | { readonly has?: readonly string[]; readonly not?: readonly string[] }
  | { readonly min?: number; readonly max?: number }
  | { readonly after?: string; readonly before?: string }
  /** some-of, whole: what is not named is no. */
  | readonly string[];

export type Facts = Readonly<Record<FactId, Known>>;

/** When each fact was learned by any department (RFC 3339, or a civil date); `default` stands for the rest. */
export type Learned = Readonly<Record<FactId | 'default', string>>;
