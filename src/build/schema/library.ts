import * as s from './shape.ts';
import type {
  Drill,
  DrillMethod,
  Helper,
  HelperQuestion,
  HelperTurn,
  LevelMeaning,
  Metrics,
  OtherScale,
  Readiness,
  SourcedDisagreement,
  Taxonomy,
} from '../../core/index.ts';
import { id, ids, source, text } from './common.ts';

const texts = s.array(text);
const sources = s.array(source);

export const readiness: s.Shape<Readiness> = s.object({
  checks: s.array(
    s.object({
      id,
      what: text,
      good: text,
      proof: text,
      every: s.object({ months: s.optional(s.int), days: s.optional(s.int), words: text }),
      see: s.optional(ids),
      sources,
    }),
  ),
  scoring: text,
  yardsticks: s.array(s.object({ id, name: text, says: text, sources })),
  alone: texts,
});

export const drill: s.Shape<Drill> = s.object({
  id,
  title: text,
  lead: text,
  minutes: s.int,
  about: ids,
  injects: s.array(s.object({ at: s.int, says: text, good: text, points: s.literal(1, 2), poor: s.optional(text) })),
  traps: texts,
  success: texts,
  sources,
});

export const drillMethod: s.Shape<DrillMethod> = s.object({ steps: texts, fog: texts, donts: texts, sources });

export const taxonomy: s.Shape<Taxonomy> = s.object({
  schemes: s.array(
    s.object({ id, title: text, names: s.array(s.object({ id, name: s.words, label: text })), note: s.optional(text), sources }),
  ),
  cases: s.array(
    s.object({
      cases: ids,
      rsit: s.array(s.object({ class: id, type: s.optional(s.words) })),
      jpcert: ids,
      threats: ids,
      note: s.optional(text),
    }),
  ),
  sources,
});

export const metrics: s.Shape<Metrics> = s.object({
  metrics: s.array(s.object({ id, name: text, means: text, from: s.optional(text), to: s.optional(text), caution: s.optional(text) })),
  rules: texts,
  sources,
});

export const levelMeaning: s.Shape<LevelMeaning> = s.object({
  id: s.literal('L0', 'L1', 'L2', 'L3', 'L4'),
  name: text,
  who: text,
  seen: texts,
});

export const otherScale: s.Shape<OtherScale> = s.object({ id, name: text, levels: text, use: text, sources });

const turn: s.Shape<HelperTurn> = {
  read: (value, path, issues) =>
    typeof value === 'object' && value !== null && 'ask' in value
      ? s.object({ ask: id }).read(value, path, issues)
      : s.object({ do: id }).read(value, path, issues),
};

const question: s.Shape<HelperQuestion> = s.object({ id, ask: text, howToTell: text, yes: turn, no: turn, unknown: turn });

export const helper: s.Shape<Helper> = s.object({
  id,
  kind: s.literal('tree', 'order', 'gate'),
  title: text,
  lead: text,
  block: id,
  start: s.optional(id),
  questions: s.optional(s.array(question)),
  outcomes: s.optional(
    s.array(
      s.object({
        id,
        do: text,
        why: text,
        who: text,
        dont: s.optional(text),
        rung: s.optional(s.literal('N0', 'N1', 'N2', 'N3', 'N4')),
        costly: s.optional(s.literal(true)),
      }),
    ),
  ),
  lines: s.optional(s.array(s.object({ id, text, detail: s.optional(text), lostWhen: s.optional(text), who: s.optional(text) }))),
  approvedBy: s.optional(text),
  rules: texts,
  disagreement: s.optional(id),
  sources,
});

export const disagreement: s.Shape<SourcedDisagreement> = s.object({
  id,
  question: text,
  short: s.optional(text),
  in: s.optional(ids),
  positions: s.array(s.object({ who: text, says: text, source, obsolete: s.optional(s.literal(true)) })),
  safest: text,
  why: text,
  see: ids,
});
