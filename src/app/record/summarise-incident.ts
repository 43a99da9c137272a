import {
  type Card,
  codeNameOf,
  type DutyKnowledge,
  type DutyStage,
  idOfLog,
  isSettled,
  dutiesOf,
  type Duty,
  foldIncident,
  type Incident,
  type Kept,
  knowledgeFor,
  latest,
  levelSet,
  type LogName,
  orderOf,
  readMoment,
} from '../../core/index.ts';
import type { DeadlineLine, DutyLine, IncidentLine, IncidentView } from '../contract/record.ts';

/** What can be said of an incident without its words, computed from its log: for lists, for deadlines, for other programs. */
export type Summary = {
  readonly line: IncidentLine;
  readonly view: IncidentView;
  /** Dated stages that are not met, each with the millisecond at which it ends. */
  readonly deadlines: readonly { readonly dueAt: number; readonly line: DeadlineLine }[];
};

const dayMs = 86_400_000;

/** A day ends at 24:00 in the zone of its rule. */
const endOf = (limit: string, zone: string): number => {
  const moment = readMoment(limit);
  if (!moment) return Number.MAX_SAFE_INTEGER;
  if (moment.timed) return orderOf(moment, zone);
  const next = readMoment(new Date(Date.parse(`${limit}T00:00:00Z`) + dayMs).toISOString().slice(0, 10));
  return next ? orderOf(next, zone) : Number.MAX_SAFE_INTEGER;
};

/** Neither met nor decided against by someone who knew the answers as they stand. */
const stageLine = ({ stage, filing, waiver, waiverIsOld, beforeKnown }: DutyStage) => ({
  id: stage.id,
  label: stage.label,
  start: stage.start,
  started: stage.started,
  ...(stage.assumed && { assumed: true as const }),
  target: stage.target,
  latest: stage.latest,
  ...(stage.filed !== null && { filed: stage.filed }),
  ...(filing && { filing: filing.entry }),
  ...(waiver && { waiver: waiver.entry }),
  ...(waiverIsOld && { waiverIsOld: true as const }),
  ...(beforeKnown && { beforeKnown: true as const }),
  ...(stage.provisional && { provisional: true as const }),
  strength: stage.strength,
});

const dutyLine = ({ obligation: o, stages }: Duty): DutyLine => ({
  id: o.rule.id,
  applies: o.applies,
  ...(o.presumed && { presumed: true as const }),
  level: o.rule.level,
  ...(o.applies === 'yes' || o.presumed || stages.some((s) => s.filing || s.waiver)
    ? { label: o.rule.label, recipients: o.recipients.map(({ id, label }) => ({ id, label })), stages: stages.map(stageLine) }
    : {}),
  ...(o.missing.length > 0 && { missing: [...o.missing] }),
});

type Deadlines = Summary['deadlines'];

const datedStages = (id: string, duties: readonly Duty[]): Deadlines =>
  duties
    .filter(({ obligation: o }) => o.rule.mergedInto === undefined)
    .flatMap(({ obligation: o, stages }) =>
      stages.flatMap((s) =>
        !isSettled(s) && s.stage.latest !== null
          ? [
              {
                dueAt: endOf(s.stage.latest, o.rule.zone),
                line: {
                  incident: id,
                  duty: o.rule.id,
                  label: o.rule.label,
                  stage: s.stage.id,
                  stageLabel: s.stage.label,
                  ...(o.presumed && { presumed: true as const }),
                  target: s.stage.target,
                  latest: s.stage.latest,
                  zone: o.rule.zone,
                },
              },
            ]
          : [],
      ),
    )
    .sort((a, b) => a.dueAt - b.dueAt);

const isNeeded = ({ obligation: o }: Duty): boolean => o.applies === 'yes' || o.presumed;

/** The date that the incident itself shows while nothing dated is settled: of what is not decided yet and not a mere advice. */
const mayDueOf = (id: string, duties: readonly Duty[]): DeadlineLine | undefined => {
  const open = duties.filter((d) => d.obligation.applies === 'unknown' && !isNeeded(d) && d.obligation.rule.level !== 'voluntary');
  const nextAt = ({ target, latest: limit, zone }: DeadlineLine): number => endOf(target ?? limit, zone);
  return datedStages(id, open)
    .map(({ line }) => line)
    .sort((a, b) => nextAt(a) - nextAt(b))[0];
};

const lineOf = (incident: Incident, deadlines: Deadlines, mayDue: DeadlineLine | undefined): IncidentLine => {
  const id = idOfLog(incident.log);
  const name = latest(incident.name)?.value;
  const severity = levelSet(incident.severity)?.value.level;
  const known = latest(incident.facts.knownAt)?.value.value;
  return {
    id,
    log: incident.log,
    seq: incident.seq,
    codeName: codeNameOf(id),
    ...(name && { name: name.part }),
    state: incident.state,
    ...(incident.drill && { drill: true as const }),
    ...(severity !== undefined && { severity }),
    zone: incident.zone,
    ...(incident.report && { reportedAt: incident.report.saidAt }),
    ...(typeof known === 'string' && { noticedAt: known }),
    playbooks: [...incident.playbooks],
    due: deadlines.slice(0, 5).map(({ line }) => line),
    dueCount: deadlines.length,
    ...(mayDue && { mayDue }),
  };
};

/** Computes everything of one incident that a list, the deadlines and other programs ask for. Holds no words of people. */
export const summariseIncident = (knowledge: DutyKnowledge, card: Card | undefined, log: LogName, records: readonly Kept[]): Summary => {
  const incident = foldIncident(log, records);
  // The party of an agreement is named by its kind: a summary holds no words.
  const { duties, assessment } = dutiesOf(knowledgeFor(knowledge, card), incident, card);
  const id = idOfLog(log);
  // A closed incident keeps its dates: an answer may have come after the closing.
  const deadlines = datedStages(id, duties.filter(isNeeded));
  return {
    line: lineOf(incident, deadlines, mayDueOf(id, duties)),
    view: {
      id,
      log,
      codeName: codeNameOf(id),
      bundle: { version: knowledge.version, hash: knowledge.hash },
      incident,
      duties: duties.filter(({ obligation: o, stages }) => o.applies !== 'no' || stages.some((s) => s.filing || s.waiver)).map(dutyLine),
      questions: assessment.questions.slice(0, 10).map(({ fact }) => fact),
    },
    deadlines,
  };
};
