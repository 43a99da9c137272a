import type { FactDef, FactId, Known } from '../../../core/index.ts';
import { sayAnswer } from '../../duties/view/say-answer.ts';
import type { IncidentSetting } from '../setting.ts';

const byKnowledge = new WeakMap<object, ReadonlyMap<FactId, FactDef>>();

/** One answer: the question and what was answered, in the reader's words. */
export const sayKnownFact = (
  fact: FactId,
  value: unknown,
  { knowledge, lang, zone, now }: Pick<IncidentSetting, 'knowledge' | 'lang' | 'zone' | 'now'>,
): string => {
  const defs = byKnowledge.get(knowledge) ?? new Map(knowledge.facts.map((d) => [d.id, d]));
  byKnowledge.set(knowledge, defs);
  const def = defs.get(fact);
  const known = value === 'unknown' || value === undefined ? null : (value as Known | null);
  return `${def ? def.question[lang] : fact} → ${sayAnswer(known, def, { lang, zone, now })}`;
};
