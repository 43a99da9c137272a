import * as s from './shape.ts';
import type {
  Block,
  CaseIndex,
  DirectoryEntry,
  FirstAidCard,
  FlowBox,
  Frame,
  OwnContact,
  Playbook,
  Question,
  Rung,
  Stakeholder,
  SweepLine,
  Triage,
} from '../../core/index.ts';
import { factsShape } from '../parse-examples.ts';
import { grade, id, ids, source, text, webAddress } from './common.ts';

const texts = s.array(text);
const seed = { seed: s.optional(s.array(s.string)) };
const sources = s.array(source);
const phase = s.literal('T5', 'H1', 'D1', 'W1', 'CL');
const icon = s.literal('pc', 'mail', 'web', 'account', 'lost', 'partner', 'voice', 'cloud', 'money', 'unsure');

const step = s.object({
  id,
  role: s.literal('finder', 'it', 'lead', 'executive', 'legal', 'pr', 'hr', 'finance', 'business', 'vendor'),
  do: text,
  why: text,
  dont: texts,
  cannot: text,
  more: s.optional(texts),
  see: s.optional(ids),
  ...seed,
});

const branchAnswer = s.object({ label: s.optional(text), then: text, steps: s.array(step), drops: s.optional(ids) });

const branch = s.object({
  id,
  after: id,
  question: text,
  howToTell: text,
  answers: s.object({ yes: branchAnswer, no: branchAnswer, unknown: branchAnswer }),
  ...seed,
});

export const playbook: s.Shape<Playbook> = s.object({
  id,
  slug: id,
  kind: s.literal('playbook', 'card'),
  title: text,
  lead: text,
  icon,
  signs: texts,
  phases: s.array(s.object({ id: phase, steps: s.array(step), branches: s.array(branch) })),
  blocks: ids,
  evidence: s.array(s.object({ what: text, lostWhen: text })),
  contacts: s.array(s.object({ to: id, when: text })),
  disagreement: s.optional(s.object({ question: text, positions: text, safest: text })),
  facts: factsShape,
  ...seed,
  sources,
});

export const firstAidCard: s.Shape<FirstAidCard> = s.object({
  id,
  scene: text,
  icon,
  moves: texts,
  dont: texts,
  word: s.optional(text),
  numbers: s.array(s.object({ to: id, name: text })),
  see: ids,
  sources: s.optional(sources),
});

export const block: s.Shape<Block> = s.object({
  id,
  title: text,
  lead: text,
  points: s.array(s.object({ text, detail: s.optional(text), dont: s.optional(s.literal(true)), ...seed })),
  table: s.optional(s.object({ head: texts, rows: s.array(texts) })),
  ...seed,
  sources,
});

export const rung: s.Shape<Rung> = s.object({
  id: s.literal('N0', 'N1', 'N2', 'N3', 'N4'),
  name: text,
  when: text,
  breaks: text,
  who: text,
  ...seed,
});

export const directoryEntry: s.Shape<DirectoryEntry> = s.object({
  id,
  table: s.array(s.literal('before', 'during')),
  theme: text,
  org: text,
  title: text,
  use: text,
  channel: text,
  hours: s.optional(text),
  url: webAddress,
  more: s.optional(s.array(s.object({ label: text, url: webAddress }))),
  replaced: s.optional(text),
  note: s.optional(text),
  reading: s.optional(s.literal(true)),
  keywords: s.optional(s.array(s.string)),
  grade,
  source,
  ...seed,
});

export const question: s.Shape<Question> = s.object({
  id,
  slug: id,
  question: text,
  short: text,
  points: s.array(
    s.object({
      id,
      text,
      detail: s.optional(text),
      effect: s.literal('for', 'against', 'note'),
      fact: s.optional(id),
      ...seed,
    }),
  ),
  doNow: text,
  rules: ids,
  directory: ids,
  ...seed,
  sources,
});

export const triage: s.Shape<Triage> = s.object({
  start: id,
  questions: s.array(
    s.object({
      id,
      text,
      options: s.array(s.object({ id, label: text, hint: s.optional(text), next: s.optional(id), to: s.optional(id) })),
    }),
  ),
  sentences: s.array(s.object({ say: text, path: ids, lands: id })),
});

export const caseIndex: s.Shape<CaseIndex> = s.object({
  home: ids,
  groups: s.array(s.object({ id, title: text, cases: ids })),
  rare: s.array(s.object({ id, label: text, first: text, to: id })),
});

export const flowBox: s.Shape<FlowBox> = s.object({ id: phase, name: text, span: text, aim: text, points: texts });

export const frame: s.Shape<Frame> = s.object({ id, text, page: s.string, seed: s.array(s.string) });

export const ownContact: s.Shape<OwnContact> = s.object({ id, label: text, hint: text });

export const sweepLine: s.Shape<SweepLine> = s.object({ id, kind: s.literal('say', 'ask'), text });

export const stakeholder: s.Shape<Stakeholder> = s.object({
  id,
  side: s.literal('inside', 'outside'),
  label: text,
  in: s.array(s.object({ step: id, when: text })),
});
