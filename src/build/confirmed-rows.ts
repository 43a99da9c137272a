import { canonicalJson, type Facts, lawAt, triOf } from '../core/index.ts';
import { factsShape } from './parse-examples.ts';
import type { KnowledgeFiles } from './parse-knowledge.ts';
import type { Problem } from './problem.ts';
import { questionOf, type Row } from './row.ts';
import { day } from './schema/common.ts';
import { parseEach, type Report, reporterOf } from './schema/parse-shape.ts';
import * as s from './schema/shape.ts';

/** A row that a person held against the statute, with the answer that person read there. */
type Confirmed = {
  readonly rule: string;
  readonly about: string;
  readonly on: string;
  readonly facts: Facts;
  readonly answer: 'yes' | 'no';
  readonly by: string;
  readonly confirmedOn: string;
};

const file = 'confirmed-rows.yaml';

const confirmed: s.Shape<Confirmed> = s.object({
  rule: s.words,
  about: s.words,
  on: day,
  facts: factsShape,
  answer: s.literal('yes', 'no'),
  by: s.words,
  confirmedOn: day,
});

type Asked = Pick<Row, 'rule' | 'about' | 'on' | 'facts'>;

/** What a base answers to a row; `none` where it has no such rule, limit or recipient that day. */
export const answerRow = ({ base }: Pick<KnowledgeFiles, 'base'>, { rule, about, on, facts }: Asked): 'yes' | 'no' | 'unknown' | 'none' => {
  const found = lawAt(base, on).rules.find((r) => r.id === rule);
  const question = found && questionOf(found, about);
  return question ? (['no', 'unknown', 'yes'] as const)[triOf(question.cond, facts)] : 'none';
};

const keyOf = ({ rule, about, on, facts }: Asked): string => canonicalJson([rule, about, on, facts]);

/**
 * Holds the confirmed rows against the rules: one whose answer moved is a problem. The rest is counted, never claimed:
 * `unconfirmed` is how many of the distinct situations nobody has read against the statute.
 */
export const checkConfirmed = (
  files: KnowledgeFiles,
  rows: readonly Row[],
): { readonly problems: readonly Problem[]; readonly situations: number; readonly unconfirmed: number } => {
  const yaml = files.others.get(file);
  const problems: Problem[] = [];
  const report: Report = yaml ? reporterOf(yaml, problems) : () => {};
  const kept = parseEach(confirmed, yaml?.value, [], report);
  kept.forEach((row, i) => {
    const now = answerRow(files, row);
    if (now !== row.answer)
      report(
        [i],
        'confirmed-row-moved',
        `${row.rule} ${row.about}: ${row.by} read "${row.answer}" on ${row.confirmedOn}, the rules now say "${now}"`,
      );
  });
  const read = new Set(kept.map(keyOf));
  const situations = new Set(rows.map(keyOf));
  return { problems, situations: situations.size, unconfirmed: [...situations].filter((k) => !read.has(k)).length };
};
