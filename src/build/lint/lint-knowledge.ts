import type { KnowledgeFiles } from '../parse-knowledge.ts';
import type { Problem } from '../problem.ts';
import { checkChanges } from './changes.ts';
import { checkCitations } from './citations.ts';
import { checkExampleNames, checkExamples } from './examples.ts';
import { checkCatalogue, checkFactNames, checkFactUse } from './facts.ts';
import type { Check, Finding } from './finding.ts';
import { checkFirstAid } from './first-aid.ts';
import { checkForms } from './forms.ts';
import { checkLibrary } from './library.ts';
import { checkCalendars, checkNames } from './names.ts';
import { checkCaseIndex, checkPlaybooks, checkStakeholders, checkTriage } from './playbooks.ts';
import { checkRuleNames, checkRuleShape, checkTermUse } from './rules.ts';
import { checkSources, checkTexts } from './texts-and-sources.ts';
import { checkWhere } from './where.ts';

const checks: readonly Check[] = [
  checkNames,
  checkTexts,
  checkSources,
  checkCitations,
  checkCatalogue,
  checkFactNames,
  checkFactUse,
  checkRuleNames,
  checkTermUse,
  checkRuleShape,
  checkExamples,
  checkExampleNames,
  checkPlaybooks,
  checkFirstAid,
  checkStakeholders,
  checkTriage,
  checkCaseIndex,
  checkCalendars,
  checkForms,
  checkLibrary,
  checkWhere,
  checkChanges,
];

/** Puts a finding at the file and line of the thing it belongs to. */
export const placeFinding = (files: KnowledgeFiles, { at, check, message }: Finding): Problem => ({
  ...(files.places.get(at) ?? { file: at, line: 1 }),
  check,
  message,
});

/** Everything the plain checks find in the knowledge: names, citations, languages, kinds, use, examples. */
export const lintKnowledge = (files: KnowledgeFiles): readonly Problem[] =>
  checks.flatMap((check) => check(files)).map((f) => placeFinding(files, f));
