import type { DutyKnowledge } from '../knowledge/bundle.ts';
import type { Text } from '../knowledge/text.ts';
import type { HashHex, Kept, LogName } from '../log/entry.ts';
import { foldIncident } from '../log/fold-incident.ts';
import type { Card } from '../log/fold-organisation.ts';
import type { Obligation } from '../obligations/assessment.ts';
import { type DutyStanding, standingOf } from '../obligations/duty-standing.ts';
import type { Level } from '../obligations/rule.ts';
import { type Duties, dutiesOf } from './duties.ts';

/** One duty that an answer moved. `because` is why it stands there now. */
export type Moved = {
  readonly rule: string;
  readonly label: Text;
  readonly level: Level;
  readonly from: DutyStanding;
  readonly to: DutyStanding;
  readonly because: Text;
};

/** What the program has to say after an entry: the duties that it moved. */
export type News = { readonly after: string; readonly moved: readonly Moved[] };

/** What was worked out, entry by entry, so that the next reading goes on where the log went on. */
export type NewsRun = { readonly steps: readonly Step[]; readonly news: readonly News[] };

type Stood = ReadonlyMap<string, DutyStanding>;
type Step = { readonly entry: string; readonly stood: Stood; readonly news: News | undefined };

/** Kinds that can move a duty. */
const moving: ReadonlySet<string> = new Set(['incident.reported', 'facts.recorded', 'facts.corrected', 'filing.filed', 'entry.withdrawn']);

/** The duties that count: one that is the same filing as another is told once, under the other. */
const countedOf = ({ duties }: Duties): readonly Obligation[] =>
  duties.map((d) => d.obligation).filter((o) => o.rule.mergedInto === undefined);

const stoodIn = (duties: Duties): Stood => new Map(countedOf(duties).map((o) => [o.rule.id, standingOf(o)]));

/** Duties that stand elsewhere than before, in the order of the knowledge. */
const movedSince = (before: Stood, duties: Duties): readonly Moved[] =>
  countedOf(duties).flatMap((obligation) => {
    const { rule, because } = obligation;
    const from = before.get(rule.id) ?? 'unknown';
    const to = standingOf(obligation);
    return from === to ? [] : [{ rule: rule.id, label: rule.label, level: rule.level, from, to, because }];
  });

/**
 * The records that can move a duty, each with its base moved to the last of them that its writer had seen: they fold as
 * they would within the whole log, and many notes between them cost nothing.
 */
const movingOnly = (records: readonly Kept[]): readonly Kept[] => {
  const seqOf = new Map<HashHex, number>(records.flatMap(({ link }) => (link ? [[link.chain, link.seq]] : [])));
  const kept: Kept[] = [];
  for (const record of records) {
    if (!moving.has(record.entry.kind)) continue;
    const reach = record.entry.base === null ? 0 : (seqOf.get(record.entry.base) ?? 0);
    const seen = kept.findLast((k) => k.link !== undefined && k.link.seq <= reach);
    kept.push({ ...record, entry: { ...record.entry, base: seen?.link?.chain ?? null } });
  }
  return kept;
};

/**
 * Reads what each answer of a log changed about the duties, by deciding before and after it. Nothing of it is kept in the
 * log: it is said anew from the entries. `before` is the last run on the same log and knowledge.
 */
export const readNews = (knowledge: DutyKnowledge, log: LogName, records: readonly Kept[], card?: Card, before?: NewsRun): NewsRun => {
  const kept = movingOnly(records);
  const known = before?.steps ?? [];
  const same = kept.findIndex((record, i) => known[i]?.entry !== record.entry.id);
  const steps: Step[] = known.slice(0, same < 0 ? kept.length : same);
  let stood: Stood = steps.at(-1)?.stood ?? stoodIn(dutiesOf(knowledge, foldIncident(log, []), card));
  for (let i = steps.length; i < kept.length; i++) {
    const duties = dutiesOf(knowledge, foldIncident(log, kept.slice(0, i + 1)), card);
    const entry = (kept[i] as Kept).entry.id;
    const moved = movedSince(stood, duties);
    stood = stoodIn(duties);
    steps.push({ entry, stood, news: moved.length > 0 ? { after: entry, moved } : undefined });
  }
  return { steps, news: steps.flatMap(({ news }) => (news ? [news] : [])) };
};
