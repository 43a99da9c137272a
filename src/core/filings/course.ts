import type { FactId, Known } from '../facts/fact.ts';
import type { Text } from '../knowledge/text.ts';
import { isPartRef, type Json } from '../log/entry.ts';
import type { Incident } from '../log/incident.ts';
import { own } from '../log/own.ts';
import { latest } from '../log/register.ts';
import { placeInTime } from '../log/said-at.ts';
import { timelineOf, type TimelineLine } from '../log/timeline.ts';
import { disputedFacts } from './disputed-facts.ts';
import type { DraftSetting } from './draft.ts';
import type { Form } from './form.ts';
import { contactLabel, noticeTitle, stepLabel } from './labels.ts';
import type { RecordText } from './record-text.ts';
import { sayFormal, sayInLetter } from './say-values.ts';

type Line = {
  readonly at: string;
  readonly span?: Text;
  readonly text: Text;
  readonly entry?: string;
  readonly fact?: FactId;
  readonly wordless?: true;
};

const oneLine = (words: string): string => words.replace(/\s*\n+\s*/g, ' ').trim();

const both = (words: string): Text => ({ ja: words, en: words });

/** The words of an entry as they stand after corrections; undefined where there are none, null where they are gone. */
const wordsOfLine = ({ record, corrections }: TimelineLine, { wordsOf }: DraftSetting): string | null | undefined => {
  const ref: Json | undefined = corrections.findLast((c) => c.value.text !== undefined)?.value.text ?? record.entry.body.text;
  if (!isPartRef(ref)) return undefined;
  const words = wordsOf(ref);
  return words === undefined ? null : oneLine(words);
};

const reported = (line: TimelineLine, setting: DraftSetting): readonly Pick<Line, 'text' | 'wordless'>[] => {
  const words = wordsOfLine(line, setting);
  const quoted: Text = words ? { ja: `「${words}」`, en: ` "${words}"` } : both('');
  const text: Text = { ja: `最初の知らせがありました。${quoted.ja}`, en: `First report.${quoted.en}` };
  return [{ text, ...(words === null && { wordless: true as const }) }];
};

/** Notes speak in a report only where someone said when the thing happened: the rest is talk among those who respond. */
const noted = (line: TimelineLine, setting: DraftSetting): readonly Pick<Line, 'text' | 'wordless'>[] => {
  const dated = line.record.entry.body.happenedAt !== undefined || line.corrections.some((c) => c.value.happenedAt !== undefined);
  const words = dated ? wordsOfLine(line, setting) : undefined;
  return words ? [{ text: both(words) }] : [];
};

const asked = ({ record }: TimelineLine, { incident, wordsOf }: DraftSetting): readonly Pick<Line, 'text'>[] => {
  const { place, state } = record.entry.body;
  if (state !== 'symptoms' || typeof place !== 'string') return [];
  const words = wordsOf(latest(incident.places[place]?.name)?.value);
  if (words === undefined) return [];
  return [{ text: { ja: `${words}から、同じ症状があると知らせがありました。`, en: `${words} reported the same symptoms.` } }];
};

const say = (text: Text | undefined, ja: (words: string) => string, en: (words: string) => string): readonly Pick<Line, 'text'>[] =>
  text ? [{ text: { ja: ja(text.ja), en: en(text.en) } }] : [];

/** A filing by the name of its rule and stage. */
const filed = (obligation: string, stage: string, { knowledge }: DraftSetting): readonly Pick<Line, 'text'>[] => {
  const rule = knowledge.base.rules.find((r) => r.id === obligation);
  const label = rule?.stages.find((s) => s.id === stage)?.label;
  return say(
    rule?.label,
    (s) => `${s}${label ? `（${label.ja}）` : ''}を提出しました。`,
    (s) => `Filed: ${s}${label ? ` (${label.en})` : ''}.`,
  );
};

/** Somebody said later that it could not be done: then it is told as done by none. */
const standsAsDone = (action: string, { incident }: DraftSetting): boolean =>
  own(incident.actions, action)?.some((s) => s.value.state === 'done') ?? true;

const sayEntry = (line: TimelineLine, setting: DraftSetting): readonly Pick<Line, 'text' | 'wordless'>[] => {
  const { kind, body } = line.record.entry;
  const name = (field: string): string => (typeof body[field] === 'string' ? body[field] : '');
  switch (kind) {
    case 'incident.reported':
      return reported(line, setting);
    case 'note.added':
      return noted(line, setting);
    case 'place.asked':
      return asked(line, setting);
    case 'action.done':
      if (!standsAsDone(name('action'), setting)) return [];
      return say(
        stepLabel(name('action'), setting),
        (s) => `対応：${s}`,
        (s) => `Done: ${s}`,
      );
    case 'contact.told':
      return body.state === 'told' && body.side === 'outside'
        ? say(
            contactLabel(name('contact'), setting),
            (s) => `${s}へ連絡しました。`,
            (s) => `Told ${s}.`,
          )
        : [];
    case 'filing.filed':
      return filed(name('obligation'), name('stage'), setting);
    case 'notice.issued':
      return say(
        noticeTitle(name('form'), setting.forms),
        (s) => `「${s}」を出しました。`,
        (s) => `Issued "${s}".`,
      );
    default:
      return [];
  }
};

