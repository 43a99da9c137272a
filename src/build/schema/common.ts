import * as z from 'zod/mini';
import type { Source, Text } from '../../core/knowledge/text.ts';

/** Both languages; one that is missing becomes empty and is reported by the linter, so that the rest can still be read. */
export const text: z.ZodMiniType<Text> = z.strictObject({ ja: z._default(z.string(), ''), en: z._default(z.string(), '') });

export const id = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/));
export const ids = z.array(id);
export const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
export const webAddress = z.string().check(z.regex(/^https?:\/\/[^\s/]+/));

/** An edition may be written as a bare year. */
const edition = z.union([z.string(), z.pipe(z.number(), z.transform(String))]);

export const grade = z.enum(['P', 'P*', 'A', 'H', 'S', 'B', 'M', 'K', 'C', 'L']);

export const source: z.ZodMiniType<Source> = z.strictObject({
  text: z.string().check(z.minLength(1)),
  url: z.exactOptional(webAddress),
  edition: z.exactOptional(edition),
  readOn: z.nullable(day),
  checked: z.nullable(z.strictObject({ on: day, by: z.string().check(z.minLength(1)) })),
  grade,
});

/** Sources of a file, referred to by key. */
export const sharedSources = z.record(z.string(), source);

/** A source written out, or the key of a shared one. */
export const sourceOrKey = z.union([z.string(), source]);
