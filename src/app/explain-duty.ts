import { type DutyKnowledge, type FactDef, nearestTo, type Obligation, sayKnown, type Text, type Why } from '../core/index.ts';
import { type CaseOptions, decideCase, readCase } from './assess-case.ts';
import type { ObligationResult } from './contract/assess.ts';
import type { Problem } from './contract/problem.ts';
import { fail, type Result, succeed } from './result.ts';
import { sayProblem } from './say-problem.ts';
import { shapeAssessment } from './shape-assessment.ts';

/** One line of the whole ladder: a condition, its value, and how deep it stands. */
type LadderLine = { readonly depth: number; readonly value: 'yes' | 'no' | 'unknown'; readonly text: Text; readonly cite: string };

export type Explanation = {
  readonly obligation: ObligationResult;
  /** The conditions that decide, each with its citation. */
  readonly path: readonly { readonly text: Text; readonly cite: string }[];
  readonly flippedBy: readonly { readonly question: Text; readonly to: Text }[];
  readonly missing: readonly { readonly fact: string; readonly question: Text }[];
  readonly ladder: readonly LadderLine[];
  readonly how: Text;
  readonly caveats: readonly Text[];
  readonly sources: Obligation['rule']['sources'];
};

type Defs = ReadonlyMap<string, FactDef>;

const values = ['no', 'unknown', 'yes'] as const;

const structure: Record<'all' | 'any' | 'not' | 'unless', Text> = {
  all: { ja: '次のすべて', en: 'All of these' },
  any: { ja: '次のどれか', en: 'Any of these' },
  not: { ja: '次にあたらない', en: 'Not this' },
  unless: { ja: '次の除外にあたらない', en: 'Unless this exclusion holds' },
};

const textOf = ({ cond, known }: Why, defs: Defs): Text => {
  if (cond.op !== 'test') return cond.label ?? structure[cond.op === 'not' && cond.unless ? 'unless' : cond.op];
  const def = defs.get(cond.fact);
  const said = sayKnown(known, def);
  const question = def?.question ?? { ja: cond.fact, en: cond.fact };
  return { ja: `${question.ja} → ${said.ja}`, en: `${question.en} → ${said.en}` };
};

const ladderOf = (why: Why, defs: Defs, depth = 0): readonly LadderLine[] => [
  { depth, value: values[why.v], text: textOf(why, defs), cite: why.cond.cite ?? '' },
  ...why.kids.flatMap((kid) => ladderOf(kid, defs, depth + 1)),
];

/** Why one duty applies, does not, or cannot be told: sentence, deciding conditions, the whole ladder, and its sources. */
export const explainDuty = (knowledge: DutyKnowledge, raw: unknown, ruleId: string, options: CaseOptions): Result<Explanation, Problem> => {
  const read = readCase(knowledge, raw, options);
  if (!read.ok) return read;
  const assessment = decideCase(knowledge, read.value);
  const found = assessment.obligations.find((o) => o.rule.id === ruleId || o.rule.aliases?.includes(ruleId));
  if (!found) {
    const nearest = nearestTo(
      ruleId,
      assessment.obligations.map((o) => o.rule.id),
    );
    return fail(sayProblem('unknown-rule', { field: 'rule', value: ruleId, ...(nearest !== undefined && { nearest }) }));
  }
  const defs: Defs = new Map(knowledge.facts.map((d) => [d.id, d]));
  const questionOf = (fact: string): Text => defs.get(fact)?.question ?? { ja: fact, en: fact };
  const { obligations } = shapeAssessment({ ...assessment, obligations: [found] }, null, [], read.value.at);
  return succeed({
    obligation: obligations[0] as ObligationResult,
    path: found.path,
    flippedBy: found.flippedBy.map(({ fact, to }) => ({ question: questionOf(fact), to: sayKnown(to, defs.get(fact)) })),
    missing: found.missing.map((fact) => ({ fact, question: questionOf(fact) })),
    ladder: found.inForce ? ladderOf(found.why, defs) : [],
    how: found.rule.how,
    caveats: found.rule.caveats,
    sources: found.rule.sources,
  });
};
