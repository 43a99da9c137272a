import { type DutyKnowledge, type Level, lawAt, readMoment, type Text, turningDays } from '../core/index.ts';
import type { Problem } from './contract/problem.ts';
import { fail, type Result, succeed } from './result.ts';
import { sayProblem } from './say-problem.ts';

export type LawShown = {
  readonly on: string;
  readonly rules: readonly {
    readonly id: string;
    readonly label: Text;
    readonly level: Level;
    readonly cite: string;
    readonly from: string;
    readonly until?: string;
  }[];
  readonly terms: readonly { readonly id: string; readonly label: Text; readonly cite: string }[];
  /** Enacted, changing no answer on that day. */
  readonly pending: readonly {
    readonly id: string;
    readonly label: Text;
    readonly effect: Text;
    readonly from: string | null;
    readonly latest?: string;
    readonly touches: readonly string[];
  }[];
  /** The next day on which some text begins or ends. */
  readonly nextTurn: string | null;
};

/** The duties and terms in force on one civil day, and what is enacted but still to come. */
export const showLaw = (knowledge: DutyKnowledge, on: string): Result<LawShown, Problem> => {
  if (readMoment(on)?.timed !== false) return fail(sayProblem('bad-date', { field: 'on', value: on }));
  const law = lawAt(knowledge.base, on);
  return succeed({
    on,
    rules: law.rules.map(({ id, label, level, cite, from, until }) => ({
      id,
      label,
      level,
      cite,
      from,
      ...(until !== undefined && { until }),
    })),
    terms: [...law.terms].map(([id, { label, cite }]) => ({ id, label, cite })),
    pending: knowledge.base.pending.map(({ id, label, effect, from, latest, touches }) => ({
      id,
      label,
      effect,
      from,
      ...(latest !== undefined && { latest }),
      touches,
    })),
    nextTurn: turningDays(knowledge.base).find((day) => day > on) ?? null,
  });
};
