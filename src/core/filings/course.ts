import type { FactId, Known } from '../facts/fact.ts';
import type { Text } from '../knowledge/text.ts';
import { isPartRef, type Json } from '../log/entry.ts';
import type { Incident } from '../log/incident.ts';
import type { Kind } from '../log/kinds.ts';
import { own } from '../log/own.ts';
import { latest } from '../log/register.ts';
import { placeInTime } from '../log/said-at.ts';
import { timelineOf, type TimelineLine } from '../log/timeline.ts';
import { disputedFacts } from './disputed-facts.ts';
import type { DraftSetting } from './draft.ts';
import type { Form } from './form.ts';
import { contactNamed, someoneOutside, noticeTitle, stepLabel } from './labels.ts';
import { nothing, type RecordText } from './record-text.ts';
import { sayFormal, sayInLetter } from './say-values.ts';

type Line = {
  readonly at: string;
  readonly span?: Text;
  readonly text: Text;
  readonly entry?: string;
  readonly fact?: FactId;
};

const oneLine = (words: string): string => words.replace(/\s*\n+\s*/g, ' ').trim();

const both = (words: string): Text => ({ ja: words, en: words });

/** The words of an entry as they stand after corrections; undefined where there are none or they are gone. */
const wordsOfLine = ({ record, corrections }: TimelineLine, { wordsOf }: DraftSetting): string | undefined => {
  const ref: Json | undefined = corrections.findLast((c) => c.value.text !== undefined)?.value.text ?? record.entry.body.text;
  const words = isPartRef(ref) ? wordsOf(ref) : undefined;
  return words === undefined ? undefined : oneLine(words);
};

/** What a line says by itself, and the same with the words of people: those go into a report only when somebody chooses them. */
type Told = { readonly text?: Text; readonly withWords?: Text };

const reported = (line: TimelineLine, setting: DraftSetting): Told => {
  const words = wordsOfLine(line, setting);
  const text: Text = { ja: '最初の知らせがありました。', en: 'First report.' };
  return { text, ...(words && { withWords: { ja: `${text.ja}「${words}」`, en: `${text.en} "${words}"` } }) };
};

const noted = (line: TimelineLine, setting: DraftSetting): Told => {
  const words = wordsOfLine(line, setting);
  return words ? { withWords: both(words) } : {};
};

const asked = ({ record }: TimelineLine, { incident, wordsOf }: DraftSetting): Told => {
  const { place, state } = record.entry.body;
  if (state !== 'symptoms' || typeof place !== 'string') return {};
  const words = wordsOf(latest(incident.places[place]?.name)?.value);
  const told = (ja: string, en: string): Text => ({
    ja: `${ja}から、同じ症状があると知らせがありました。`,
    en: `${en} reported the same symptoms.`,
  });
  return { text: told('社内の部署', 'A department'), ...(words && { withWords: told(words, words) }) };
};

const say = (text: Text | undefined, ja: (words: string) => string, en: (words: string) => string): Told =>
  text ? { text: { ja: ja(text.ja), en: en(text.en) } } : {};

/** A filing by the name of its rule and stage. */
const filed = (obligation: string, stage: string, { knowledge }: DraftSetting): Told => {
  const rule = knowledge.base.rules.find((r) => r.id === obligation);
  const label = rule?.stages.find((s) => s.id === stage)?.label;
  return say(
    rule?.label,
    (s) => `${s}${label ? `（${label.ja}）` : ''}を提出しました。`,
    (s) => `Filed: ${s}${label ? ` (${label.en})` : ''}.`,
  );
};

const toldOf = (contact: string, setting: DraftSetting): Told => {
  const { known, byHand } = contactNamed(contact, setting);
  const told = (who: Text): Text => ({ ja: `${who.ja}へ連絡しました。`, en: `Told ${who.en}.` });
  return { text: told(known ?? someoneOutside), ...(byHand && { withWords: told(byHand) }) };
};

/** Somebody said later that it could not be done: then it is told as done by none. */
const standsAsDone = (action: string, { incident }: DraftSetting): boolean =>
  own(incident.actions, action)?.some((s) => s.value.state === 'done') ?? true;

