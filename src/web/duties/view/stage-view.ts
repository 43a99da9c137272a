import type { DueStage, Obligation, Strength } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import { strengths } from '../../strengths.ts';
import { isNeeded } from './group-obligations.ts';
import { type Reader, sayMoment } from './say-date.ts';
import { sayTimeLeft, timeLeft } from './time-left.ts';
import { limitAt } from './zone-time.ts';

/** One stage as the right column shows it. Text only; `late` colours it. */
export type StageView = {
  readonly id: string;
  /** 「速報 目安」, with 「あるとすれば」 while open: `lead`, `label` and `word` of `strength` in one. */
  readonly name: string;
  readonly lead: string;
  readonly label: string;
  /** What kind of date it is; undefined where there is none. */
  readonly strength?: Strength;
  /** The date, or the word that stands where the law has no number. */
  readonly date: string;
  readonly moment: string | null;
  /** Time left, and the target. */
  readonly notes: readonly string[];
  readonly late: boolean;
  /** A sentence rather than a date or a word. */
  readonly wordy: boolean;
};

/** 「速やかに（日数の定めなし）」 → the word, and what is said beside it. */
export const splitAside = (text: string): readonly [string, string?] => {
  const found = /^(.{1,24}?)\s?[（(](.+)[）)]$/.exec(text);
  return found ? [found[1] as string, found[2] as string] : [text];
};

const dated = (stage: DueStage, latest: string, duty: Obligation, reader: Reader): StageView => {
  const { lang, now } = reader;
  const { zone } = duty.rule;
  const left = stage.filed === null ? timeLeft(latest, now, zone) : undefined;
  const target = stage.target === null || stage.target === latest ? null : stage.target;
  const missed = target !== null && left?.late === false && limitAt(target, zone) <= now;
  const lead = isNeeded(duty) ? '' : messages.ifApplies[lang];
  const label = stage.label[lang];
  return {
    id: stage.id,
    name: [lead, label, strengths[stage.strength][lang]].filter(Boolean).join(' '),
    lead,
    label,
    strength: stage.strength,
    date: sayMoment(latest, reader, zone),
    moment: latest,
    notes: [
      left ? sayTimeLeft(left, lang) : `${messages.filed[lang]} ${sayMoment(stage.filed as string, reader, zone)}`,
      ...(target === null || left?.late !== false
        ? []
        : [missed ? messages.targetLate[lang] : `${messages.target[lang]} ${sayMoment(target, reader, zone)}`]),
    ],
    late: left?.late === true && isNeeded(duty) && duty.rule.level !== 'voluntary',
    wordy: false,
  };
};

/** The stages that have a date or a word now. One whose clock an act starts is not shown before the act. */
export const stageViews = (duty: Obligation, reader: Reader): readonly StageView[] =>
  duty.stages.flatMap((stage, i): readonly StageView[] => {
    if (stage.latest !== null) return [dated(stage, stage.latest, duty, reader)];
    if (stage.undated === null || (!stage.started && stage.startsBy !== 'situation' && duty.stages.length > 1)) return [];
    const said = stage.undated[reader.lang];
    if (duty.stages.slice(0, i).some((before) => before.undated?.[reader.lang] === said)) return [];
    const [date, aside] = splitAside(said);
    return [
      {
        id: stage.id,
        name: stage.label[reader.lang],
        lead: '',
        label: stage.label[reader.lang],
        date,
        moment: null,
        notes: [
          ...(aside === undefined ? [] : [aside]),
          ...(stage.target !== null && stage.filed === null
            ? [`${messages.target[reader.lang]} ${sayMoment(stage.target, reader, duty.rule.zone)}`]
            : []),
        ],
        late: false,
        wordy: date.length > (reader.lang === 'ja' ? 9 : 24),
      },
    ];
  });
