import type * as s from './schema/shape.ts';
import type { Bundle, CommonForm, Form } from '../core/index.ts';
import type { Example } from './parse-examples.ts';
import { noAgreements, parseAgreements } from './parse-agreements.ts';
import { type FactsFile, parseFacts } from './parse-facts.ts';
import { parseForms } from './parse-form.ts';
import { parseLibrary, sharedByCases } from './parse-library.ts';
import { parseSeverity } from './parse-severity.ts';
import { parseRules, type RulesFile } from './parse-rules.ts';
import { parseScenarios, type Scenario } from './parse-scenario.ts';
import type { Problem } from './problem.ts';
import type { Texts } from './read-folder.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';
import { calendar, delegation, lawChange, officeList, pendingChange, recipient } from './schema/duties.ts';
import { parseEach, parseShape, reporterOf, type Report } from './schema/parse-shape.ts';
import * as response from './schema/response.ts';

/** Where a named thing is written: `rule:appi-ppc-report` → file and line. */
type Places = ReadonlyMap<string, { readonly file: string; readonly line: number }>;

/** Everything the knowledge folder holds, parsed: the content of the bundle, and what only the build needs. */
export type KnowledgeFiles = Omit<Bundle, 'version' | 'hash'> & {
  readonly reserved: ReadonlySet<string>;
  readonly examples: readonly Example[];
  readonly scenarios: readonly Scenario[];
  readonly places: Places;
  /** Files with a reader of their own (declared-relations, confirmed-rows, contacts, …). */
  readonly others: ReadonlyMap<string, YamlFile>;
};

type Read = { readonly yaml: YamlFile; readonly report: Report };

const noFacts: FactsFile = { facts: [], reserved: new Set(), groups: {}, implications: [] };

const keyed = (yaml: YamlFile, kind: string, section?: string): (readonly [string, { file: string; line: number }])[] => {
  const holder = section === undefined ? yaml.value : (yaml.value as Record<string, unknown> | undefined)?.[section];
  const path = section === undefined ? [] : [section];
  if (typeof holder !== 'object' || holder === null) return [];
  return Object.entries(holder).map(([key, item]) => {
    const id = Array.isArray(holder) ? String((item as { id?: unknown } | null)?.id ?? key) : key;
    return [`${kind}:${id}`, { file: yaml.file, line: yaml.lineOf([...path, Array.isArray(holder) ? Number(key) : key]) }];
  });
};

/** Folders in which each file is one thing. */
const wholeFiles: Readonly<Record<string, string>> = {
  playbooks: 'playbook',
  forms: 'form',
  cards: 'card',
  drills: 'drill',
  helpers: 'helper',
};

const placesOf = (reads: readonly Read[]): Places => {
  const kinds: Record<string, string> = {
    'recipients.yaml': 'recipient',
    'delegation.yaml': 'delegation',
    'offices.yaml': 'offices',
    'pending.yaml': 'pending',
    'CHANGELOG.yaml': 'change',
    'blocks.yaml': 'block',
    'directory.yaml': 'directory',
    'questions.yaml': 'question',
    'flow.yaml': 'flow',
    'frames.yaml': 'frame',
    'ladder.yaml': 'rung',
    'contacts.yaml': 'contact',
    'sweep.yaml': 'sweep',
    'stakeholders.yaml': 'stakeholder',
    'cases.yaml': 'cases',
    'severity-levels.yaml': 'level',
    'scales.yaml': 'scale',
  };
  return new Map(
    reads.flatMap(({ yaml }) => {
      if (yaml.file.startsWith('rules/'))
        return [...keyed(yaml, 'rule', 'rules'), ...keyed(yaml, 'term', 'terms'), ...keyed(yaml, `example:${yaml.file}`, 'examples')];
      if (yaml.file === 'facts.yaml') return [...keyed(yaml, 'fact', 'facts'), ...keyed(yaml, 'implies', 'implies')];
      if (yaml.file === 'readiness.yaml') return [...keyed(yaml, 'readiness', 'checks'), ...keyed(yaml, 'yardstick', 'yardsticks')];
      if (yaml.file === 'metrics.yaml') return keyed(yaml, 'metric', 'metrics');
      if (yaml.file === 'disagreements.yaml') return keyed(yaml, 'disagreement', 'disagreements');
      if (yaml.file === 'severity.yaml') return keyed(yaml, 'severity', 'signs');
      if (yaml.file === 'agreements.yaml') return [...keyed(yaml, 'side', 'sides'), ...keyed(yaml, 'trigger', 'triggers')];
      const whole = wholeFiles[yaml.file.split('/')[0] ?? ''];
      if (whole) return [[`${whole}:${String((yaml.value as { id?: unknown } | undefined)?.id)}`, { file: yaml.file, line: 1 }] as const];
      const kind = kinds[yaml.file];
      return kind ? keyed(yaml, kind) : [];
    }),
  );
};