const counts = ({ standing }: TimelineLine): boolean => standing === 'shared' || standing === 'waiting';

/** Where a moment or a span stands in the order of time: a span stands where it begins. */
const startOf = (known: Known | undefined): string | undefined => {
  if (typeof known === 'string') return known;
  if (typeof known !== 'object' || Array.isArray(known) || !('after' in known || 'before' in known)) return undefined;
  return known.after ?? known.before;
};

const happened: Text = { ja: '発生しました。', en: 'It happened.' };
/** Until someone confirmed that it happened, only this is said of the time that was given for it. */
const mayHaveHappened: Text = { ja: '発生した、またはそのおそれがある時です。', en: 'It happened, or may have happened.' };
const noticed: Text = { ja: '最初に気づきました。', en: 'It was first noticed.' };

/** Moments that are answered as facts stand in the course too: a span as a span, and none of two that people quarrel about. */
const fromFacts = ({ duties, incident, knowledge }: DraftSetting, quarrels: ReadonlySet<FactId>): readonly Line[] => {
  const { facts } = duties.picture;
  const at = (fact: FactId, text: Text): readonly Line[] => {
    const def = knowledge.facts.find((d) => d.id === fact);
    const start = startOf(facts[fact]);
    const span = def && sayInLetter(facts[fact], def, incident.zone);
    return start === undefined || span === undefined || quarrels.has(fact) ? [] : [{ at: start, span, text, fact }];
  };
  return [...at('occurredAt', facts.occurred === true ? happened : mayHaveHappened), ...at('knownAt', noticed)];
};

const gather = (lines: readonly Line[], zone: string): RecordText => {
  const placed = lines.map((line) => ({ ...line, order: placeInTime(line.at, zone) }));
  const sorted = placed.sort((a, b) => a.order - b.order);
  const texts = sorted.map(({ at, span, text }): Text => {
    const on = span ?? sayFormal(at, zone);
    return { ja: `・${on.ja}　${text.ja}`, en: `- ${on.en}: ${text.en}` };
  });
  return {
    lines: texts,
    entries: sorted.flatMap((l) => l.entry ?? []),
    facts: sorted.flatMap((l) => l.fact ?? []),
    open: [],
    wordless: sorted.some((l) => l.wordless),
  };
};

const timelines = new WeakMap<Incident, readonly TimelineLine[]>();

/** The timeline of one fold, worked out once for all fields that read it. */
const timelineFor = ({ incident, records }: DraftSetting): readonly TimelineLine[] => {
  const lines = timelines.get(incident) ?? timelineOf(incident, records);
  timelines.set(incident, lines);
  return lines;
};

const linesOf = (setting: DraftSetting, kinds?: ReadonlySet<string>): readonly Line[] =>
  timelineFor(setting)
    .filter((line) => counts(line) && (!kinds || kinds.has(line.record.entry.kind)))
    .flatMap((line) => sayEntry(line, setting).map((said) => ({ ...said, at: line.happenedAt, entry: line.record.entry.id })));

/** Entries that hand in this very stage, or a later one: a report does not tell of itself. */
const handsIn = (form: Form, stage: string, { incident }: DraftSetting): ReadonlySet<string> => {
  const stages = (form.stages ?? []).map((s) => s.id);
  const filings = incident.filings.filter(
    ({ value }) => form.obligations?.includes(value.obligation) && stages.indexOf(value.stage) >= stages.indexOf(stage),
  );
  return new Set(filings.map((f) => f.entry));
};

/** The course of facts, in the order of time on the clock of the incident's zone. */
export const courseOf = (form: Form, stage: string, setting: DraftSetting): RecordText => {
  const handedIn = handsIn(form, stage, setting);
  const lines = linesOf(setting).filter((line) => line.entry === undefined || !handedIn.has(line.entry));
  const quarrels = disputedFacts(setting.incident);
  const course = gather([...fromFacts(setting, quarrels), ...lines], setting.incident.zone);
  return { ...course, open: ['occurredAt', 'knownAt'].filter((fact) => quarrels.has(fact)) };
};

/** What was done, in the order of time. */
export const measuresOf = (setting: DraftSetting): RecordText => gather(linesOf(setting, new Set(['action.done'])), setting.incident.zone);
