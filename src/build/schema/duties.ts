import * as s from './shape.ts';
import type { Calendar, PendingChange, Recipient } from '../../core/index.ts';
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

export const recipient: s.Shape<Recipient> = s.object({
  id,
  label: text,
  url: s.optional(webAddress),
  directory: s.optional(id),
});