/** The forms that several recipients take, as far as the duties need to know them. */
const commonFormsOf = (forms: readonly Form[]): readonly CommonForm[] =>
  forms.flatMap(({ id, title, usableFor, fits, inUseFrom, sources }) =>
    fits && inUseFrom && usableFor ? [{ id, title, usableFor, fits, inUseFrom, ...(sources[0]?.url && { url: sources[0].url }) }] : [],
  );

/** Parses the texts of a knowledge folder. What is missing is empty; what is wrong is reported and left out. */
export const parseKnowledge = (texts: Texts): { readonly files: KnowledgeFiles; readonly problems: readonly Problem[] } => {
  const problems: Problem[] = [];
  const reads: Read[] = [...texts].map(([file, text]) => {
    const { yaml, problems: found } = readYaml(file, text);
    problems.push(...found);
    return { yaml, report: reporterOf(yaml, problems) };
  });
  const parsed = new Set<string>();
  const folder = (name: string): readonly Read[] => {
    const found = reads.filter((r) => r.yaml.file.startsWith(`${name}/`) && r.yaml.value !== undefined);
    for (const r of found) parsed.add(r.yaml.file);
    return found;
  };
  const one = (file: string): Read | undefined => {
    parsed.add(file);
    return reads.find((r) => r.yaml.file === file && r.yaml.value !== undefined);
  };
  const list = <T>(schema: s.Shape<T>, file: string): readonly T[] => {
    const read = one(file);
    return read ? parseEach(schema, read.yaml.value, [], read.report) : [];
  };
  const facts = one('facts.yaml');
  const catalogue = facts ? parseFacts(facts.yaml, facts.report) : noFacts;
  const rules: readonly RulesFile[] = folder('rules').map((r) => parseRules(r.yaml, r.report));
  const calendars = folder('calendars').flatMap((r) => parseShape(calendar, r.yaml.value, [], r.report) ?? []);
  const triage = one('triage.yaml');
  const shelf = parseLibrary({ one, folder });
  const cases = one('cases.yaml');
  const forms = parseForms(folder('forms'));
  const severity = one('severity.yaml');
  const agreements = one('agreements.yaml');
  const files: KnowledgeFiles = {
    ...catalogue,
    base: { terms: rules.flatMap((r) => r.terms), rules: rules.flatMap((r) => r.rules), pending: list(pendingChange, 'pending.yaml') },
    examples: rules.flatMap((r) => r.examples),
    recipients: list(recipient, 'recipients.yaml'),
    delegations: list(delegation, 'delegation.yaml'),
    offices: list(officeList, 'offices.yaml'),
    calendars: Object.fromEntries(calendars.map((c) => [c.id, c])),
    agreements: agreements ? parseAgreements(agreements.yaml, agreements.report) : noAgreements,
    playbooks: folder('playbooks').flatMap((r) => parseShape(response.playbook, r.yaml.value, [], r.report) ?? []),
    blocks: list(response.block, 'blocks.yaml'),
    ladder: list(response.rung, 'ladder.yaml'),
    directory: list(response.directoryEntry, 'directory.yaml'),
    questions: list(response.question, 'questions.yaml'),
    triage: (triage && parseShape(response.triage, triage.yaml.value, [], triage.report)) ?? { start: '', questions: [], sentences: [] },
    cases: (cases && parseShape(response.caseIndex, cases.yaml.value, [], cases.report)) ?? { home: [], groups: [], rare: [] },
    disagreements: sharedByCases(shelf.disagreements),
    flow: list(response.flowBox, 'flow.yaml'),
    firstAid: folder('cards').flatMap((r) => parseShape(response.firstAidCard, r.yaml.value, [], r.report) ?? []),
    frames: list(response.frame, 'frames.yaml'),
    forms,
    commonForms: commonFormsOf(forms),
    contacts: list(response.ownContact, 'contacts.yaml'),
    sweep: list(response.sweepLine, 'sweep.yaml'),
    severity: (severity && parseSeverity(severity.yaml, severity.report)) ?? { sources: [], signs: [] },
    stakeholders: list(response.stakeholder, 'stakeholders.yaml'),
    changes: list(lawChange, 'CHANGELOG.yaml'),
    library: shelf,
    scenarios: folder('scenarios').flatMap((r) => parseScenarios(r.yaml, r.report)),
    places: placesOf(reads),
    others: new Map(reads.filter((r) => !parsed.has(r.yaml.file)).map((r) => [r.yaml.file, r.yaml])),
  };
  return { files, problems };
};
