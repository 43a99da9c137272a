import type { Draft } from '../log/seal-words.ts';
import { canonicalDraft } from './canonical-draft.ts';
import type { FilingDraft } from './draft.ts';

/** The rule that a form answers. A form that answers none is a bug of the knowledge, which the linter finds. */
const obligationOf = ({ form }: FilingDraft): string => form.obligations?.[0] ?? form.id;

/** What an approver says: this text, frozen, made with this knowledge. */
export const sayApproval = (draft: FilingDraft): Draft => ({
  kind: 'filing.approved',
  body: {
    obligation: obligationOf(draft),
    stage: draft.stage,
    form: draft.form.id,
    bundle: draft.bundle,
    text: { text: canonicalDraft(draft) },
  },
});

/** What was done outside: submitted when, by what way, with what number and proof. */
type Filed = {
  /** RFC 9557 or a civil day. */
  readonly filedAt: string;
  readonly channel?: string;
  readonly receipt?: string;
  readonly proof?: readonly string[];
  /** The entry that approved what was submitted. */
  readonly approval?: string;
};

/** What was handed in: a stage of a duty, and the knowledge of the day. */
type HandedIn = { readonly obligation: string; readonly stage: string; readonly bundle: string };

/** What someone says who comes back from submitting. An empty number is none. */
export const sayFiled = ({ obligation, stage, bundle }: HandedIn, { filedAt, channel, receipt, proof, approval }: Filed): Draft => ({
  kind: 'filing.filed',
  body: {
    obligation,
    stage,
    filedAt,
    ...(channel !== undefined && { channel }),
    ...(receipt !== undefined && receipt.trim() !== '' && { receipt: { text: receipt.trim() } }),
    ...(proof && proof.length > 0 && { proof }),
    ...(approval !== undefined && { approval }),
    bundle,
  },
});
