import * as s from './shape.ts';
import type { Source, Text } from '../../core/index.ts';

/** Both languages; one that is missing becomes empty and is reported by the linter, so that the rest can still be read. */
export const text: s.Shape<Text> = s.object({ ja: s.withDefault(s.string, ''), en: s.withDefault(s.string, '') });

export const id = s.pattern('a name', /^[A-Za-z0-9][A-Za-z0-9._-]*$/);
export const ids = s.array(id);
export const day = s.pattern('a day (2026-11-23)', /^\d{4}-\d{2}-\d{2}$/);
export const webAddress = s.pattern('a web address (https://…)', /^https?:\/\/[^\s/]+/);

/** An edition may be written as a bare year. */
const edition = s.union(s.string, s.transform(s.number, String));

export const grade = s.literal('P', 'P*', 'A', 'H', 'S', 'B', 'M', 'K', 'C', 'L');

export const source: s.Shape<Source> = s.object({
  text: s.words,
  url: s.optional(webAddress),
  edition: s.optional(edition),
  readOn: s.nullable(day),
  checked: s.nullable(s.object({ on: day, by: s.words })),
  grade,
});

/** Sources of a file, referred to by key. */
export const sharedSources = s.record(source);

/** A source written out, or the key of a shared one. */
export const sourceOrKey = s.union(s.string, source);
