import type { Bundle, Rule, Source } from '../core/index.ts';

/** The tables that the knowledge can be taken out as. */
export const tableParts = ['rules', 'facts', 'sources', 'offices', 'changes'] as const;

export type TablePart = (typeof tableParts)[number];

export type Table = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

const sayConvention = (choice: Rule['stages'][number]['choices'][number]): string =>
  Object.entries(choice.convention)
    .map(([key, value]) => `${key}=${String(value)}`)
    .join(' ');

const rules = ({ base, recipients }: Bundle): Table => ({
  head: [
    'rule',
    'ja',
    'en',
    'level',
    'cite',
    'from',
    'until',
    'recipients',
    'stage',
    'start',
    'counting',
    'strength',
    'stage_cite',
    'grade',
  ],
  rows: base.rules.flatMap((r) =>
    r.stages.flatMap((s) =>
      s.choices.map((c) => [
        r.id,
        r.label.ja,
        r.label.en,
        r.level,
        r.cite,
        r.from,
        r.until ?? '',
        [...new Set(r.recipients.map((x) => recipients.find(({ id }) => id === x.to)?.label.ja ?? x.to))].join(' / '),
        s.id,
        c.start,
        sayConvention(c),
        c.strength,
        c.cite,
        c.grade,
      ]),
    ),
  ),
});

const facts = ({ facts: defs }: Bundle): Table => ({
  head: ['fact', 'kind', 'ja', 'en', 'who', 'effort', 'group', 'profile', 'reserved', 'values', 'cite'],
  rows: defs.map((d) => [
    d.id,
    d.kind,
    d.question.ja,
    d.question.en,
    d.who,
    String(d.effort),
    d.group,
    d.profile ? 'yes' : '',
    d.reserved ? 'yes' : '',
    (d.values ?? []).map((v) => `${v.id}=${v.label.ja}`).join(' / '),
    d.cite ?? '',
  ]),
});

const sourceRow = (of: string, { text, url, edition, readOn, checked, grade }: Source): readonly string[] => [
  of,
  text,
  url ?? '',
  edition ?? '',
  grade,
  readOn ?? '',
  checked ? `${checked.on} ${checked.by}` : '',
];

const sources = ({ base, changes, delegations, offices, playbooks, blocks, questions, forms, directory, library }: Bundle): Table => ({
  head: ['of', 'text', 'url', 'edition', 'grade', 'read_on', 'opened'],
  rows: [
    ...[...base.rules, ...base.pending, ...changes, ...playbooks, ...blocks, ...questions, ...forms].flatMap((x) =>
      x.sources.map((s) => sourceRow(x.id, s)),
    ),
    ...delegations.flatMap((d) => [d.kept.source, d.check.source, ...d.trades.map((t) => t.source)].map((s) => sourceRow(d.id, s))),
    ...offices.flatMap((o) => [o.areas, o.national.source, ...o.offices.flatMap((x) => x.page ?? [])].map((s) => sourceRow(o.id, s))),
    ...directory.map((d) => sourceRow(d.id, d.source)),
    ...[...library.readiness.checks, ...library.readiness.yardsticks, ...library.drills, ...library.scales, ...library.helpers].flatMap(
      (x) => x.sources.map((s) => sourceRow(x.id, s)),
    ),
    ...library.disagreements.flatMap((d) => d.positions.map((p) => sourceRow(d.id, p.source))),
  ],
});

const offices = (bundle: Bundle): Table => ({
  head: ['list', 'office', 'ja', 'en', 'prefecture', 'page', 'page_read_on', 'areas_grade'],
  rows: bundle.offices.flatMap((list) =>
    list.offices.flatMap((o) =>
      o.serves.map((place) => [list.id, o.id, o.label.ja, o.label.en, place, o.page?.url ?? '', o.page?.readOn ?? '', list.areas.grade]),
    ),
  ),
});

const changes = (bundle: Bundle): Table => ({
  head: ['change', 'from', 'in_force', 'ja', 'en', 'rules'],
  rows: [
    ...bundle.changes.map((c) => [c.id, c.from, 'yes', c.label.ja, c.label.en, c.moves.flatMap((m) => m.rules).join(' ')]),
    ...bundle.base.pending.map((p) => [p.id, p.from ?? '', 'no', p.label.ja, p.label.en, p.touches.join(' ')]),
  ],
});

const makers: Readonly<Record<TablePart, (bundle: Bundle) => Table>> = { rules, facts, sources, offices, changes };

/** One part of the knowledge as a table of words: one row for each limit, fact, source, office and prefecture, or change. */
export const tabulateKnowledge = (bundle: Bundle, part: TablePart): Table => makers[part](bundle);
