import { type SeverityScale, type SeveritySign, severityLevels } from '../core/index.ts';
import { parseCondition } from './parse-condition.ts';
import type { YamlFile } from './read-yaml.ts';
import { id, source, text } from './schema/common.ts';
import { parseEach, parseShape, type Report } from './schema/parse-shape.ts';
import * as s from './schema/shape.ts';

const fileShape = s.object({ sources: s.array(source), signs: s.unknown });

const signShape = s.object({
  id,
  level: s.literal(...severityLevels),
  text,
  when: s.optional(s.unknown),
  people: s.optional(s.number),
  departments: s.optional(s.literal('several', 'not-known')),
  branch: s.optional(id),
});

/** Reads the scale of severity: each sign reads facts, a number of people, or the departments. */
export const parseSeverity = ({ value }: YamlFile, report: Report): SeverityScale | undefined => {
  const file = parseShape(fileShape, value, [], report);
  if (!file) return undefined;
  const signs = parseEach(signShape, file.signs, ['signs'], report).flatMap(
    ({ when: written, people, departments, branch, ...sign }, i): readonly SeveritySign[] => {
      if (departments !== undefined && branch !== undefined) return [{ ...sign, departments, branch }];
      if (people !== undefined) return [{ ...sign, people }];
      const when = parseCondition(written, ['signs', i, 'when'], report);
      return when ? [{ ...sign, when }] : [];
    },
  );
  return { sources: file.sources, signs };
};
