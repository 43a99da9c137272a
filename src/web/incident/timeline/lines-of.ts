import { type News, partsIn, timelineOf, type TimelineLine } from '../../../core/index.ts';
import type { IncidentSetting } from '../setting.ts';
import { type Topic, wordsIn } from '../view/entry-words.ts';
import { matches } from '../../search.ts';
import { type RowWords, saidNames, sayRow } from './say-row.ts';

/** One row of the timeline: an entry of a person with what the program had to say after it. */
export type Row = {
  readonly id: string;
  readonly line: TimelineLine;
  readonly words: RowWords;
  readonly news: News | undefined;
};

/** Rows as they were last said, and for whom. */
export type SaidRows = { readonly of: ReadonlyMap<string, Row>; readonly zones: string; readonly names: string };

/** Nothing said yet. */
export const nothingSaid: SaidRows = { of: new Map(), zones: '', names: '' };

export type Filter = {
  readonly query: string;
  readonly topic: Topic | 'all';
  readonly person: string;
  readonly only: 'all' | 'decisions' | 'corrections';
};

/** Shows everything. */
export const noFilter: Filter = { query: '', topic: 'all', person: 'all', only: 'all' };

/** The parts that an entry and its corrections promise: an entry never changes, so they are looked for once. */
const promised = new WeakMap<object, readonly string[]>();
const partsOf = (body: object): readonly string[] => {
  const known = promised.get(body);
  if (known) return known;
  const found = partsIn(body as never).map((ref) => ref.part);
  promised.set(body, found);
  return found;
};

/** Some of its words are not here, or no more. */
const lacksWords = ({ record, corrections }: TimelineLine, { parts }: IncidentSetting): boolean =>
  [record.entry.body, ...corrections.map((c) => c.value)].some((body) =>
    partsOf(body).some((id) => {
      const part = parts.get(id);
      return !part || 'erased' in part;
    }),
  );

const quiet: ReadonlySet<string> = new Set(['entry.corrected', 'entry.withdrawn']);

/**
 * Rows newest first. A row is said once and stays the very object it was, so that it is not drawn again either; it is said
 * anew where its words, its standing, a name or a zone changed.
 */
export const rowsOf = (setting: IncidentSetting, before: SaidRows): { readonly rows: readonly Row[]; readonly said: SaidRows } => {
  const { incident, records, news, zone } = setting;
  const [zones, names] = [`${incident.zone} ${zone}`, saidNames(setting)];
  const old = before.zones === zones && before.names === names ? before.of : nothingSaid.of;
  const of = new Map<string, Row>();
  for (const line of timelineOf(incident, records)) {
    const { entry, link } = line.record;
    if (quiet.has(entry.kind)) continue;
    const known = old.get(entry.id);
    const same =
      known &&
      known.line.standing === line.standing &&
      known.line.happenedAt === line.happenedAt &&
      known.line.record.link?.seq === link?.seq &&
      known.line.corrections.length === line.corrections.length &&
      known.news === news.get(entry.id) &&
      !lacksWords(line, setting);
    of.set(entry.id, same ? known : { id: entry.id, line, words: sayRow(line, setting), news: news.get(entry.id) });
  }
  return { rows: [...of.values()].reverse(), said: { of, zones, names } };
};

const isCorrected = ({ line }: Row): boolean =>
  line.corrections.length > 0 || line.standing === 'withdrawn' || line.record.entry.kind === 'facts.corrected';

const textOf = (row: Row, setting: IncidentSetting): string =>
  [
    row.words.text,
    ...row.words.details,
    ...row.words.pieces,
    ...wordsIn(row.line.record.entry, setting),
    ...row.line.corrections.flatMap((c) => [setting.wordsOf(c.value.text), setting.wordsOf(c.value.reason)]),
    ...(row.news?.moved.map((m) => setting.say(m.label)) ?? []),
  ]
    .filter(Boolean)
    .join(' ');

/** The rows that a filter leaves. */
export const filterRows = (rows: readonly Row[], filter: Filter, setting: IncidentSetting): readonly Row[] =>
  filter === noFilter
    ? rows
    : rows.filter(
        (row) =>
          (filter.topic === 'all' || row.words.topic === filter.topic) &&
          (filter.person === 'all' || row.line.record.entry.actor === filter.person) &&
          (filter.only === 'all' || (filter.only === 'decisions' ? row.words.topic === 'decision' : isCorrected(row))) &&
          (filter.query.trim() === '' || matches(textOf(row, setting), filter.query)),
      );
