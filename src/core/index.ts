// The one door into the core: the domain first, then what it stands on.
export type { Answerer, FactDef, FactId, FactKind, Facts, Known, Learned } from './facts/fact.ts';
export { closeFacts } from './facts/close-facts.ts';
export { nearestTo } from './facts/nearest.ts';
export { type FactProblem, type FactsRead, readFacts, readLearned } from './facts/read-facts.ts';
export type { Tri } from './facts/tri.ts';
export type { Bundle, DutyKnowledge, Recipient } from './knowledge/bundle.ts';
export { canonicalJson } from './knowledge/canonical-json.ts';
export { type Grade, type Lang, type Source, type Text, type Truth, truthOf } from './knowledge/text.ts';
export { ask } from './obligations/ask.ts';
export { assess, type Picture } from './obligations/assess.ts';
export type { Addressee, Asked, Assessment, DueStage, Obligation } from './obligations/assessment.ts';
export { conditionOf, decide } from './obligations/decide.ts';
export { dueOf } from './obligations/due-of.ts';
export { carriers, evaluate, factsOf, inline, since, triOf, type Why } from './obligations/evaluate.ts';
export { sayKnown } from './obligations/explain.ts';
export { lawAt, turningDays } from './obligations/law-at.ts';
export { checkReceipt, type ReceiptCheck, writeReceipt } from './obligations/receipt.ts';
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
  Stage,
  Strength,
  Term,
} from './obligations/rule.ts';
export type { DirectoryEntry, FlowBox, Frame, Question, Triage } from './response/guide.ts';
export type { AnswerId, Block, Branch, BranchAnswer, Phase, PhaseId, Playbook, Rung, Step } from './response/playbook.ts';
export type { Calendar } from './time/calendar.ts';
export type { Convention, Roll } from './time/convention.ts';
export { countFrom } from './time/count.ts';
export { countedYears, type Moment, readMoment } from './time/moment.ts';
export { sayDate } from './time/open-days.ts';
