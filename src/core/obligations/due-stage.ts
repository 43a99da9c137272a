import type { Facts } from '../facts/fact.ts';
import { truthOf, type Text } from '../knowledge/text.ts';
import type { Calendar } from '../time/calendar.ts';
import { countFrom } from '../time/count.ts';
import { dayOf, type Moment, momentOf, orderOf, readMoment, writeMoment } from '../time/moment.ts';
import { lastOpenDay, sayWritten } from '../time/open-days.ts';
import { addDays } from '../time/temporal.ts';
import type { DueStage } from './assessment.ts';
import { factsOf, triOf, type Why } from './evaluate.ts';
import type { Cond, DueChoice, Stage } from './rule.ts';
import { learnedMoment, mayBeAssumed, type Noticed, type Start, startOf } from './starts.ts';

/**
 * What a stage is counted with. `why` is the evaluated rule, from which the situation's start is read; `shownIn` is the zone
 * to write instants in, where one was asked for.
 */
export type Counting = {
  readonly facts: Facts;
  readonly why: Why;
  readonly noticed: Noticed;
  readonly calendar: Calendar | undefined;
  readonly zone: string;
  readonly shownIn?: string;
};

type Dated = { readonly choice: DueChoice; readonly start: Start | undefined; readonly counted: ReturnType<typeof countFrom> };

const words: Record<string, Text> = {
  immediately: { ja: '直ちに（日数の定めなし）', en: 'Immediately (no number of days in the law)' },
  promptly: { ja: '速やかに（日数の定めなし）', en: 'Promptly (no number of days in the law)' },
  'without-delay': { ja: '遅滞なく（日数の定めなし）', en: 'Without delay (no number of days in the law)' },
  'without-undue-delay': { ja: '不当に遅れることなく（日数の定めなし）', en: 'Without undue delay (no number of days in the law)' },
  early: { ja: '早めに（日数の定めなし）', en: 'Early (no number of days)' },
  'by-contract': { ja: '契約や自社の手順の定めによる', en: 'As the contract or your own procedure says' },
  'on-request': { ja: '求められたとき', en: 'On request' },
};

const sayStart = ({ moment, assumed }: Start, { zone, noticed }: Counting, by: string): Text => {
  const at = sayWritten(writeMoment(moment, zone));
  const def = noticed.defs.get(by);
  const question = def?.question;
  if (assumed && def?.start === 'occurrence')
    return {
      ja: `起算：${at.ja}（起きた時が未回答のため、気づいた時を仮に使う。起きた時は、これより前）`,
      en: `Start: ${at.en} (when it happened was not stated; the moment it was noticed is assumed, and it happened before that)`,
    };
  if (assumed)
    return {
      ja: `起算：${at.ja}（いつかが未回答のため、最初に気づいた時を仮に使う）`,
      en: `Start: ${at.en} (not stated; the earliest moment anyone noticed is assumed)`,
    };
  if (by === 'situation')
    return { ja: `起算：${at.ja}（報告すべき事態を知った時）`, en: `Start: ${at.en} (when the reportable situation became known)` };
  return { ja: `起算：${at.ja}（${question?.ja ?? by}）`, en: `Start: ${at.en} (${question?.en ?? by})` };
};

const undatedFor = ({ choice, start }: Dated, counting: Counting): Text => {
  if (choice.convention.unit === 'none') return words[choice.convention.word] as Text;
  if (start) return { ja: '日付を出せません', en: 'No date can be given' };
  const def = counting.noticed.defs.get(choice.start);
  if (mayBeAssumed(choice.start, counting.noticed.defs))
    return { ja: 'いつ気づいたかが分かると、日付が出ます', en: 'Say when it was noticed to get the date' };
  return {
    ja: `まだ始まっていません。始まるとき：${def?.question.ja ?? choice.start}`,
    en: `Not started. It starts with: ${def?.question.en ?? choice.start}`,
  };
};

const labelOf = (cond: Cond | undefined, others: readonly DueChoice[]): Text => {
  if (cond && 'label' in cond && cond.label) return cond.label;
  const named = others.map((o) => (o.if && 'label' in o.if ? o.if.label : undefined)).find((l) => l !== undefined);
  return named ? { ja: `「${named.ja}」でないとき`, en: `If not: ${named.en}` } : { ja: 'それ以外のとき', en: 'Otherwise' };
};

