import type { AgreementKnowledge } from '../core/index.ts';
import { parseCondition } from './parse-condition.ts';
import type { YamlFile } from './read-yaml.ts';
import { agreements } from './schema/duties.ts';
import { parseShape, type Report } from './schema/parse-shape.ts';

/** Without the file an organisation can enter no agreement. */
export const noAgreements: AgreementKnowledge = { cite: '', calendar: 'none', sides: [], triggers: [] };

/** Reads what clauses of the organisation's own may hang on. What cannot be read is reported and left out. */
export const parseAgreements = (yaml: YamlFile, report: Report): AgreementKnowledge => {
  const read = parseShape(agreements, yaml.value, [], report);
  if (!read) return noAgreements;
  return {
    ...read,
    triggers: read.triggers.flatMap(({ when, ...trigger }, i) => {
      const at = ['triggers', i];
      if (trigger.asks === 'party' && !trigger.question?.ja.includes('{party}'))
        report(at, 'agreement', `${trigger.id} asks about the party and has no question that names {party}`);
      const cond = parseCondition(when, [...at, 'when'], report);
      return cond ? [{ ...trigger, when: cond }] : [];
    }),
  };
};
