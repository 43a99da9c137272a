import * as s from './shape.ts';
import type { Calendar, Delegation, LawChange, OfficeList, PendingChange, Recipient } from '../../core/index.ts';
import { day, id, ids, source, text, webAddress } from './common.ts';

export const calendar: s.Shape<Calendar> = s.object({
  id,
  label: text,
  weekend: s.array(s.literal(1, 2, 3, 4, 5, 6, 7)),
  yearly: s.record(text, /^\d{2}-\d{2}$/),
  days: s.record(text, /^\d{4}-\d{2}-\d{2}$/),
  from: day,
  officialTo: day,
  knownTo: day,
  sources: s.array(source),
});

export const pendingChange: s.Shape<PendingChange> = s.object({
  id,
  label: text,
  effect: text,
  from: s.nullable(day),
  latest: s.optional(day),
  touches: ids,
  sources: s.array(source),
});

export const lawChange: s.Shape<LawChange> = s.object({
  id,
  from: day,
  label: text,
  what: text,
  moves: s.array(s.object({ rules: ids, how: text })),
  sources: s.array(source),
});

/** The conditions of triggers are read apart, as those of rules are. */
export const agreements = s.object({
  cite: s.words,
  calendar: s.string,
  sides: s.array(s.object({ id, label: text })),
  triggers: s.array(
    s.object({
      id,
      label: text,
      when: s.unknown,
      asks: s.optional(s.literal('party')),
      question: s.optional(text),
      help: s.optional(text),
    }),
  ),
});

export const recipient: s.Shape<Recipient> = s.object({
  id,
  label: text,
  url: s.optional(webAddress),
  directory: s.optional(id),
});

export const delegation: s.Shape<Delegation> = s.object({
  id,
  label: text,
  rules: ids,
  by: s.object({ trade: id, owner: id, listed: id }),
  none: id,
  covered: ids,
  kept: s.object({ owners: ids, why: text, source }),
  ask: s.object({ to: id, why: text }),
  check: s.object({ text, source }),
  trades: s.array(s.object({ id, label: text, sectors: ids, to: id, why: text, from: s.nullable(day), until: s.nullable(day), source })),
});

export const officeList: s.Shape<OfficeList> = s.object({
  id,
  label: text,
  of: ids,
  by: ids,
  national: s.object({ label: text, url: s.optional(webAddress), source }),
  ask: text,
  note: s.optional(text),
  areas: source,
  offices: s.array(s.object({ id, label: text, serves: ids, page: s.optional(source), note: s.optional(text) })),
});
