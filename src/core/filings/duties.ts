import type { FactId, Known, Learned } from '../facts/fact.ts';
import { readFacts, readLearned } from '../facts/read-facts.ts';
import type { DutyKnowledge } from '../knowledge/bundle.ts';
import type { Filing, Incident, Waiver } from '../log/incident.ts';
import { pictureOf } from '../log/picture.ts';
import { readSaid, withoutZone } from '../log/said-at.ts';
import { assess, type Picture } from '../obligations/assess.ts';
import { type Moment, momentOf, orderOf } from '../time/moment.ts';
import type { Assessment, DueStage, Obligation } from '../obligations/assessment.ts';

/** A dated step with what was done about it. */
export type DutyStage = {
  readonly stage: DueStage;
  /** The filing that met it, where the record has one. */
  readonly filing?: Filing;
  /** A decision not to report, for this stage or for the whole duty. */
  readonly waiver?: Waiver;
  /** Answers were recorded after that decision was made: it should be looked at again. */
  readonly waiverIsOld: boolean;
  /** An act that has not happened starts it, so it may rightly be without a date. */
  readonly startsByAct: boolean;
};

export type Duty = { readonly obligation: Obligation; readonly stages: readonly DutyStage[] };

export type Duties = {
  readonly picture: Picture;
  readonly assessment: Assessment;
  readonly duties: readonly Duty[];
  /** Recorded names and values that this knowledge lacks: read as not known. */
  readonly ignored: readonly string[];
};

/** A log outlives the knowledge it was written with, so what the catalogue lacks is not known, and never "no". */
const asKnownHere = (
  knowledge: DutyKnowledge,
  { facts, learned = {} as Learned, parked = [] }: Picture,
): { readonly picture: Picture; readonly ignored: readonly string[] } => {
  const read = readFacts(knowledge.facts, facts, { lenient: true });
  const times = readLearned(knowledge.facts, learned, { lenient: true });
  return { picture: { facts: read.facts, learned: times.learned, parked }, ignored: [...read.ignored, ...times.ignored] };
};

const factKinds: ReadonlySet<string> = new Set(['incident.reported', 'facts.recorded', 'facts.corrected']);

/** The place of the last change of an answer, taking back included, so that a decision made before it can be told. */
const lastAnswered = ({ facts, withdrawn }: Incident): number =>
  Math.max(
    -1,
    ...Object.values(facts).flatMap((register) => register.map((s) => s.order)),
    ...Object.values(withdrawn).flatMap((s) => (factKinds.has(s.value.kind) ? [s.order] : [])),
  );

const dayMs = 86_400_000;

/** What names a day after it was said is only planned. */
const isPast = (moment: Moment, saidAt: string): boolean => {
  const said = readSaid(saidAt);
  return said !== undefined && orderOf(moment, 'Etc/GMT-14') <= orderOf(said.moment, 'UTC') + dayMs;
};

const isDone = ({ value, saidAt }: Filing): boolean => {
  const filed = readSaid(value.filedAt);
  return filed !== undefined && isPast(filed.moment, saidAt);
};

/** An act (a report was filed, …) that somebody dated ahead is a plan too: as a fact it has not happened. */
const withoutPlans = (acts: ReadonlySet<FactId>, picture: Picture, { facts }: Incident): Picture => {
  const isPlan = (fact: FactId, known: Known): boolean => {
    const moment = acts.has(fact) ? momentOf(known) : undefined;
    const said = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
    return moment !== undefined && said !== undefined && !said.some((s) => isPast(moment, s.saidAt));
  };
  return { ...picture, facts: Object.fromEntries(Object.entries(picture.facts).filter(([fact, known]) => !isPlan(fact, known))) };
};

/** The first filing of a stage: filing again does not move the day on which it was met. */
const filingOf = ({ filings }: Incident, obligation: string, stage: string): Filing | undefined =>
  filings.find((filing) => filing.value.obligation === obligation && filing.value.stage === stage && isDone(filing));

/** A decision dated after it was said is only planned. */
const isDecided = ({ value, saidAt }: Waiver): boolean => {
  const decided = readSaid(value.decidedOn);
  return decided !== undefined && isPast(decided.moment, saidAt);
};

