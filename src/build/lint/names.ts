import type { KnowledgeFiles } from '../parse-knowledge.ts';
import type { Check, Finding } from './finding.ts';

type Named = { readonly id: string };

const repeated = (at: (id: string) => string, what: string, names: readonly string[]): readonly Finding[] =>
  [...new Set(names.filter((n, i) => names.indexOf(n) !== i))].map((n) => ({
    at: at(n),
    check: 'duplicate-id',
    message: `${what} ${n} is written twice`,
  }));

const idsOf = (list: readonly Named[]): readonly string[] => list.map((x) => x.id);

const idsInPlaybooks = (files: KnowledgeFiles): readonly string[] =>
  files.playbooks.flatMap((p) =>
    p.phases.flatMap((f) => [
      ...idsOf(f.steps),
      ...f.branches.flatMap((b) => [b.id, ...Object.values(b.answers).flatMap((a) => idsOf(a.steps))]),
    ]),
  );

/** One name, one thing: also across files, and an alias is never the name of something else. */
export const checkNames: Check = (files) => [
  ...repeated(
    (n) => `fact:${n}`,
    'fact',
    files.facts.flatMap((f) => [f.id, ...(f.aliases ?? [])]),
  ),
  ...repeated((n) => `term:${n}`, 'term', idsOf(files.base.terms)),
  ...repeated(
    (n) => `rule:${n}`,
    'rule',
    files.base.rules.flatMap((r) => [r.id, ...(r.aliases ?? [])]),
  ),
  ...repeated((n) => `change:${n}`, 'change', idsOf(files.changes)),
  ...repeated((n) => `pending:${n}`, 'pending change', idsOf(files.base.pending)),
  ...repeated((n) => `recipient:${n}`, 'recipient', idsOf(files.recipients)),
  ...repeated((n) => `delegation:${n}`, 'delegation', idsOf(files.delegations)),
  ...repeated((n) => `offices:${n}`, 'list of offices', idsOf(files.offices)),
  ...repeated((n) => `side:${n}`, 'side', idsOf(files.agreements.sides)),
  ...repeated((n) => `trigger:${n}`, 'trigger', idsOf(files.agreements.triggers)),
  ...repeated(
    (n) => `playbook:${n}`,
    'case',
    files.playbooks.flatMap((p) => [p.id, p.slug]),
  ),
  ...repeated((n) => `playbook:${n.split('.')[0]}`, 'step or branch', idsInPlaybooks(files)),
  ...repeated((n) => `card:${n}`, 'card', idsOf(files.firstAid)),
  ...repeated((n) => `block:${n}`, 'block', idsOf(files.blocks)),
  ...repeated((n) => `rung:${n}`, 'rung', idsOf(files.ladder)),
  ...repeated((n) => `directory:${n}`, 'contact', [...idsOf(files.directory), ...idsOf(files.contacts)]),
  ...repeated((n) => `question:${n}`, 'question', [
    ...idsOf(files.questions),
    ...files.questions.map((q) => q.slug).filter((s, i) => s !== files.questions[i]?.id),
  ]),
  ...repeated((n) => `flow:${n}`, 'box', idsOf(files.flow)),
  ...repeated((n) => `frame:${n}`, 'frame', idsOf(files.frames)),
  ...repeated((n) => `form:${n}`, 'form', idsOf(files.forms)),
  ...repeated((n) => `readiness:${n}`, 'check', idsOf(files.library.readiness.checks)),
  ...repeated((n) => `drill:${n}`, 'drill', idsOf(files.library.drills)),
  ...repeated((n) => `helper:${n}`, 'helper', idsOf(files.library.helpers)),
  ...repeated((n) => `disagreement:${n}`, 'disagreement', idsOf(files.library.disagreements)),
  ...repeated((n) => `metric:${n}`, 'metric', idsOf(files.library.metrics.metrics)),
  ...repeated(
    (n) => n,
    'example',
    files.examples.map((e) => `example ${e.name} of ${e.file}`),
  ),
];

/** A calendar's days lie in the span it speaks for, and the span is in order. */
export const checkCalendars: Check = (files) =>
  Object.values(files.calendars).flatMap((c) => {
    const at = `calendar:${c.id}`;
    const stray = Object.keys(c.days).filter((d) => d < c.from || d > c.knownTo);
    return [
      ...(c.from <= c.officialTo && c.officialTo <= c.knownTo
        ? []
        : [{ at, check: 'order-of-time', message: `${c.id}: from ≤ officialTo ≤ knownTo does not hold` }]),
      ...stray.map((d) => ({ at, check: 'order-of-time', message: `${c.id}: ${d} lies outside ${c.from} … ${c.knownTo}` })),
    ];
  });
