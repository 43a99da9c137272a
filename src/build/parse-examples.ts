import * as s from './schema/shape.ts';
import type { Facts, Known, Learned } from '../core/index.ts';
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

const known: s.Shape<Known> = s.union(
  s.boolean,
  s.number,
  s.string,
  s.array(s.string),
  s.object({ in: s.array(s.string) }),
  s.object({ has: s.optional(s.array(s.string)), not: s.optional(s.array(s.string)) }),
  s.object({ min: s.optional(s.number), max: s.optional(s.number) }),
  s.object({ after: s.optional(s.string), before: s.optional(s.string) }),
);

/** Facts as written in the knowledge. */
export const factsShape: s.Shape<Facts> = s.record(known);

const answer = s.openObject({ applies: s.literal('yes', 'no', 'unknown'), presumed: s.optional(s.boolean) });
const dates = s.record(s.nullable(s.string));

/** The answer, and beside it the stages by their ids. */
export const expected: s.Shape<Expected> = {
  read: (value, path, issues) => {
    const { applies, presumed, ...stages } = answer.read(value, path, issues);
    return { applies, ...(presumed !== undefined && { presumed }), stages: dates.read(stages, path, issues) };
  },
};

const example = s.object({
  name: s.union(
    s.string,
    s.transform(text, (t) => t.ja),
  ),
  facts: factsShape,
  learned: s.optional(s.record(s.string)),
  expect: s.record(expected),
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
