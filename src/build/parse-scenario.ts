import type { Draft, Facts, Learned, Text } from '../core/index.ts';
import { type Expected, expected, factsShape } from './parse-examples.ts';
import type { YamlFile } from './read-yaml.ts';
import { id, ids, text } from './schema/common.ts';
import { parseShape, type Report } from './schema/parse-shape.ts';
import * as s from './schema/shape.ts';

/** Something that is said as an incident goes on, in the order of the list; `at` where time has passed. */
export type ScenarioEntry = { readonly at?: string } & (
  | { readonly facts: Facts; readonly learned?: Learned }
  | { readonly done: string }
  | { readonly branch: string; readonly answer: 'yes' | 'no' | 'unknown' }
  | { readonly playbook: string }
  | { readonly file: string; readonly stage: string }
  | { readonly waive: string; readonly stage?: string }
);

/** What must follow, in the plain names of the knowledge. What is not named is not judged. */
export type ScenarioExpectation = {
  /** The first things to do when it has just been reported, in their order. */
  readonly first?: readonly string[];
  /** Steps and questions that are open in the end, and those that are not (any more). */
  readonly open?: readonly string[];
  readonly gone?: readonly string[];
  readonly duties?: Readonly<Record<string, Expected>>;
  /** Facts among the first ten questions in the end. */
  readonly asked?: readonly string[];
  /** Duties and stages that stand against closing, and those that do not (any more). */
  readonly blocks?: readonly string[];
  readonly settled?: readonly string[];
  readonly draft?: {
    readonly form: string;
    readonly stage: string;
    readonly fields: Readonly<Record<string, 'filled' | 'under-investigation' | 'gap' | 'optional-empty'>>;
  };
};

/** A whole incident: the organisation, what is said, and what must follow, with where that is written. */
export type Scenario = {
  readonly file: string;
  readonly id: string;
  readonly title: Text;
  /** Where the expectations are written: law, guideline, contract. */
  readonly basis: string;
  readonly organisation: Facts;
  /** When it is reported: RFC 3339. */
  readonly at: string;
  readonly playbook: string;
  readonly facts: Facts;
  readonly entries: readonly ScenarioEntry[];
  readonly expect: ScenarioExpectation;
};

const moment = s.pattern('a moment (2026-11-20T18:30:00+09:00)', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/);
const learned = s.record(s.string);
const at = s.optional(moment);

const entry: s.Shape<ScenarioEntry> = s.union(
  s.object({ at, facts: factsShape, learned: s.optional(learned) }),
  s.object({ at, done: id }),
  s.object({ at, branch: id, answer: s.literal('yes', 'no', 'unknown') }),
  s.object({ at, playbook: id }),
  s.object({ at, file: id, stage: id }),
  s.object({ at, waive: id, stage: s.optional(id) }),
);

const expectation: s.Shape<ScenarioExpectation> = s.object({
  first: s.optional(ids),
  open: s.optional(ids),
  gone: s.optional(ids),
  duties: s.optional(s.record(expected)),
  asked: s.optional(ids),
  blocks: s.optional(ids),
  settled: s.optional(ids),
  draft: s.optional(
    s.object({ form: id, stage: id, fields: s.record(s.literal('filled', 'under-investigation', 'gap', 'optional-empty')) }),
  ),
});

const scenario = s.object({
  id,
  title: text,
  basis: s.words,
  organisation: s.withDefault(factsShape, {}),
  at: moment,
  playbook: id,
  facts: s.withDefault(factsShape, {}),
  then: s.withDefault(s.array(entry), []),
  expect: expectation,
});

/** Reads a file of scenarios: a list. */
export const parseScenarios = (yaml: YamlFile, report: Report): readonly Scenario[] => {
  if (!Array.isArray(yaml.value)) {
    report([], 'shape', 'a list of scenarios is expected');
    return [];
  }
  return yaml.value.flatMap((written: unknown, i) => {
    const read = parseShape(scenario, written, [i], report);
    if (!read) return [];
    const { then: entries, ...rest } = read;
    return [{ ...rest, entries, file: yaml.file }];
  });
};

/** What a scenario says goes into a log as a draft. */
export const draftOfEntry = (said: ScenarioEntry, now: string, bundle: string): Draft => {
  if ('facts' in said)
    return { kind: 'facts.recorded', body: { facts: said.facts as never, ...(said.learned && { learned: said.learned }) } };
  if ('done' in said) return { kind: 'action.done', body: { action: said.done } };
  if ('branch' in said) return { kind: 'branch.answered', body: { branch: said.branch, answer: said.answer } };
  if ('playbook' in said) return { kind: 'playbook.added', body: { playbook: said.playbook } };
  if ('file' in said) return { kind: 'filing.filed', body: { obligation: said.file, stage: said.stage, filedAt: now, bundle } };
  return {
    kind: 'obligation.waived',
    body: {
      obligation: said.waive,
      ...(said.stage !== undefined && { stage: said.stage }),
      reason: { text: '見本' },
      decidedBy: { text: '見本' },
      decidedOn: now.slice(0, 10),
      bundle,
    },
  };
};