const stageOf = (stage: DueStage, obligation: Obligation, incident: Incident, answered: number, acts: ReadonlySet<FactId>): DutyStage => {
  const filing = filingOf(incident, obligation.rule.id, stage.id);
  const waiver = incident.waivers.findLast(
    (one) =>
      isDecided(one) && one.value.obligation === obligation.rule.id && (one.value.stage === undefined || one.value.stage === stage.id),
  );
  const filed = filing && stage.filed === null ? { ...stage, filed: withoutZone(filing.value.filedAt) } : stage;
  return {
    stage: filed,
    ...(filing && { filing }),
    ...(waiver && { waiver }),
    waiverIsOld: waiver !== undefined && (waiver.blind || answered > waiver.order),
    startsByAct: acts.has(stage.startsBy),
  };
};

/** Filings say when a stage was filed; the facts that other stages start from follow from them, where nobody stated them. */
const withFilings = (knowledge: DutyKnowledge, picture: Picture, incident: Incident): Picture => {
  const facts: Record<FactId, Known> = { ...picture.facts };
  for (const rule of incident.filings.length > 0 ? knowledge.base.rules : [])
    for (const stage of rule.stages) {
      const filing = stage.filedBy === undefined ? undefined : filingOf(incident, rule.id, stage.id);
      if (filing && stage.filedBy !== undefined && facts[stage.filedBy] === undefined)
        facts[stage.filedBy] = withoutZone(filing.value.filedAt);
    }
  return { ...picture, facts };
};

const assessed = new WeakMap<DutyKnowledge, { readonly picture: string; readonly assessment: Assessment }>();

/** Most entries change no answer: the last assessment stands as long as the picture is the same. */
const assessOnce = (knowledge: DutyKnowledge, picture: Picture): Assessment => {
  const key = JSON.stringify(picture);
  const last = assessed.get(knowledge);
  if (last?.picture === key) return last.assessment;
  const assessment = assess(knowledge, picture);
  assessed.set(knowledge, { picture: key, assessment });
  return assessment;
};

/** Every duty as it bears on this incident now: decided from the recorded answers, with what was filed and decided against. */
export const dutiesOf = (knowledge: DutyKnowledge, incident: Incident, organisation: Readonly<Record<FactId, Known>> = {}): Duties => {
  const { picture: known, ignored } = asKnownHere(knowledge, pictureOf(incident, organisation));
  const acts = new Set(knowledge.facts.flatMap((def) => (def.start === 'act' ? [def.id] : [])));
  const picture = withFilings(knowledge, withoutPlans(acts, known, incident), incident);
  const assessment = assessOnce(knowledge, picture);
  const answered = lastAnswered(incident);
  const duties = assessment.obligations.map((obligation) => ({
    obligation,
    stages: obligation.stages.map((stage) => stageOf(stage, obligation, incident, answered, acts)),
  }));
  return { picture, assessment, duties, ignored };
};

/** Why an incident cannot be closed yet: a stage that is due, or a mandatory duty that is presumed or undecided. */
export type Blocker = { readonly obligation: string; readonly stage?: string; readonly why: 'not-filed' | 'undecided' | 'undated' };

/** Met, or decided against by someone who knew the answers as they stand. */
export const isSettled = ({ stage, filing, waiver, waiverIsOld }: DutyStage): boolean =>
  filing !== undefined || stage.filed !== null || (waiver !== undefined && !waiverIsOld);

const blockersOfDuty = ({ obligation, stages }: Duty): readonly Blocker[] => {
  const { rule, applies, presumed } = obligation;
  if (rule.level !== 'mandatory' || applies === 'no' || rule.mergedInto !== undefined) return [];
  const open = stages.filter((s) => s.stage.closes && !isSettled(s));
  if (applies === 'unknown' || presumed) return open.length > 0 ? [{ obligation: rule.id, why: 'undecided' }] : [];
  return open
    .filter(({ stage, startsByAct }) => stage.started || !startsByAct)
    .map(({ stage }) => ({ obligation: rule.id, stage: stage.id, why: stage.started ? ('not-filed' as const) : ('undated' as const) }));
};

/**
 * What stands against closing: stages that are mandatory, started and marked `closes`, neither filed nor decided against,
 * and presumed or undecided mandatory duties without such a decision. A duty that applies while nobody said when it became
 * known stands against it too; so does a decision that was made before an answer changed.
 */
export const blockersOf = ({ duties }: Duties): readonly Blocker[] => duties.flatMap(blockersOfDuty);
