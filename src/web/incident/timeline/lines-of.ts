import { type News, partsIn, timelineOf, type TimelineLine } from '../../../core/index.ts';
import type { IncidentSetting } from '../setting.ts';
import { type EntryWords, sayEntry, type Topic, wordsIn } from '../view/entry-words.ts';
import { nameOf } from '../view/people.ts';
import { matches } from '../../search.ts';

/** One row of the timeline: an entry of a person with what the program had to say after it. */
export type Row = {
  readonly id: string;
  readonly line: TimelineLine;
  readonly words: EntryWords;
  readonly who: string;
  readonly news: News | undefined;
};

export type Filter = {
  readonly query: string;
  readonly topic: Topic | 'all';
  readonly person: string;
  readonly only: 'all' | 'decisions' | 'corrections';
};

/** Shows everything. */
export const noFilter: Filter = { query: '', topic: 'all', person: 'all', only: 'all' };

/** Rows newest first. What an entry says is worked out once, and again only where its words or its standing changed. */
export const rowsOf = (setting: IncidentSetting, before: ReadonlyMap<string, Row>): readonly Row[] => {
  const { incident, records, news, parts } = setting;
  const rows = timelineOf(incident, records).map((line): Row => {
    const { entry, link } = line.record;
    const old = before.get(entry.id);
    const gone = partsIn(entry.body).some((ref) => {
      const part = parts.get(ref.part);
      return !part || 'erased' in part;
    });
    const same =
      old &&
      !gone &&
      old.line.standing === line.standing &&
      old.line.happenedAt === line.happenedAt &&
      old.line.record.link?.seq === link?.seq &&
      old.line.corrections.length === line.corrections.length &&
      old.news === news.get(entry.id) &&
      old.who === nameOf(entry.actor, setting);
    return same
      ? old
      : { id: entry.id, line, words: sayEntry(entry, setting), who: nameOf(entry.actor, setting), news: news.get(entry.id) };
  });
  return rows.filter(({ line }) => line.record.entry.kind !== 'entry.corrected' && line.record.entry.kind !== 'entry.withdrawn').reverse();
};

const isCorrected = ({ line }: Row): boolean =>
  line.corrections.length > 0 || line.standing === 'withdrawn' || line.record.entry.kind === 'facts.corrected';

const textOf = (row: Row, setting: IncidentSetting): string =>
  [
    row.words.text,
    ...row.words.details,
    row.who,
    ...wordsIn(row.line.record.entry, setting),
    ...row.line.corrections.flatMap((c) => [setting.wordsOf(c.value.text), setting.wordsOf(c.value.reason)]),
    ...(row.news?.moved.map((m) => setting.say(m.label)) ?? []),
  ]
    .filter(Boolean)
    .join(' ');

/** The rows that a filter leaves. */
export const filterRows = (rows: readonly Row[], filter: Filter, setting: IncidentSetting): readonly Row[] =>
  rows.filter(
    (row) =>
      (filter.topic === 'all' || row.words.topic === filter.topic) &&
      (filter.person === 'all' || row.line.record.entry.actor === filter.person) &&
      (filter.only === 'all' || (filter.only === 'decisions' ? row.words.topic === 'decision' : isCorrected(row))) &&
      (filter.query.trim() === '' || matches(textOf(row, setting), filter.query)),
  );
