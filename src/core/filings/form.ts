import type { Answerer, FactId } from '../facts/fact.ts';
import type { Grade, Source, Text } from '../knowledge/text.ts';
import type { Cond } from '../obligations/rule.ts';
import type { AnswerId } from '../response/playbook.ts';

type BranchSettled = { readonly branch: string; readonly in: readonly AnswerId[] };

/**
 * Holds while another field of the notice, or a branch of a playbook, stands at one of these answers. `unless`: it does not
 * hold while anyone gave one of these answers to another branch, which says otherwise.
 */
export type Settled = { readonly field: string; readonly in: readonly string[] } | (BranchSettled & { readonly unless?: BranchSettled });

/** One of the offered answers of a field, with the words that stand for it in the text. */
export type FormOption = { readonly id: string; readonly label: Text; readonly text: Text };

/** A sentence of a draft. It is said where its condition holds and every `{fact}` in it is known. */
export type FormLine = { readonly when?: Cond; readonly text: Text };

/** One sentence, or the first of several that can be said. */
export type FormSaying = FormLine | { readonly first: readonly FormLine[] };

/** What a field can be filled from beside facts: the organisation's card, or what the record holds. */
export type FormOrigin =
  | 'card.name'
  | 'card.contact'
  | 'record.stage'
  | 'record.receipt'
  | 'record.rules'
  | 'record.course'
  | 'record.measures'
  | 'record.told'
  | 'record.notices'
  | 'record.name'
  | 'record.cases'
  | 'record.severity'
  | 'record.places'
  | 'record.conditions'
  | 'record.needs'
  | 'record.evidence'
  | 'record.decisions'
  | 'record.deadlines';

/**
 * One field of a form. A field without facts and without an origin is written by hand. `locked`: a notice cannot go out
 * while it is empty.
 */
export type FormField = {
  readonly id: string;
  /** The statutory item, or the part of the form, that it belongs to. */
  readonly section: string;
  readonly label: Text;
  readonly help?: Text;
  /** The place that asks for it. */
  readonly cite: string;
  readonly grade: Grade;
  readonly who: Answerer;
  readonly facts?: readonly FactId[];
  readonly from?: readonly FormOrigin[];
  /** Named conditions of the law that it says hold (`record.rules`). */
  readonly terms?: readonly string[];
  /** How the offered answers were confirmed; K and below are shown with 要確認. */
  readonly choices?: Grade;
  readonly says?: readonly FormSaying[];
  /** Stages in which 「調査中」 may stand while it is not known. */
  readonly mayWait?: readonly string[];
  readonly required?: true;
  readonly locked?: true;
  /** Only where a source gives one. */
  readonly limit?: { readonly characters: number; readonly source: Source };
  readonly long?: true;
  /** What is written is the same in both languages. Without it, and without options, each language has words of its own. */
  readonly input?: 'moment' | 'phone' | 'mail' | 'domain' | 'page';
  readonly options?: readonly FormOption[];
  /** Several of the options may hold. */
  readonly some?: true;
  /** What stands in its place while it is not known: in a notice chosen by hand, in a report instead of 「調査中」. */
  readonly waits?: Text;
};

export type FormSection = { readonly id: string; readonly label: Text; readonly cite: string };

/** What is settled before the form is begun: an answer here can lead to another form or recipient. Unknown counts as `ifUnknown`. */
export type FormRoute = {
  readonly id: string;
  readonly fact: FactId;
  /** Holds where the usual way of this form is left. */
  readonly leaves: Cond;
  readonly ifUnknown: 'leaves' | 'stays';
  readonly text: Text;
  readonly cite: string;
};

/**
 * A text with the fields of the form in its places (`{field}`). A line all of whose places are empty is left out; a line
 * without a place always stands. It may be used only where `needs` holds.
 */
export type FormText = {
  readonly id: string;
  readonly label: Text;
  readonly text: Text;
  readonly needs?: Settled;
  /** Why it may not be used yet, and what to do. */
  readonly otherwise?: Text;
};

/**
 * What an authority asks for (`filing`), a notice that goes out to many (`notice`), or a sheet of the organisation's own
 * (`sheet`): as data, with its proof.
 */
export type Form = {
  readonly id: string;
  readonly kind: 'filing' | 'notice' | 'sheet';
  readonly title: Text;
  readonly cite: string;
  /** The rules whose stages it meets. */
  readonly obligations?: readonly string[];
  /** Rules whose recipients also take it, each by a filing of its own. */
  readonly usableFor?: readonly string[];
  /** A common form: what it is made for, and since when it may be handed in. */
  readonly fits?: Cond;
  readonly inUseFrom?: string;
  /** The entry of the directory that says how it is handed in. */
  readonly channel?: string;
  /** The language the recipient reads. Without it both are written. */
  readonly lang?: 'ja' | 'en';
  readonly stages?: readonly { readonly id: string; readonly label: Text }[];
  readonly routes?: readonly FormRoute[];
  readonly sections: readonly FormSection[];
  readonly fields: readonly FormField[];
  readonly texts?: readonly FormText[];
  /** Words that must not stand in it, with why. */
  readonly never?: readonly { readonly words: Text; readonly while?: Cond; readonly unless?: Settled; readonly why: Text }[];
  /** Moments of the form in the order of time: none of them may come before one that stands earlier here. */
  readonly order?: readonly string[];
  readonly notes?: readonly Text[];
  /** The incident page has a screen for it, so it loads with that page. */
  readonly screen?: true;
  readonly sources: readonly Source[];
};
