import { turningDays } from '../../core/index.ts';
import type { KnowledgeFiles } from '../parse-knowledge.ts';
import { type Check, type Finding, suggest } from './finding.ts';

/** Rules written as if they always stood begin on this day: it stands for "as long as this rule base looks back". */
const always = '2000-01-01';

/** Rules that begin or end on a day. */
const turned = ({ base }: KnowledgeFiles, day: string): readonly string[] =>
  base.rules.filter((r) => r.from === day || r.until === day).map((r) => r.id);

/** A day on which answers turn is told, with every rule that begins or ends on it; and what is told names rules that exist. */
export const checkChanges: Check = (files) => {
  if (files.changes.length === 0) return [];
  const rules = files.base.rules.map((r) => r.id);
  const told = (day: string): readonly string[] =>
    files.changes.filter((c) => c.from === day).flatMap((c) => c.moves.flatMap((m) => m.rules));
  const days = turningDays(files.base).filter((day) => day > always);
  return [
    ...days.flatMap((day): readonly Finding[] => {
      const at = 'CHANGELOG.yaml';
      if (told(day).length === 0)
        return [{ at, check: 'change-not-told', message: `a rule or term turns on ${day}, and no change of that day moves an answer` }];
      return turned(files, day)
        .filter((rule) => !told(day).includes(rule))
        .map((rule) => ({ at, check: 'change-not-told', message: `${rule} turns on ${day}, and no change of that day names it` }));
    }),
    ...files.changes.flatMap((c) =>
      c.moves
        .flatMap((m) => m.rules)
        .filter((rule) => !rules.includes(rule))
        .map((rule) => ({ at: `change:${c.id}`, check: 'unknown-rule', message: `rule ${rule} does not exist${suggest(rule, rules)}` })),
    ),
  ];
};