const sayEntry = (line: TimelineLine, setting: DraftSetting): Told => {
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
      if (!standsAsDone(name('action'), setting)) return {};
      return say(
        stepLabel(name('action'), setting),
        (s) => `対応：${s}`,
        (s) => `Done: ${s}`,
      );
    case 'contact.told':
      return body.state === 'told' && body.side === 'outside' ? toldOf(name('contact'), setting) : {};
    case 'filing.filed':
      return filed(name('obligation'), name('stage'), setting);
    case 'notice.issued':
      return say(
        noticeTitle(name('form'), setting.forms),
        (s) => `「${s}」を出しました。`,
        (s) => `Issued "${s}".`,
      );
    default:
      return {};
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

/** Moments that are answered as facts stand in the course too: a span as a span, and none of two that people dispute. */
const fromFacts = ({ duties, incident, knowledge }: DraftSetting, disputed: ReadonlySet<FactId>): readonly Line[] => {
  const { facts } = duties.picture;
  const at = (fact: FactId, text: Text): readonly Line[] => {
    const def = knowledge.facts.find((d) => d.id === fact);
    const start = startOf(facts[fact]);
    const span = def && sayInLetter(facts[fact], def, incident.zone);
    return start === undefined || span === undefined || disputed.has(fact) ? [] : [{ at: start, span, text, fact }];
  };
  return [...at('occurredAt', facts.occurred === true ? happened : mayHaveHappened), ...at('knownAt', noticed)];
};

const inOrderOfTime = (lines: readonly Line[], zone: string): readonly Line[] =>
  lines.map((line) => ({ ...line, order: placeInTime(line.at, zone) })).sort((a, b) => a.order - b.order);

const sayLine = ({ at, span, text }: Line, zone: string): Text => {
  const on = span ?? sayFormal(at, zone);
  return { ja: `・${on.ja}　${text.ja}`, en: `- ${on.en}: ${text.en}` };
};

const timelines = new WeakMap<Incident, readonly TimelineLine[]>();

/** The timeline of one fold, worked out once for all fields that read it. */
const timelineFor = ({ incident, records }: DraftSetting): readonly TimelineLine[] => {
  const lines = timelines.get(incident) ?? timelineOf(incident, records);
  timelines.set(incident, lines);
  return lines;
};

type Spoken = { readonly at: string; readonly entry: string; readonly told: Told };

const spokenIn = (setting: DraftSetting, kind?: Kind): readonly Spoken[] =>
  timelineFor(setting)
    .filter((line) => counts(line) && (kind === undefined || line.record.entry.kind === kind))
    .map((line) => ({ at: line.happenedAt, entry: line.record.entry.id, told: sayEntry(line, setting) }));

/** Entries that hand in this very stage, or a later one: a report does not tell of itself. */
const handsIn = (form: Form, stage: string, { incident }: DraftSetting): ReadonlySet<string> => {
  const stages = (form.stages ?? []).map((s) => s.id);
  const filings = incident.filings.filter(
    ({ value }) => form.obligations?.includes(value.obligation) && stages.indexOf(value.stage) >= stages.indexOf(stage),
  );
  return new Set(filings.map((f) => f.entry));
};

/** The course of facts, in the order of time on the clock of the incident's zone, and the words of people that could go into it. */
export const courseOf = (form: Form, stage: string, setting: DraftSetting): RecordText => {
  const handedIn = handsIn(form, stage, setting);
  const spoken = spokenIn(setting).filter(({ entry }) => !handedIn.has(entry));
  const lines = spoken.flatMap(({ at, entry, told: { text } }): readonly Line[] => (text ? [{ at, entry, text }] : []));
  const words = spoken.flatMap(({ at, entry, told: { withWords } }): readonly Line[] =>
    withWords ? [{ at, entry, text: withWords }] : [],
  );
  const { zone } = setting.incident;
  const disputed = disputedFacts(setting.incident);
  const course = inOrderOfTime([...fromFacts(setting, disputed), ...lines], zone);
  return {
    ...nothing,
    lines: course.map((line) => sayLine(line, zone)),
    entries: course.flatMap((l) => l.entry ?? []),
    facts: course.flatMap((l) => l.fact ?? []),
    open: ['occurredAt', 'knownAt'].filter((fact) => disputed.has(fact)),
    candidates: inOrderOfTime(words, zone).flatMap((line) => (line.entry ? [{ entry: line.entry, text: sayLine(line, zone) }] : [])),
  };
};

/** Steps that were done, in the order of time. */
export const measuresOf = (setting: DraftSetting): RecordText => {
  const { zone } = setting.incident;
  const lines = spokenIn(setting, 'action.done').flatMap(({ at, entry, told: { text } }): readonly Line[] =>
    text ? [{ at, entry, text }] : [],
  );
  const sorted = inOrderOfTime(lines, zone);
  return { ...nothing, lines: sorted.map((line) => sayLine(line, zone)), entries: sorted.flatMap((l) => l.entry ?? []) };
};
