import type { Answerer, FactId, Known } from '../facts/fact.ts';
import type { DutyKnowledge } from '../knowledge/bundle.ts';
import type { Text } from '../knowledge/text.ts';
import type { Kept, PartRef } from '../log/entry.ts';
import type { Organisation } from '../log/fold-organisation.ts';
import type { Answer, Incident } from '../log/incident.ts';
import type { Register, Stated } from '../log/register.ts';
import type { DirectoryEntry } from '../response/guide.ts';
import type { Playbook } from '../response/playbook.ts';
import type { Duties } from './duties.ts';
import type { Form, FormField } from './form.ts';
import type { Candidate } from './record-text.ts';

/** Everything a draft is made from. Nothing else is looked at, so the same record gives the same words everywhere. */
export type DraftSetting = {
  readonly knowledge: Pick<DutyKnowledge, 'facts' | 'implications' | 'recipients' | 'base' | 'hash'>;
  readonly playbooks: readonly Playbook[];
  readonly directory: readonly DirectoryEntry[];
  readonly forms: readonly Form[];
  readonly incident: Incident;
  readonly records: readonly Kept[];
  readonly duties: Duties;
  readonly organisation?: Organisation | undefined;
  /** The words of a part; undefined where it is erased or withheld. */
  readonly wordsOf: (ref: PartRef | undefined) => string | undefined;
};

/** Where the words of a field come from. */
export type DraftOrigin =
  | { readonly from: 'fact'; readonly fact: FactId; readonly statements: Register<Answer> }
  /** Answered on the organisation's card for every incident. */
  | { readonly from: 'card-fact'; readonly fact: FactId; readonly statements: Register<Known> }
  /** Not answered itself: it follows from these. */
  | { readonly from: 'follows'; readonly fact: FactId; readonly of: readonly FactId[] }
  | { readonly from: 'card'; readonly entries: readonly string[] }
  | { readonly from: 'record'; readonly entries: readonly string[] }
  | { readonly from: 'hand'; readonly statements: Register<PartRef> };

/** Something that is not known yet, and who can usually say. Without a fact it is written by hand. */
export type DraftGap = { readonly fact?: FactId; readonly who: Answerer; readonly asked: boolean };

export type DraftState = 'filled' | 'under-investigation' | 'gap' | 'optional-empty';

/** One field as it stands. `text.ja` is what the authority reads; `text.en` helps a reader and is never handed in. */
export type DraftField = {
  readonly field: FormField;
  readonly text: Text;
  readonly state: DraftState;
  readonly origins: readonly DraftOrigin[];
  readonly missing: readonly DraftGap[];
  /** Facts on which people said different things: none of them is chosen. */
  readonly disputed: readonly FactId[];
  /** Words that were written by hand apart: all of them, for someone to choose. */
  readonly rivals: readonly Stated<PartRef>[];
  /** It was written by hand, and facts behind it were answered after that. */
  readonly behind: boolean;
  /** Words of people that could go into it. None stands in it until somebody chooses it. */
  readonly candidates: readonly Candidate[];
  /** Words it stood on were erased or are withheld here. */
  readonly wordless: boolean;
  readonly tooLong: boolean;
};

/** What is settled before the form is begun. */
export type DraftRoute = {
  readonly id: string;
  readonly fact: FactId;
  readonly leaves: boolean;
  readonly known: boolean;
  readonly text: Text;
};

export type FilingDraft = {
  readonly form: Form;
  readonly stage: string;
  readonly bundle: string;
  readonly fields: readonly DraftField[];
  readonly routes: readonly DraftRoute[];
  readonly warnings: readonly { readonly code: 'looks-like-person'; readonly field: string }[];
};
