import * as z from 'zod/mini';
import type { Facts, Learned } from '../core/facts/fact.ts';
import { text } from './schema/common.ts';
import { parseShape, type Report } from './schema/parse-shape.ts';

/** What an example says of one rule: whether it applies, and the date (or the absence of one) of stages by id. */
export type Expected = {
  readonly applies: 'yes' | 'no' | 'unknown';
  readonly presumed?: boolean;
  readonly stages: Readonly<Record<string, string | null>>;
};

/** A worked example: facts, when they were learned, and what must follow for each rule named. */
export type Example = {
  readonly file: string;
  readonly at: number;
  readonly name: string;
  readonly facts: Facts;
  readonly learned?: Learned;
  readonly expect: Readonly<Record<string, Expected>>;
};

const known = z.union([
  z.boolean(),
  z.number(),
  z.string(),
  z.array(z.string()),
  z.strictObject({ in: z.array(z.string()) }),
  z.strictObject({ has: z.exactOptional(z.array(z.string())), not: z.exactOptional(z.array(z.string())) }),
  z.strictObject({ min: z.exactOptional(z.number()), max: z.exactOptional(z.number()) }),
  z.strictObject({ after: z.exactOptional(z.string()), before: z.exactOptional(z.string()) }),
]);

/** Facts as written in the knowledge. */
export const factsShape = z.record(z.string(), known);

const expected = z.pipe(
  z.catchall(z.object({ applies: z.enum(['yes', 'no', 'unknown']), presumed: z.exactOptional(z.boolean()) }), z.nullable(z.string())),
  z.transform(
    ({ applies, presumed, ...stages }): Expected => ({
      applies,
      ...(presumed !== undefined && { presumed }),
      stages: stages as Record<string, string | null>,
    }),
  ),
);

const example = z.strictObject({
  name: z.union([
    z.string(),
    z.pipe(
      text,
      z.transform((t) => t.ja),
    ),
  ]),
  facts: factsShape,
  learned: z.exactOptional(z.record(z.string(), z.string())),
  expect: z.record(z.string(), expected),
});

/** Reads the `examples` of a rules file. `at` is the position in the list. */
export const parseExamples = (file: string, written: unknown, report: Report): readonly Example[] => {
  if (written === undefined || written === null) return [];
  if (!Array.isArray(written)) report(['examples'], 'shape', 'examples: a list is expected');
  const list: readonly unknown[] = Array.isArray(written) ? written : [];
  return list.flatMap((w, i) => {
    const parsed = parseShape(example, w, ['examples', i], report);
    return parsed ? [{ ...parsed, file, at: i } as Example] : [];
  });
};
