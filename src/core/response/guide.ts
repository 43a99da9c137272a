import type { FactId } from '../facts/fact.ts';
import type { Grade, Source, Text } from '../knowledge/text.ts';

/** An organisation to call or a page to read. `table` says on which of the two lists of the seed it stands. */
export type DirectoryEntry = {
  readonly id: string;
  readonly table: readonly ('before' | 'during')[];
  readonly theme: Text;
  readonly org: Text;
  readonly title: Text;
  readonly use: Text;
  readonly channel: Text;
  readonly hours?: Text;
  readonly url: string;
  readonly more?: readonly { readonly label: Text; readonly url: string }[];
  /** What this address replaced, when it moved. */
  readonly replaced?: Text;
  readonly note?: Text;
  /** A page or a list to read: nobody there is told anything. */
  readonly reading?: true;
  readonly keywords?: readonly string[];
  readonly grade: Grade;
  readonly source: Source;
  readonly seed?: readonly string[];
};

/** A question people ask about telling the authorities, as a helper for judging, never an oracle. */
export type Question = {
  readonly id: string;
  readonly slug: string;
  readonly question: Text;
  readonly short: Text;
  /** Points for judging: `for` speaks for telling, `against` for leaving it, `note` informs. */
  readonly points: readonly {
    readonly id: string;
    readonly text: Text;
    readonly detail?: Text;
    readonly effect: 'for' | 'against' | 'note';
    /** The fact this point asks about, when the duties check knows it. */
    readonly fact?: FactId;
    readonly seed?: readonly string[];
  }[];
  readonly doNow: Text;
  /** Obligations of the duties check that answer it, and directory entries. */
  readonly rules: readonly string[];
  readonly directory: readonly string[];
  readonly seed?: readonly string[];
  readonly sources: readonly Source[];
};

/** 「わからない」: at most three questions, each option leading to the next question or to a case. */
export type Triage = {
  readonly start: string;
  readonly questions: readonly {
    readonly id: string;
    readonly text: Text;
    readonly options: readonly {
      readonly id: string;
      readonly label: Text;
      readonly hint?: Text;
      readonly next?: string;
      readonly to?: string;
    }[];
  }[];
  /** Sentences as people say them. Each walks its path of option ids and lands on its case. */
  readonly sentences: readonly { readonly say: Text; readonly path: readonly string[]; readonly lands: string }[];
};

/** How a case is found without questions: the few that stand on the home page, and all of them in groups. */
export type CaseIndex = {
  /** Slugs, in the order of the home page. */
  readonly home: readonly string[];
  readonly groups: readonly { readonly id: string; readonly title: Text; readonly cases: readonly string[] }[];
  /** Rare cases without a plan of their own: the first thing to do, and the case whose plan fits. */
  readonly rare: readonly { readonly id: string; readonly label: Text; readonly first: Text; readonly to: string }[];
};

/** One of the five boxes of the whole flow, T5 … CL. */
export type FlowBox = {
  readonly id: 'T5' | 'H1' | 'D1' | 'W1' | 'CL';
  readonly name: Text;
  readonly span: Text;
  readonly aim: Text;
  readonly points: readonly Text[];
};

/** A desk every organisation has and only it can name: own IT, vendor, insurer … */
export type OwnContact = { readonly id: string; readonly label: Text; readonly hint: Text };

/** A line of the round of calls: said or asked in these words. */
export type SweepLine = { readonly id: string; readonly kind: 'say' | 'ask'; readonly text: Text };

/** People to tell who stand in no directory. `in`: the step or branch of a case that says so, and when. */
export type Stakeholder = {
  readonly id: string;
  readonly side: 'inside' | 'outside';
  readonly label: Text;
  readonly in: readonly { readonly step: string; readonly when: Text }[];
};

/** Words of the seed that belong to no case: purpose sentences, slots the operator fills, pointers. */
export type Frame = { readonly id: string; readonly text: Text; readonly page: string; readonly seed: readonly string[] };
