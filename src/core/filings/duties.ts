import type { FactId, Known, Learned } from '../facts/fact.ts';
import { readFacts, readLearned } from '../facts/read-facts.ts';
import type { DutyKnowledge } from '../knowledge/bundle.ts';
import type { Filing, Incident, Waiver } from '../log/incident.ts';
import { pictureOf } from '../log/picture.ts';
import { withoutZone } from '../log/said-at.ts';
import { assess, type Picture } from '../obligations/assess.ts';
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

/** Filings say when a stage was filed; the facts that other stages start from follow from them, where nobody stated them. */
const withFilings = (knowledge: DutyKnowledge, picture: Picture, filings: readonly Filing[]): Picture => {
  const facts: Record<FactId, Known> = { ...picture.facts };
  for (const { value } of filings) {
    const rule = knowledge.base.rules.find((r) => r.id === value.obligation);
    const fact = rule?.stages.find((s) => s.id === value.stage)?.filedBy;
    if (fact !== undefined && facts[fact] === undefined) facts[fact] = withoutZone(value.filedAt);
  }
  return { ...picture, facts };
};

/** The place of the last recorded answer, so that a decision made before it can be told from one made after. */
const lastAnswerSeq = ({ facts }: Incident): number =>
  Math.max(0, ...Object.values(facts).flatMap((register) => register.map((s) => s.seq ?? Number.MAX_SAFE_INTEGER)));

const stageOf = (stage: DueStage, obligation: Obligation, incident: Incident, answered: number): DutyStage => {
  const filing = incident.filings.findLast(({ value }) => value.obligation === obligation.rule.id && value.stage === stage.id);
  const waiver = incident.waivers.findLast(
    ({ value }) => value.obligation === obligation.rule.id && (value.stage === undefined || value.stage === stage.id),
  );
  const filed = filing && stage.filed === null ? { ...stage, filed: withoutZone(filing.value.filedAt) } : stage;
  const waivedAt = waiver?.seq ?? Number.MAX_SAFE_INTEGER;
  return { stage: filed, ...(filing && { filing }), ...(waiver && { waiver }), waiverIsOld: waiver !== undefined && answered > waivedAt };
};

/** Every duty as it bears on this incident now: decided from the recorded answers, with what was filed and decided against. */
export const dutiesOf = (knowledge: DutyKnowledge, incident: Incident, organisation: Readonly<Record<FactId, Known>> = {}): Duties => {
  const { picture: known, ignored } = asKnownHere(knowledge, pictureOf(incident, organisation));
  const picture = withFilings(knowledge, known, incident.filings);
  const assessment = assess(knowledge, picture);
  const answered = lastAnswerSeq(incident);
  const duties = assessment.obligations.map((obligation) => ({
    obligation,
    stages: obligation.stages.map((stage) => stageOf(stage, obligation, incident, answered)),
  }));
  return { picture, assessment, duties, ignored };
};

/** Why an incident cannot be closed yet: a stage that is due, or a mandatory duty that is presumed or undecided. */
export type Blocker = { readonly obligation: string; readonly stage?: string; readonly why: 'not-filed' | 'undecided' };

const blockersOfDuty = ({ obligation, stages }: Duty): readonly Blocker[] => {
  const { rule, applies, presumed } = obligation;
  if (rule.level !== 'mandatory' || applies === 'no' || rule.mergedInto !== undefined) return [];
  const whole = stages.find((s) => s.waiver?.value.stage === undefined && s.waiver);
  if (whole) return [];
  if (applies === 'unknown' || presumed) {
    const decided =
      stages.length > 0 && stages.every(({ stage, filing, waiver }) => !stage.closes || filing || waiver || stage.filed !== null);
    return decided ? [] : [{ obligation: rule.id, why: 'undecided' }];
  }
  return stages
    .filter(({ stage, filing, waiver }) => stage.closes && stage.started && !filing && !waiver && stage.filed === null)
    .map(({ stage }) => ({ obligation: rule.id, stage: stage.id, why: 'not-filed' as const }));
};

/**
 * What stands against closing: stages that are mandatory, started and marked `closes`, neither filed nor decided against,
 * and presumed or undecided mandatory duties without such a decision. Practice incidents close freely.
 */
export const blockersOf = ({ duties }: Duties): readonly Blocker[] => duties.flatMap(blockersOfDuty);
