import * as z from 'zod/mini';
import { factsSchema, learnedSchema } from './facts.ts';
import { contractSchemas } from './registry.ts';
import { bundleSchema, callerIdSchema, momentSchema, textSchema } from './text.ts';

export const assessRequestSchema = z
  .object({
    id: z.optional(callerIdSchema),
    facts: factsSchema,
    learned: z.optional(z.nullable(learnedSchema)),
    /** Moves only what is called overdue; now, when absent. */
    at: z.optional(z.nullable(momentSchema)),
    /** Reads unknown names and values as not known, and lists them in `ignored`. */
    lenient: z.optional(z.boolean()),
  })
  .register(contractSchemas, {
    id: 'AssessRequest',
    description: 'What is known of one incident. `at` (now, when absent) moves only what is called overdue.',
    examples: [{ id: 'a-1', facts: { eventType: ['leak'], personalDataInvolved: true, knownAt: '2026-11-20T18:30:00+09:00' } }],
  });

const strengthSchema = z.enum(['statutory', 'guideline', 'contract', 'practice', 'unconfirmed']);

const stageSchema = z
  .object({
    id: z.string(),
    label: textSchema,
    start: z.nullable(momentSchema),
    started: z.boolean(),
    /** The start was not stated; the earliest moment anyone noticed stands in for it. */
    assumed: z.optional(z.literal(true)),
    target: z.nullable(momentSchema),
    latest: z.nullable(momentSchema),
    /** A later, arguable limit, with its article. Never instead of `latest`. */
    outer: z.optional(momentSchema),
    outerCite: z.optional(z.string()),
    alternatives: z.optional(z.array(z.object({ if: textSchema, latest: z.nullable(momentSchema) }))),
    provisional: z.optional(z.literal(true)),
    /** Why there is no date, when `latest` is null. */
    undated: z.optional(textSchema),
    /** When the stage was filed, where a …SubmittedAt fact says so; a filed stage is never overdue. */
    filed: z.optional(momentSchema),
    overdue: z.optional(z.literal(true)),
    strength: strengthSchema,
    steps: z.array(textSchema),
    cite: z.string(),
  })
  .register(contractSchemas, {
    id: 'Stage',
    description:
      'One dated step of an obligation. While its condition is open, `latest` is the earliest candidate and the others are `alternatives`.',
  });

const linkSchema = z.object({ label: textSchema, url: z.optional(z.string()) });

const recipientSchema = z
  .object({
    id: z.string(),
    label: textSchema,
    why: textSchema,
    certain: z.boolean(),
    /** What the texts that were read leave open about this recipient. */
    check: z.optional(textSchema),
    sources: z.optional(
      z.array(z.object({ text: z.string(), url: z.optional(z.string()), readOn: z.nullable(z.string()), grade: z.string() })),
    ),
    /** The desk of the place. While `offices` is empty, the national one and the words to say there; `open` is the fact to answer. */
    office: z.optional(
      z.object({
        id: z.string(),
        label: textSchema,
        offices: z.array(z.object({ id: z.string(), label: textSchema, url: z.optional(z.string()), note: z.optional(textSchema) })),
        national: linkSchema,
        ask: textSchema,
        areasGrade: z.string(),
        open: z.nullable(z.string()),
      }),
    ),
  })
  .register(contractSchemas, { id: 'Addressee', description: 'Who receives, how sure that is, and the desk of the place.' });

const obligationSchema = z
  .object({
    id: z.string(),
    label: textSchema,
    applies: z.enum(['yes', 'no', 'unknown']),
    /** Only exclusions are open: taken as needed until `liftedBy` is confirmed. */
    presumed: z.optional(z.literal(true)),
    level: z.enum(['mandatory', 'expected', 'contractual', 'voluntary']),
    recipients: z.array(recipientSchema),
    /** Forms of the ministries that its recipients also take, each by a filing of its own. */
    commonForms: z.optional(
      z.array(z.object({ id: z.string(), title: textSchema, inUseFrom: z.string(), url: z.optional(z.string()), certain: z.boolean() })),
    ),
    because: textSchema,
    cites: z.array(z.string()),
    missing: z.array(z.string()),
    liftedBy: z.optional(z.array(z.object({ text: textSchema, cite: z.string(), facts: z.array(z.string()) }))),
    governedOn: z.nullable(z.string()),
    inForce: z.optional(z.literal(false)),
    mergedInto: z.optional(z.string()),
    stages: z.array(stageSchema),
  })
  .register(contractSchemas, { id: 'Obligation', description: 'A rule as it bears on this incident.' });

const askedSchema = z.object({ fact: z.string(), score: z.number(), settles: z.array(z.string()) }).register(contractSchemas, {
  id: 'Asked',
  description: 'A question worth asking now, most decisive first, and the duties that an answer can settle.',
});

export const assessResultSchema = z
  .object({
    id: callerIdSchema,
    bundle: bundleSchema,
    governedOn: z.nullable(z.string()),
    obligations: z.array(obligationSchema),
    questions: z.array(askedSchema),
    /** Stated answers that differ from what other answers imply; the stated one stands. */
    differences: z.optional(z.array(z.object({ fact: z.string(), stated: z.unknown(), implied: z.unknown() }))),
    ignored: z.array(z.string()),
  })
  .register(contractSchemas, {
    id: 'AssessResult',
    description: 'Which duties apply, to whom, by when, why, and what to ask next. Not legal advice.',
  });

export type AssessRequest = z.infer<typeof assessRequestSchema>;
export type AssessResult = z.infer<typeof assessResultSchema>;
export type ObligationResult = z.infer<typeof obligationSchema>;
export type StageResult = z.infer<typeof stageSchema>;
