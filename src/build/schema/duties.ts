import * as z from 'zod/mini';
import type { Recipient } from '../../core/knowledge/bundle.ts';
import type { PendingChange } from '../../core/obligations/rule.ts';
import type { Calendar } from '../../core/time/calendar.ts';
import { day, id, ids, source, text, webAddress } from './common.ts';

export const calendar: z.ZodMiniType<Calendar> = z.strictObject({
  id,
  label: text,
  weekend: z.array(z.int().check(z.gte(1), z.lte(7))),
  yearly: z.record(z.string().check(z.regex(/^\d{2}-\d{2}$/)), text),
  days: z.record(day, text),
  from: day,
  officialTo: day,
  knownTo: day,
  sources: z.array(source),
});

export const pendingChange: z.ZodMiniType<PendingChange> = z.strictObject({
  id,
  label: text,
  effect: text,
  from: z.nullable(day),
  latest: z.exactOptional(day),
  touches: ids,
  sources: z.array(source),
});

export const recipient: z.ZodMiniType<Recipient> = z.strictObject({
  id,
  label: text,
  url: z.exactOptional(webAddress),
  directory: z.exactOptional(id),
});
