// The one door into the core: the domain first, then what it stands on.
export type { Answerer, FactDef, FactId, FactKind, Facts, Known, Learned } from './facts/fact.ts';
export { closeFacts } from './facts/close-facts.ts';
export { nearestTo } from './facts/nearest.ts';
export { type FactProblem, type FactsRead, readFacts, readLearned } from './facts/read-facts.ts';
export { testKnown } from './facts/test-known.ts';
export type { Tri } from './facts/tri.ts';
export type { Bundle, DutyKnowledge, Recipient } from './knowledge/bundle.ts';
export { type Grade, type Lang, type Source, type Text, type Truth, truthOf } from './knowledge/text.ts';
export { ask } from './obligations/ask.ts';
export { assess, type Picture } from './obligations/assess.ts';
export type { Addressee, Asked, Assessment, Difference, DueStage, Obligation, Verdict } from './obligations/assessment.ts';
export { conditionOf, type Decision, decide } from './obligations/decide.ts';
export { type DueProblem, type DueRequest, dueOf } from './obligations/due-of.ts';
export { carriers, evaluate, factsOf, inline, missingIn, since, triOf, type Why } from './obligations/evaluate.ts';
export { type Reason, sayKnown } from './obligations/explain.ts';
export { lawAt, turningDays } from './obligations/law-at.ts';
export type {
  Cond,
  DueChoice,
  Implication,
  Law,
  Level,
  PendingChange,
  RecipientChoice,
  Rel,
  Rule,
  RuleBase,
  Stage,
  Strength,
  Term,
} from './obligations/rule.ts';
export type { DirectoryEntry, FlowBox, Frame, Question, Triage } from './response/guide.ts';
export type { AnswerId, Block, Branch, BranchAnswer, Phase, PhaseId, Playbook, Rung, Step } from './response/playbook.ts';
export type { Calendar, Calendars } from './time/calendar.ts';
export type { Convention, Roll } from './time/convention.ts';
export { type Counted, countFrom } from './time/count.ts';
export { type Moment, momentOf, readMoment } from './time/moment.ts';
export { closedBy, lastOpenDay, nextOpenDay, sayDate } from './time/open-days.ts';
