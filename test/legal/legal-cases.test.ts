import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { assess, type Assessment, type Facts, type Learned, readFacts } from '../../src/core/index.ts';
import { knowledge } from '../support/knowledge.ts';
import { casesOf, randomFrom } from '../support/random.ts';

type Answer = 'yes' | 'no' | 'unknown' | 'presumed';
type Case = {
  name: string;
  facts: Record<string, unknown>;
  learned?: Learned;
  expect: Record<string, Answer>;
  due?: Record<string, string | null>;
};

const { base, cases } = parse(readFileSync(join(import.meta.dirname, 'cases.yaml'), 'utf8'), { schema: 'core' }) as {
  base: Record<string, unknown>;
  cases: Case[];
};

const factsOf = (c: Case): Facts => {
  const { facts, problems } = readFacts(knowledge.facts, { ...base, ...c.facts });
  expect(problems).toEqual([]);
  return facts;
};

const assessCase = (facts: Facts, learned?: Learned): Assessment => assess(knowledge, { facts, ...(learned && { learned }) });

const answersOf = (assessment: Assessment): Record<string, Answer> =>
  Object.fromEntries(assessment.obligations.map((o) => [o.rule.id, o.presumed ? 'presumed' : o.applies]));

const latestOf = (assessment: Assessment, key: string): string | null | undefined => {
  const [rule, stage] = key.split('.');
  return assessment.obligations.find((o) => o.rule.id === rule)?.stages.find((s) => s.id === stage)?.latest;
};

describe('legal cases', () => {
  it.each(cases)('$name [L-01]', (c) => {
    const assessment = assessCase(factsOf(c), c.learned);
    const answers = answersOf(assessment);
    expect(Object.fromEntries(Object.keys(c.expect).map((id) => [id, answers[id]]))).toEqual(c.expect);
    const due = c.due ?? {};
    expect(Object.fromEntries(Object.keys(due).map((key) => [key, latestOf(assessment, key)]))).toEqual(due);
  });

  const subsets = casesOf(400, 10);

  it(`never contradicts the full picture when facts are missing (${subsets} of 400 subsets of each case, seed 7) [L-02]`, {
    timeout: 120_000,
  }, () => {
    const r = randomFrom(7);
    const wrong: string[] = [];
    for (const c of cases) {
      const full = factsOf(c);
      const settled = assessCase(full, c.learned).obligations;
      for (let i = 0; i < subsets; i += 1) {
        const keep = r.next();
        const fewer = Object.fromEntries(Object.entries(full).filter(([id]) => id === 'knownAt' || r.chance(keep)));
        for (const [n, o] of assessCase(fewer, c.learned).obligations.entries())
          if (o.applies !== 'unknown' && o.applies !== settled[n]?.applies)
            wrong.push(`${c.name}: ${o.rule.id} ${o.applies} from ${Object.keys(fewer)}, but ${settled[n]?.applies}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
