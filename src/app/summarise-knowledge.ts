import { type Bundle, truthOf } from '../core/index.ts';
import { tabulateKnowledge } from './tabulate-knowledge.ts';

export type KnowledgeSummary = {
  readonly version: string;
  readonly hash: string;
  readonly counts: Readonly<
    Record<
      'facts' | 'rules' | 'terms' | 'pending' | 'recipients' | 'calendars' | 'playbooks' | 'blocks' | 'directory' | 'questions',
      number
    >
  >;
  /** Limits whose text nobody read: computed and shown as unconfirmed. */
  readonly unread: readonly { readonly rule: string; readonly stage: string; readonly cite: string }[];
  /** Sources whose live page nobody has opened. */
  readonly unchecked: number;
};

/** What is in the bundle, and which of its statements nobody has read in the law. */
export const summariseKnowledge = (bundle: Bundle): KnowledgeSummary => {
  const { base } = bundle;
  const unread = base.rules.flatMap((rule) =>
    rule.stages.flatMap((stage) =>
      stage.choices.filter((c) => truthOf(c.grade) === 'not-read').map((c) => ({ rule: rule.id, stage: stage.id, cite: c.cite })),
    ),
  );
  const sources = tabulateKnowledge(bundle, 'sources');
  return {
    version: bundle.version,
    hash: bundle.hash,
    counts: {
      facts: bundle.facts.length,
      rules: base.rules.length,
      terms: base.terms.length,
      pending: base.pending.length,
      recipients: bundle.recipients.length,
      calendars: Object.keys(bundle.calendars).length,
      playbooks: bundle.playbooks.length,
      blocks: bundle.blocks.length,
      directory: bundle.directory.length,
      questions: bundle.questions.length,
    },
    unread,
    unchecked: sources.rows.filter((row) => row[sources.head.indexOf('opened')] === '').length,
  };
};
