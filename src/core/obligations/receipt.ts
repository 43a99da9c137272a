import { isRecord } from '../knowledge/is-record.ts';
import type { FactId, Facts, Learned } from '../facts/fact.ts';
import { readFacts, readLearned } from '../facts/read-facts.ts';
import type { DutyKnowledge } from '../knowledge/bundle.ts';
import { canonicalJson } from '../knowledge/canonical-json.ts';
import { assess, type Picture } from './assess.ts';
import type { DueStage, Obligation } from './assessment.ts';

/**
 * Proof of what was answered from what: the knowledge by its hash, the program by its version, the head of the log (null
 * while there is none), the picture, and the answers. It holds no free text. Re-run, it gives the same bytes.
 */
type Receipt = {
  readonly receipt: 1;
  readonly engine: string;
  readonly bundle: { readonly version: string; readonly hash: string };
  readonly head: string | null;
  readonly governedOn: string | null;
  readonly picture: { readonly facts: Facts; readonly learned: Learned; readonly parked: readonly FactId[] };
  readonly answers: readonly Answer[];
};

type Answer = ReturnType<typeof answerOf>;

const dateOf = (s: DueStage) => ({
  id: s.id,
  start: s.start,
  assumed: s.assumed,
  target: s.target,
  latest: s.latest,
  outer: s.outer?.latest ?? null,
  alternatives: s.alternatives.map((a) => a.latest),
  provisional: s.provisional,
  strength: s.strength,
});

const answerOf = (o: Obligation) => ({
  id: o.rule.id,
  applies: o.applies,
  presumed: o.presumed,
  inForce: o.inForce,
  governedOn: o.governedOn,
  recipients: o.recipients.map((r) => r.id),
  cites: o.cites,
  missing: o.missing,
  stages: o.stages.map(dateOf),
});

const receiptOf = (
  knowledge: DutyKnowledge,
  { facts, learned = {} as Learned, parked = [] }: Picture,
  engine: string,
  head: string | null,
): Receipt => {
  const { bundle, governedOn, obligations } = assess(knowledge, { facts, learned, parked });
  return { receipt: 1, engine, bundle, head, governedOn, picture: { facts, learned, parked }, answers: obligations.map(answerOf) };
};

/** Writes the receipt of an assessment, as canonical JSON (RFC 8785). `engine` is the program's version. */
export const writeReceipt = (knowledge: DutyKnowledge, picture: Picture, engine: string, head: string | null = null): string =>
  canonicalJson(receiptOf(knowledge, picture, engine, head));

export type ReceiptCheck =
  | { readonly same: true }
  /** `rules` are those whose answers differ; empty where only the wrapping does. */
  | { readonly same: false; readonly why: 'unreadable' | 'other-bundle' | 'differs'; readonly rules: readonly string[] };

/** Has the shape of a receipt, with a picture that the catalogue can read. */
const isReceipt = (raw: unknown, { facts: defs }: DutyKnowledge): raw is Receipt => {
  if (!isRecord(raw) || raw.receipt !== 1 || !Array.isArray(raw.answers) || !isRecord(raw.bundle) || !isRecord(raw.picture)) return false;
  const { facts, learned, parked } = raw.picture;
  return Array.isArray(parked) && readFacts(defs, facts).problems.length + readLearned(defs, learned).problems.length === 0;
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Runs a receipt again and compares the bytes. One made from other knowledge cannot be judged, and that is said. */
export const checkReceipt = (knowledge: DutyKnowledge, text: string): ReceiptCheck => {
  const raw = parse(text);
  if (isRecord(raw) && isRecord(raw.bundle) && raw.receipt === 1 && raw.bundle.hash !== knowledge.hash)
    return { same: false, why: 'other-bundle', rules: [] };
  if (!isReceipt(raw, knowledge)) return { same: false, why: 'unreadable', rules: [] };
  const again = receiptOf(knowledge, raw.picture, raw.engine, raw.head);
  if (canonicalJson(again) === text.trim()) return { same: true };
  const was = new Map(raw.answers.map((a) => [a.id, canonicalJson(a)]));
  return { same: false, why: 'differs', rules: again.answers.filter((a) => was.get(a.id) !== canonicalJson(a)).map((a) => a.id) };
};
