import type { Answerer, Facts } from '../facts/fact.ts';
import type { Source, Text } from '../knowledge/text.ts';

/** T5 first 5 minutes · H1 first hour · D1 first 24 hours · W1 first week · CL closure. */
export type PhaseId = 'T5' | 'H1' | 'D1' | 'W1' | 'CL';

/** One step for one role: a sentence, why, what not to do, and what to do instead where it cannot be done. */
export type Step = {
  readonly id: string;
  readonly role: Answerer;
  readonly do: Text;
  readonly why: Text;
  readonly dont: readonly Text[];
  readonly cannot: Text;
  /** Finer instructions, one thought a line. */
  readonly more?: readonly Text[];
  /** Common blocks (CB-n), cases (P-nn) or directory entries that help with this step. */
  readonly see?: readonly string[];
  readonly seed?: readonly string[];
};

export type AnswerId = 'yes' | 'no' | 'unknown';

/** What an answer changes: a sentence that says what follows, steps it adds here, steps it takes away. */
export type BranchAnswer = {
  readonly label?: Text;
  readonly then: Text;
  readonly steps: readonly Step[];
  readonly drops?: readonly string[];
};

/** A question in the middle of the steps. 「わからない」 is always offered and carries the safe default. */
export type Branch = {
  readonly id: string;
  /** The step it follows. */
  readonly after: string;
  readonly question: Text;
  /** How to find out, shown under わからない. */
  readonly howToTell: Text;
  readonly answers: Readonly<Record<AnswerId, BranchAnswer>>;
  readonly seed?: readonly string[];
};

export type Phase = { readonly id: PhaseId; readonly steps: readonly Step[]; readonly branches: readonly Branch[] };

/** A plan for one case type (CACAO, NIST). A card is a short one. */
export type Playbook = {
  readonly id: string;
  /** Path segment: `malware` → /ja/cases/malware/. */
  readonly slug: string;
  readonly kind: 'playbook' | 'card';
  readonly title: Text;
  /** The everyday words under the title on the home page. */
  readonly lead: Text;
  readonly icon: 'pc' | 'mail' | 'web' | 'account' | 'lost' | 'partner' | 'voice' | 'cloud' | 'money' | 'unsure';
  readonly signs: readonly Text[];
  readonly phases: readonly Phase[];
  /** Common blocks that this playbook stands on, in reading order. */
  readonly blocks: readonly string[];
  readonly evidence: readonly { readonly what: Text; readonly lostWhen: Text }[];
  /** Directory entries to call, with when. */
  readonly contacts: readonly { readonly to: string; readonly when: Text }[];
  readonly disagreement?: { readonly question: Text; readonly positions: Text; readonly safest: Text };
  /** What the case type alone says about the facts, so that the duties check starts from there. */
  readonly facts: Facts;
  readonly seed?: readonly string[];
  readonly sources: readonly Source[];
};

/** A question on which sources part ways, shared by several cases: what they say, and the safest default. */
export type Disagreement = {
  readonly id: string;
  readonly question: Text;
  readonly positions: Text;
  readonly safest: Text;
  /** The ids of the cases it matters in. */
  readonly in: readonly string[];
  readonly sources: readonly Source[];
};

/** A common block, CB-1 … CB-12, written once and reused by every playbook. */
export type Block = {
  readonly id: string;
  readonly title: Text;
  readonly lead: Text;
  readonly points: readonly { readonly text: Text; readonly detail?: Text; readonly dont?: true; readonly seed?: readonly string[] }[];
  readonly table?: { readonly head: readonly Text[]; readonly rows: readonly (readonly Text[])[] };
  readonly seed?: readonly string[];
  readonly sources: readonly Source[];
};

/** A rung of the network-stop ladder (CB-6), N0 … N4. */
export type Rung = {
  readonly id: 'N0' | 'N1' | 'N2' | 'N3' | 'N4';
  readonly name: Text;
  readonly when: Text;
  readonly breaks: Text;
  readonly who: Text;
  readonly seed?: readonly string[];
};
