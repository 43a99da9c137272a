import * as z from 'zod/mini';
import type { DirectoryEntry, FlowBox, Frame, Question, Triage } from '../../core/response/guide.ts';
import type { Block, Playbook, Rung } from '../../core/response/playbook.ts';
import type { Text } from '../../core/knowledge/text.ts';
import { factsShape } from '../parse-examples.ts';
import { grade, id, ids, source, text, webAddress } from './common.ts';

const texts = z.array(text);
const seed = { seed: z.exactOptional(z.array(z.string())) };
const sources = z.array(source);
const phase = z.enum(['T5', 'H1', 'D1', 'W1', 'CL']);

const step = z.strictObject({
  id,
  role: z.enum(['finder', 'it', 'lead', 'executive', 'legal', 'pr', 'hr', 'finance', 'business', 'vendor']),
  do: text,
  why: text,
  dont: texts,
  cannot: text,
  more: z.exactOptional(texts),
  see: z.exactOptional(ids),
  ...seed,
});

const branchAnswer = z.strictObject({ label: z.exactOptional(text), then: text, steps: z.array(step), drops: z.exactOptional(ids) });

const branch = z.strictObject({
  id,
  after: id,
  question: text,
  howToTell: text,
  answers: z.strictObject({ yes: branchAnswer, no: branchAnswer, unknown: branchAnswer }),
  ...seed,
});

export const playbook: z.ZodMiniType<Playbook> = z.strictObject({
  id,
  slug: id,
  kind: z.enum(['playbook', 'card']),
  title: text,
  lead: text,
  icon: z.enum(['pc', 'mail', 'web', 'account', 'lost', 'unsure']),
  signs: texts,
  phases: z.array(z.strictObject({ id: phase, steps: z.array(step), branches: z.array(branch) })),
  blocks: ids,
  evidence: z.array(z.strictObject({ what: text, lostWhen: text })),
  contacts: z.array(z.strictObject({ to: id, when: text })),
  disagreement: z.exactOptional(z.strictObject({ question: text, positions: text, safest: text })),
  facts: factsShape,
  ...seed,
  sources,
});

export const block: z.ZodMiniType<Block> = z.strictObject({
  id,
  title: text,
  lead: text,
  points: z.array(z.strictObject({ text, detail: z.exactOptional(text), dont: z.exactOptional(z.literal(true)), ...seed })),
  table: z.exactOptional(z.strictObject({ head: texts, rows: z.array(texts) })),
  ...seed,
  sources,
});

export const rung: z.ZodMiniType<Rung> = z.strictObject({
  id: z.enum(['N0', 'N1', 'N2', 'N3', 'N4']),
  name: text,
  when: text,
  breaks: text,
  who: text,
  ...seed,
});

export const directoryEntry: z.ZodMiniType<DirectoryEntry> = z.strictObject({
  id,
  table: z.array(z.enum(['before', 'during'])),
  theme: text,
  org: text,
  title: text,
  use: text,
  channel: text,
  hours: z.exactOptional(text),
  url: webAddress,
  more: z.exactOptional(z.array(z.strictObject({ label: text, url: webAddress }))),
  replaced: z.exactOptional(text),
  note: z.exactOptional(text),
  keywords: z.exactOptional(z.array(z.string())),
  grade,
  source,
  ...seed,
});

export const question: z.ZodMiniType<Question> = z.strictObject({
  id,
  slug: id,
  question: text,
  short: text,
  points: z.array(
    z.strictObject({
      id,
      text,
      detail: z.exactOptional(text),
      effect: z.enum(['for', 'against', 'note']),
      fact: z.exactOptional(id),
      ...seed,
    }),
  ),
  doNow: text,
  rules: ids,
  directory: ids,
  ...seed,
  sources,
});

export const triage: z.ZodMiniType<Triage> = z.strictObject({
  start: id,
  questions: z.array(
    z.strictObject({
      id,
      text,
      options: z.array(
        z.strictObject({ id, label: text, hint: z.exactOptional(text), next: z.exactOptional(id), to: z.exactOptional(id) }),
      ),
    }),
  ),
  sentences: z.array(z.strictObject({ say: text, path: ids, lands: id })),
});

export const flowBox: z.ZodMiniType<FlowBox> = z.strictObject({ id: phase, name: text, span: text, aim: text, points: texts });

export const frame: z.ZodMiniType<Frame> = z.strictObject({ id, text, page: z.string(), seed: z.array(z.string()) });

/** A contact that has no address of ours: own IT, vendor, insurer, … */
export type OwnContact = { readonly id: string; readonly label: Text; readonly hint: Text };

export const ownContact: z.ZodMiniType<OwnContact> = z.strictObject({ id, label: text, hint: text });
