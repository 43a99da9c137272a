import * as z from 'zod/mini';
import { factsSchema } from './facts.ts';
import { callerIdSchema, momentSchema, textSchema } from './text.ts';

export const dueRequestSchema = z.object({
  id: z.optional(callerIdSchema),
  rule: z.string(),
  stage: z.string(),
  /** Starts and switches. */
  facts: z.optional(factsSchema),
  /** IANA name; the rule's own, when absent. */
  zone: z.optional(z.nullable(z.string())),
  /** Further civil days on which the recipient is closed. */
  closed: z.optional(z.nullable(z.array(z.string()))),
});

export const dueResultSchema = z.object({
  id: callerIdSchema,
  rule: z.string(),
  stage: z.string(),
  start: z.nullable(momentSchema),
  started: z.boolean(),
  target: z.nullable(momentSchema),
  latest: z.nullable(momentSchema),
  outer: z.optional(momentSchema),
  outerCite: z.optional(z.string()),
  alternatives: z.optional(z.array(z.object({ if: textSchema, latest: z.nullable(momentSchema) }))),
  provisional: z.optional(z.literal(true)),
  undated: z.optional(textSchema),
  strength: z.string(),
  steps: z.array(textSchema),
  cite: z.string(),
  /** Whether the rule stood on the day its clock starts; null while it has not started. */
  inForce: z.nullable(z.boolean()),
  ignored: z.optional(z.array(z.string())),
});

export type DueResult = z.infer<typeof dueResultSchema>;
