import { latest, type PartRef, partsIn, type TimelineLine } from '../../../core/index.ts';
import { messages, refusals } from '../messages.ts';
import type { IncidentSetting } from '../setting.ts';
import { type EntryWords, sayEntry } from '../view/entry-words.ts';
import { nameOf } from '../view/people.ts';
import { clockOf, dayOf, sayWhen } from '../view/say-time.ts';

/** What can be done about an entry. */
export type Act = 'correct' | 'withdraw' | 'erase';

/** A remark under an entry: a correction, or why it stands as it does. */
export type Remark = { readonly id: string; readonly mark: string; readonly text: string; readonly by: string };

/** An entry as it is drawn: every word and date of it, so that drawing it needs nothing else. */
export type RowWords = EntryWords & {
  readonly who: string;
  readonly day: string;
  readonly time: string;
  /** The reader's own clock, where it shows another time. */
  readonly there: string | undefined;
  readonly pieces: readonly string[];
  /** The words that stand in place of `text`. */
  readonly corrected: string | undefined;
  readonly remarks: readonly Remark[];
  readonly acts: readonly Act[];
};

/** So many stand beside the name; more stand a line each. */
const fewDetails = 2;

/** Kinds that stay in effect whatever is said later. */
const lasting = new Set(['incident.reported', 'incident.closed', 'incident.reopened', 'part.erased', 'entry.withdrawn']);

/** The words and pictures of an entry that are on this device, with those of its corrections. */
export const heldParts = ({ record, corrections }: TimelineLine, { parts }: Pick<IncidentSetting, 'parts'>): readonly PartRef[] =>
  [record.entry.body, ...corrections.map((c) => c.value as never)].flatMap(partsIn).filter((ref) => {
    const part = parts.get(ref.part);
    return part && !('erased' in part);
  });

const actsOn = (line: TimelineLine, setting: IncidentSetting): readonly Act[] => {
  const { entry } = line.record;
  const gone = line.standing === 'withdrawn' || line.standing === 'refused' || line.standing === 'newer';
  const correctable = 'text' in entry.body || entry.kind === 'note.added' || entry.kind === 'action.done';
  return [
    ...(!gone && correctable ? (['correct'] as const) : []),
    ...(!gone && !lasting.has(entry.kind) ? (['withdraw'] as const) : []),
    ...(heldParts(line, setting).length > 0 ? (['erase'] as const) : []),
  ];
};

const explain = ({ standing, record: { entry, link } }: TimelineLine, setting: IncidentSetting): readonly Remark[] => {
  const { say, incident, wordsOf } = setting;
  const plain = (text: string): readonly Remark[] => [{ id: standing, mark: '', text, by: '' }];
  if (standing === 'refused') return plain(say(refusals[link?.refusal ?? ''] ?? messages.refusedMark));
  if (standing === 'newer') return plain(say(messages.newerSays));
  if (standing !== 'withdrawn') return [];
  const back = Object.hasOwn(incident.withdrawn, entry.id) ? incident.withdrawn[entry.id] : undefined;
  const why = wordsOf(back?.value.reason);
  const by = back ? say(messages.by(nameOf(back.actor, setting), sayWhen(back.saidAt, setting))) : '';
  return [{ id: standing, mark: say(messages.withdrawnMark), text: why ? say(messages.reason(why)) : '', by }];
};

const wordsOr = ({ wordsOf, parts, say }: IncidentSetting, ref: PartRef): string => {
  const part = parts.get(ref.part);
  return wordsOf(ref) ?? say(part && 'erased' in part ? messages.erasedWords : messages.withheldWords);
};

/** Says one entry of the timeline with everything that is drawn of it. */
export const sayRow = (line: TimelineLine, setting: IncidentSetting): RowWords => {
  const { say, wordsOf } = setting;
  const { entry, link } = line.record;
  const said = sayEntry(entry, setting);
  const who = nameOf(entry.actor, setting);
  const { time, reader } = clockOf(line.happenedAt, setting);
  const isLater = line.happenedAt !== entry.saidAt && clockOf(entry.saidAt, setting).time !== time;
  const skew = link && Math.abs(link.skewSeconds) > 120 ? [say(messages.skew(Math.round(link.skewSeconds / 60)))] : [];
  const corrected = line.corrections.findLast((c) => c.value.text)?.value.text;
  const [beside, below] = said.details.length > fewDetails ? [[], said.details] : [said.details, []];
  const later = isLater ? [say(messages.saidLater(sayWhen(entry.saidAt, setting)))] : [];
  return {
    ...said,
    who,
    day: dayOf(line.happenedAt, setting),
    time,
    there: reader,
    details: below,
    pieces: [...new Set([who, ...beside, ...later, ...skew])].filter(Boolean),
    corrected: corrected && (wordsOf(corrected) ?? say(messages.erasedWords)),
    remarks: [
      ...explain(line, setting),
      ...line.corrections.map((c) => ({
        id: c.entry,
        mark: say(messages.correctedMark),
        text: `${c.value.happenedAt ? `${say(messages.newTime)} ${sayWhen(c.value.happenedAt, setting)} ` : ''}${say(messages.reason(wordsOr(setting, c.value.reason)))}`,
        by: say(messages.by(nameOf(c.actor, setting), sayWhen(c.saidAt, setting))),
      })),
    ],
    acts: actsOn(line, setting),
  };
};

/** Everyone's name, told apart: where it changed, every row is said anew. */
export const saidNames = ({ incident, organisation, wordsOf, me }: IncidentSetting): string =>
  JSON.stringify([
    me.name,
    ...Object.entries(incident.people).map(([id, p]) => [id, wordsOf(latest(p.name)?.value)]),
    ...Object.entries(organisation?.people ?? {}).map(([id, p]) => [id, wordsOf(latest(p)?.value)]),
  ]);
