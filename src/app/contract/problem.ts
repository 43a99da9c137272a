import * as z from 'zod/mini';
import { contractSchemas } from './registry.ts';
import { textSchema } from './text.ts';

export const problemCodes = [
  'bad-json',
  'not-an-object',
  'missing-field',
  'wrong-type',
  'unknown-field',
  'unknown-fact',
  'unknown-value',
  'wrong-kind',
  'bad-instant',
  'bad-date',
  'bad-zone',
  'contradiction',
  'unknown-rule',
  'unknown-stage',
  'unknown-case',
  'unknown-kind',
  'entry-too-large',
  'too-many-entries',
  'ill-formed-text',
  'blank-words',
  'lies-ahead',
  'bad-part',
  'bad-signature',
  'id-taken',
  'device-chain-gap',
  'part-taken',
  'other-log',
  'unknown-incident',
  'log-broken',
  'log-diverged',
  'bad-folder',
  'internal',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** What is wrong with a request, in the same words on the command line and over HTTP. */
const problemSchema = z
  .object({
    code: z.enum(problemCodes),
    message: textSchema,
    /** The name as it was written. */
    field: z.optional(z.string()),
    nearest: z.optional(z.string()),
    /** Line of a batch that could not be read at all. */
    line: z.optional(z.number()),
    others: z.optional(
      z.array(
        z.object({ code: z.enum(problemCodes), message: textSchema, field: z.optional(z.string()), nearest: z.optional(z.string()) }),
      ),
    ),
  })
  .register(contractSchemas, {
    id: 'RequestProblem',
    description: 'What is wrong with a request. `nearest` is the known name that looks most like the one written.',
  });

export type Problem = z.infer<typeof problemSchema>;

/** problem+json (RFC 9457), with the request id and the message in both languages. */
export const httpProblemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    detail: z.string(),
    code: z.string(),
    message: textSchema,
    requestId: z.string(),
    field: z.optional(z.string()),
    nearest: z.optional(z.string()),
    others: z.optional(z.array(problemSchema)),
  })
  .register(contractSchemas, {
    id: 'Problem',
    description: 'An error (RFC 9457). `title` and `detail` follow Accept-Language; `message` is in both.',
  });

export type HttpProblem = z.infer<typeof httpProblemSchema>;
