import * as z from 'zod/mini';
import { contractSchemas } from './registry.ts';
import { bundleSchema, textSchema } from './text.ts';

const pathsSchema = z.object({ ja: z.string(), en: z.string() });

const caseSummarySchema = z
  .object({
    id: z.string(),
    slug: z.string(),
    kind: z.enum(['playbook', 'card']),
    title: textSchema,
    lead: textSchema,
    signs: z.array(textSchema),
    paths: pathsSchema,
  })
  .register(contractSchemas, {
    id: 'CaseSummary',
    description: 'A kind of thing that happened; `paths` are the pages with its first moves.',
  });

export const caseListSchema = z
  .object({ bundle: bundleSchema, cases: z.array(caseSummarySchema) })
  .register(contractSchemas, { id: 'CaseList' });

const directoryEntrySchema = z
  .object({
    id: z.string(),
    table: z.array(z.enum(['before', 'during'])),
    theme: textSchema,
    org: textSchema,
    title: textSchema,
    use: textSchema,
    channel: textSchema,
    hours: z.optional(textSchema),
    url: z.string(),
    more: z.optional(z.array(z.object({ label: textSchema, url: z.string() }))),
    replaced: z.optional(textSchema),
    note: z.optional(textSchema),
    grade: z.string(),
    readOn: z.nullable(z.string()),
    checkedOn: z.nullable(z.string()),
  })
  .register(contractSchemas, {
    id: 'DirectoryEntry',
    description: 'An organisation to call or a page to read. `checkedOn` stays null until a person has opened the live page.',
  });

export const directorySchema = z
  .object({ bundle: bundleSchema, entries: z.array(directoryEntrySchema) })
  .register(contractSchemas, { id: 'Directory' });

export const healthSchema = z
  .object({ status: z.literal('ok'), version: z.string(), bundle: bundleSchema })
  .register(contractSchemas, { id: 'Health' });

export type CaseList = z.infer<typeof caseListSchema>;
export type Directory = z.infer<typeof directorySchema>;
export type Health = z.infer<typeof healthSchema>;