const dateChoice = (choice: DueChoice, counting: Counting): Dated => {
  const found = startOf(choice.start, counting.why, counting.noticed, counting.zone);
  const start = found && counting.shownIn ? { ...found, moment: { ...found.moment, shownIn: counting.shownIn } } : found;
  return { choice, start, counted: start && countFrom(start.moment, choice.convention, counting.calendar, counting.zone) };
};

const targetOf = ({ choice, start, counted }: Dated, counting: Counting): string | null => {
  if (!choice.target || !start) return null;
  if (choice.target === 'last-open-day') return counted?.raw ? lastOpenDay(counted.raw, counting.calendar) : null;
  if (choice.target === 'open-day-before') return counted?.raw ? lastOpenDay(addDays(counted.raw, -1), counting.calendar) : null;
  return countFrom(start.moment, choice.target.convention, counting.calendar, counting.zone)?.latest ?? null;
};

/** Orders written limits; one that has no date comes last. */
const orderOfLimit = (limit: string | undefined, zone: string): number =>
  limit === undefined ? Number.POSITIVE_INFINITY : orderOf(readMoment(limit) as Moment, zone);

/** Candidates in the order of the statute up to the first that is certain; none while every `if` is no. */
const candidatesOf = (stage: Stage, facts: Facts): readonly DueChoice[] => {
  const found: DueChoice[] = [];
  for (const choice of stage.choices) {
    const holds = choice.if ? triOf(choice.if, facts) : 2;
    if (holds > 0) found.push(choice);
    if (holds === 2) break;
  }
  return found;
};

/**
 * Limits that had passed before it was learned that a longer one applies: learning of malice on day 45 does not undo that
 * day 30 went by. They stand as the earliest, the longer one as the alternative.
 */
const missedBefore = (stage: Stage, candidates: readonly DueChoice[], counting: Counting): readonly Dated[] => {
  const chosen = candidates.at(-1);
  if (!chosen?.if) return [];
  const days = [...factsOf(chosen.if)].flatMap((f) => {
    const moment = learnedMoment(f, counting.noticed);
    return moment ? [dayOf(moment, counting.zone)] : [];
  });
  const learnedOn = days.sort().at(-1);
  if (learnedOn === undefined) return [];
  const rest = stage.choices.slice(stage.choices.indexOf(chosen) + 1).map((c) => dateChoice(c, counting));
  return rest.filter((d) => d.counted !== undefined && d.counted.latest.slice(0, 10) < learnedOn);
};

/**
 * Dates one stage. While it is undecided which limit applies, the earliest candidate is the limit and the others are
 * alternatives. A limit whose text was not read is marked unconfirmed, never hidden. Undefined when no candidate is left.
 */
export const dueStage = (stage: Stage, counting: Counting): DueStage | undefined => {
  const candidates = candidatesOf(stage, counting.facts);
  const all = [...candidates.map((c) => dateChoice(c, counting)), ...missedBefore(stage, candidates, counting)];
  const ordered = [...all].sort((a, b) => orderOfLimit(a.counted?.latest, counting.zone) - orderOfLimit(b.counted?.latest, counting.zone));
  const chosen = ordered[0];
  if (!chosen) return undefined;
  const { choice, start, counted } = chosen;
  const outer = start && choice.outer && countFrom(start.moment, choice.outer.convention, counting.calendar, counting.zone);
  const started = start !== undefined;
  const filed = stage.filedBy === undefined ? undefined : momentOf(counting.facts[stage.filedBy]);
  return {
    id: stage.id,
    label: stage.label,
    closes: stage.closes,
    startsBy: choice.start,
    start: started ? writeMoment(start.moment, counting.zone) : null,
    started,
    assumed: start?.assumed ?? false,
    target: targetOf(chosen, counting),
    latest: counted?.latest ?? null,
    filed: filed ? writeMoment(filed, counting.zone) : null,
    outer: outer && choice.outer ? { latest: outer.latest, cite: choice.outer.cite } : null,
    alternatives: ordered.slice(1).map((o) => ({
      if: labelOf(
        o.choice.if,
        all.map((a) => a.choice),
      ),
      latest: o.counted?.latest ?? null,
    })),
    provisional: counted?.provisional ?? false,
    strength: truthOf(choice.grade) === 'not-read' ? 'unconfirmed' : choice.strength,
    steps: start && counted ? [sayStart(start, counting, choice.start), ...counted.steps] : [],
    undated: counted ? null : undatedFor(chosen, counting),
    cite: choice.cite,
  };
};
