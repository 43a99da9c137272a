import type { FactId, Known, Learned } from '../facts/fact.ts';
import { readFacts, readLearned } from '../facts/read-facts.ts';
import type { DutyKnowledge } from '../knowledge/bundle.ts';
import { type Card, organisationFacts } from '../log/fold-organisation.ts';
import type { Filing, Incident, Waiver } from '../log/incident.ts';
import { own } from '../log/own.ts';
import { pictureOf } from '../log/picture.ts';
import { placeInTime, withoutZone } from '../log/said-at.ts';
import { agreementIdOf } from '../obligations/agreement.ts';
import { assess, type Picture } from '../obligations/assess.ts';
import type { Assessment, DueStage, Obligation } from '../obligations/assessment.ts';
import { isBeforeKnown, isDecided, isDone, withoutPlans } from './dated.ts';

/** A dated step with what was done about it. */
export type DutyStage = {
  readonly stage: DueStage;
  /** The filing that met it, where the record has one. */
  readonly filing?: Filing;
  /** A decision not to report, for this stage or for the whole duty. */
  readonly waiver?: Waiver;
  /** Answers, of the incident or on the organisation's card, changed after that decision: the stage is open again. */
  readonly waiverIsOld: boolean;
  /** It was filed before anyone had noticed, as the record says: it counts, and one of the two moments is wrong. */
  readonly beforeKnown: boolean;
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

/**
 * When the organisation's card last changed in a way that bears on this incident, in milliseconds: the card has a log of its
 * own, so moments are all there is to compare by. Answers of the incident stand before those of the card.
 */
const lastOnCard = ({ facts, withdrawn }: Card, incident: Incident): number => {
  const bearing = Object.entries(facts).flatMap(([fact, register]) => ((own(incident.facts, fact)?.length ?? 0) > 0 ? [] : register));
  const taken = Object.values(withdrawn).filter((s) => s.value.kind === 'organisation.described');
  return Math.max(Number.NEGATIVE_INFINITY, ...[...bearing, ...taken].map((s) => placeInTime(s.saidAt, 'UTC')));
};

/** The first filing of a stage: filing again does not move the day on which it was met. */
const filingOf = ({ filings }: Incident, obligation: string, stage: string): Filing | undefined =>
  filings.find((filing) => filing.value.obligation === obligation && filing.value.stage === stage && isDone(filing));

/** Tells whether what a decision rested on changed after it, or was not seen by whoever decided. */
const agingOf = (incident: Incident, card: Card): ((waiver: Waiver) => boolean) => {
  const answered = lastAnswered(incident);
  const onCard = lastOnCard(card, incident);
  /** An agreement that was written anew is another one. */
  const agreedAt = (obligation: string): number => {
    const register = own(card.agreements, agreementIdOf(obligation) ?? '') ?? [];
    return Math.max(Number.NEGATIVE_INFINITY, ...register.map((s) => placeInTime(s.saidAt, 'UTC')));
  };
  return ({ value, blind, order, saidAt }) =>
    blind || answered > order || Math.max(onCard, agreedAt(value.obligation)) >= placeInTime(saidAt, 'UTC');
};

type Marks = { readonly isOld: (waiver: Waiver) => boolean; readonly acts: ReadonlySet<FactId>; readonly knownAt: Known | undefined };

const stageOf = (stage: DueStage, obligation: Obligation, incident: Incident, { isOld, acts, knownAt }: Marks): DutyStage => {
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
    waiverIsOld: waiver !== undefined && isOld(waiver),
    beforeKnown: isBeforeKnown(filed.filed, knownAt, incident.zone),
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

const emptyCard: Card = { facts: {}, withdrawn: {}, agreements: {}, zone: 'Asia/Tokyo' };

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
export const dutiesOf = (knowledge: DutyKnowledge, incident: Incident, card: Card = emptyCard): Duties => {
  const { picture: known, ignored } = asKnownHere(knowledge, pictureOf(incident, organisationFacts(card)));
  const acts = new Set(knowledge.facts.flatMap((def) => (def.start === 'act' ? [def.id] : [])));
  const starts = new Set(knowledge.facts.flatMap((def) => (def.start ? [def.id] : [])));
  const picture = withFilings(knowledge, withoutPlans(starts, known, incident), incident);
  const assessment = assessOnce(knowledge, picture);
  const marks: Marks = { isOld: agingOf(incident, card), acts, knownAt: picture.facts.knownAt };
  const duties = assessment.obligations.map((obligation) => ({
    obligation,
    stages: obligation.stages.map((stage) => stageOf(stage, obligation, incident, marks)),
  }));
  return { picture, assessment, duties, ignored };
};

/** Why an incident cannot be closed yet: a stage that is due, or a mandatory duty that is presumed or undecided. */
export type Blocker = {
  readonly obligation: string;
  readonly stage?: string;
  readonly why: 'not-filed' | 'undecided' | 'undated' | 'before-known';
};

/** Met, or decided against by someone who knew the answers as they stand. */
export const isSettled = ({ stage, filing, waiver, waiverIsOld }: DutyStage): boolean =>
  filing !== undefined || stage.filed !== null || (waiver !== undefined && !waiverIsOld);

const blockersOfDuty = ({ obligation, stages }: Duty): readonly Blocker[] => {
  const { rule, applies, presumed } = obligation;
  if (rule.level !== 'mandatory' || applies === 'no' || rule.mergedInto !== undefined) return [];
  const open = stages.filter((s) => s.stage.closes && !isSettled(s));
  const early = stages
    .filter((s) => s.beforeKnown)
    .map(({ stage }) => ({ obligation: rule.id, stage: stage.id, why: 'before-known' as const }));
  if (applies === 'unknown' || presumed)
    return [...early, ...(open.length > 0 ? [{ obligation: rule.id, why: 'undecided' as const }] : [])];
  return [
    ...early,
    ...open
      .filter(({ stage, startsByAct }) => stage.started || !startsByAct)
      .map(({ stage }) => ({ obligation: rule.id, stage: stage.id, why: stage.started ? ('not-filed' as const) : ('undated' as const) })),
  ];
};

/**
 * What stands against closing: stages that are mandatory, started and marked `closes`, neither filed nor decided against,
 * and presumed or undecided mandatory duties without such a decision. A duty that applies while nobody said when it became
 * known stands against it too; so do a decision that was made before an answer changed, and a filing from before anyone knew.
 */
export const blockersOf = ({ duties }: Duties): readonly Blocker[] => duties.flatMap(blockersOfDuty);
