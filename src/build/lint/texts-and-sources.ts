import { type Source, type Text, truthOf } from '../../core/index.ts';
import type { KnowledgeFiles } from '../parse-knowledge.ts';
import type { Check, Finding } from './finding.ts';

/** Every named thing of the knowledge with the place it stands at. */
const namedThings = (files: KnowledgeFiles): readonly (readonly [string, unknown])[] => {
  const list = (kind: string, things: readonly { readonly id: string }[]) => things.map((t) => [`${kind}:${t.id}`, t] as const);
  return [
    ...list('fact', files.facts),
    ...Object.entries(files.groups).map(([id, label]) => [`group:${id}`, label] as const),
    ...list('term', files.base.terms),
    ...list('rule', files.base.rules),
    ...list('pending', files.base.pending),
    ...list('change', files.changes),
    ...list('recipient', files.recipients),
    ...list('delegation', files.delegations),
    ...list('offices', files.offices),
    ...list('side', files.agreements.sides),
    ...list('trigger', files.agreements.triggers),
    ...list('calendar', Object.values(files.calendars)),
    ...list('playbook', files.playbooks),
    ...list('card', files.firstAid),
    ...list('block', files.blocks),
    ...list('rung', files.ladder),
    ...list('directory', files.directory),
    ...list('contact', files.contacts),
    ...list('question', files.questions),
    ['triage:', files.triage],
    ['cases:', files.cases],
    ...list('flow', files.flow),
    ...list('frame', files.frames),
    ...list('form', files.forms),
    ...list('sweep', files.sweep),
    ...list('severity', files.severity.signs),
    ['severity:', files.severity.sources],
    ...list('stakeholder', files.stakeholders),
    ...list('level', files.library.levels),
    ...list('readiness', files.library.readiness.checks),
    ...list('yardstick', files.library.readiness.yardsticks),
    ...(files.library.readiness.checks.length > 0
      ? [['readiness.yaml', { scoring: files.library.readiness.scoring, alone: files.library.readiness.alone }] as const]
      : []),
    ...list('drill', files.library.drills),
    ['drill-method.yaml', files.library.drillMethod],
    ['taxonomy.yaml', files.library.taxonomy],
    ['metrics.yaml', files.library.metrics],
    ...list('scale', files.library.scales),
    ...list('helper', files.library.helpers),
    ...list('disagreement', files.library.disagreements),
  ];
};

type Found = { readonly path: string; readonly value: Record<string, unknown> };

/** Every object inside a thing that the test accepts, with its path in words. */
const findIn = (value: unknown, accepts: (v: Record<string, unknown>) => boolean, path = ''): readonly Found[] => {
  if (typeof value !== 'object' || value === null) return [];
  if (accepts(value as Record<string, unknown>)) return [{ path, value: value as Record<string, unknown> }];
  return Object.entries(value).flatMap(([key, v]) => {
    const id = (v as { id?: unknown } | null)?.id;
    return findIn(v, accepts, `${path}${path ? '.' : ''}${typeof id === 'string' ? id : key}`);
  });
};

const isText = (v: Record<string, unknown>): boolean => 'ja' in v && 'en' in v;
const isSource = (v: Record<string, unknown>): boolean => 'readOn' in v && 'grade' in v;

export const checkTexts: Check = (files) =>
  namedThings(files).flatMap(([at, thing]) =>
    findIn(thing, isText).flatMap(({ path, value }) =>
      (['ja', 'en'] as const).flatMap((lang): readonly Finding[] =>
        (value as Text)[lang].trim() === '' ? [{ at, check: 'missing-text', message: `${path || at}: ${lang} is missing` }] : [],
      ),
    ),
  );

/** What a source says about itself must agree: a text that was not read has no day of reading, one that was read has. */
export const checkSources: Check = (files) =>
  namedThings(files).flatMap(([at, thing]) =>
    findIn(thing, isSource).flatMap(({ value }): readonly Finding[] => {
      const { text, readOn, grade, checked } = value as unknown as Source;
      const truth = truthOf(grade);
      if (truth === 'not-read' && readOn !== null)
        return [{ at, check: 'read-on-of-unread', message: `"${text}" is graded ${grade} (not read) and yet has a day of reading` }];
      if (truth === 'read' && readOn === null)
        return [{ at, check: 'read-without-day', message: `"${text}" is graded ${grade} (read) and has no day of reading` }];
      if (checked && readOn !== null && checked.on < readOn)
        return [{ at, check: 'checked-before-read', message: `"${text}" was checked before it was read` }];
      return [];
    }),
  );
