import { catalogueOf, defOf } from '../catalogue.ts';
import type { KnowledgeFiles } from '../parse-knowledge.ts';
import type { Problem } from '../problem.ts';
import type { Finding } from './finding.ts';
import { checkKleene } from './kleene.ts';
import { lawsOf } from './laws.ts';
import { placeFinding } from './lint-knowledge.ts';
import { checkLogic } from './logic.ts';
import { checkRelations, readRelations } from './relations.ts';

const distinct = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map((f) => [`${f.at} ${f.check}`, f])).values(),
];

/** What diagrams show of the rules: never or always true, lines that change nothing, undeclared relations, answers that could be settled. */
export const lintLogic = (files: KnowledgeFiles): readonly Problem[] => {
  const catalogue = catalogueOf(files);
  const valuesOf = (fact: string): readonly string[] => (defOf(fact, catalogue)?.values ?? []).map((v) => v.id);
  const laws = lawsOf(files);
  const { declared, problems } = readRelations(files);
  const findings = [
    ...checkLogic(files, laws),
    ...distinct(laws.epochs.flatMap((law) => checkKleene(law, laws.world, valuesOf))),
    ...checkRelations(laws, declared),
  ];
  return [...problems, ...findings.map((f) => placeFinding(files, f))];
};
