// The one door into the core: the domain first, then what it stands on.
export type { Answerer, FactDef, FactId, FactKind, Facts, Known, Learned } from './facts/fact.ts';
export { closeFacts } from './facts/close-facts.ts';
export { nearestTo } from './facts/nearest.ts';
export { type FactProblem, type FactsRead, readFacts, readLearned } from './facts/read-facts.ts';
export { type Blocker, blockersOf, dutiesOf, type Duties, type Duty, type DutyStage, isSettled } from './filings/duties.ts';
export { canonicalDraft, changedSince, type FrozenDraft, plainDraft, readFrozenDraft, wordsOfDraft } from './filings/canonical-draft.ts';
export type { DraftField, DraftGap, DraftOrigin, DraftSetting, FilingDraft } from './filings/draft.ts';
export { knowledgeFor } from './filings/knowledge-for.ts';
export { disputedFacts } from './filings/disputed-facts.ts';
export { closingQuestions } from './filings/closing-questions.ts';
export { draftOf } from './filings/draft-of.ts';
export { sayApproval, sayFiled } from './filings/speak-filing.ts';
export { contactLabel, stepLabel } from './filings/labels.ts';
export { type Moved, type News, type NewsRun, readNews } from './filings/news.ts';
export type { Form, FormField, FormLine, FormRoute, FormSaying, FormText, Settled } from './filings/form.ts';
export { headingsOf, nextIssue } from './filings/issue-notice.ts';
export { answerOfBranch, answersOfBranch, judgeNotice, wordsOfNotice } from './filings/judge-notice.ts';
export {
  branchesHold,
  fieldsOf,
  isShared,
  keyOf,
  lockedEmpty,
  nameOfNotice,
  noticeFormOf,
  type NoticeForm,
  noticeGaps,
  type NoticeGap,
  type NoticeWords,
  sayNotice,
  waiting,
} from './filings/notice.ts';
export { defang } from './filings/live-address.ts';
export { placesIn } from './filings/places.ts';
export type { Tri } from './facts/tri.ts';
export type { Bundle, DutyKnowledge, LibraryKnowledge, Recipient, ResponseKnowledge } from './knowledge/bundle.ts';
export { canonicalJson } from './knowledge/canonical-json.ts';
export { isRecord } from './knowledge/is-record.ts';
export { type Grade, type Lang, type Source, type Text, type Truth, truthOf } from './knowledge/text.ts';
export { admit, type Judge, type Refusal } from './log/admit.ts';
export { fromBase64url, toBase64url } from './log/base64url.ts';
export { checkSaying } from './log/check-saying.ts';
export { codeNameOf } from './log/code-name.ts';
export {
  type DeviceId,
  type Entry,
  type ErasedPart,
  type Hasher,
  type HashHex,
  type Head,
  isPartRef,
  type Json,
  type Kept,
  type Link,
  type Linked,
  type LogName,
  type Part,
  type PartRef,
  partsIn,
  type Signed,
  type SignedHead,
} from './log/entry.ts';
export { foldIncident } from './log/fold-incident.ts';
export { type Card, foldOrganisation, type Organisation, organisationFacts } from './log/fold-organisation.ts';
export { commitOf, contentHash, headMessage, linkNext, messageToSign, placeNext } from './log/hash.ts';
export type { Incident } from './log/incident.ts';
export { type Body, isKind, type Kind, type Saying } from './log/kinds.ts';
export { type FileHead, lineOf, partFromJson, partToJson, readLine } from './log/log-file.ts';
export { guardedKinds } from './log/guarded-kinds.ts';
export { idOfLog, isIncidentLog } from './log/log-name.ts';
export { makeEntry, makePart, type Pen } from './log/make-entry.ts';
export { isTooDeep, type EntryProblem, readEntry } from './log/read-entry.ts';
export { latest, type Register, type Stated } from './log/register.ts';
export { readSaid, withoutZone, writeSaidAt } from './log/said-at.ts';
export { type Draft, sealWords } from './log/seal-words.ts';
export { timelineOf, type TimelineLine } from './log/timeline.ts';
export { isUuid, toHex, uuidV7 } from './log/uuid.ts';
export { type Breach, type ChainState, checkNext, erasedBy, checkPart, startChain, withheldParts } from './log/verify.ts';
export { type AgreementKnowledge, agreementName } from './obligations/agreement.ts';
export { type DutyStanding, standingOf } from './obligations/duty-standing.ts';
export { ask } from './obligations/ask.ts';
export type { Delegation } from './obligations/delegation.ts';
export type { OfficeFound, OfficeList } from './obligations/office.ts';
export { assess, type Picture } from './obligations/assess.ts';
export type { Addressee, Asked, Assessment, DueStage, Obligation } from './obligations/assessment.ts';
export type { CommonForm } from './obligations/common-form.ts';
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
  LawChange,
  Level,
  PendingChange,
  RecipientChoice,
  Rel,
  Rule,
  Stage,
  Strength,
  Term,
} from './obligations/rule.ts';
export type { FirstAidCard } from './response/first-aid.ts';
export type { CaseIndex, DirectoryEntry, FlowBox, Frame, OwnContact, Question, Stakeholder, SweepLine, Triage } from './response/guide.ts';
export type { Helper, HelperQuestion, HelperTurn, SourcedDisagreement } from './response/helper.ts';
export type { LevelMeaning, Metrics, OtherScale, Taxonomy } from './response/taxonomy.ts';
export type { Drill, DrillMethod } from './readiness/drill.ts';
export type { Readiness } from './readiness/readiness.ts';
export type { Library } from './knowledge/library.ts';
export { listSteps, type PlanLine } from './response/list-steps.ts';
export { type SeverityReason, severityViewOf, suggestSeverity } from './response/severity.ts';
export { levelSet, type SeverityLevel, type SeverityScale, type SeveritySign, severityLevels } from './response/severity-scale.ts';
export { type PlaceState, recheckMinutes, type Sweep, sweepOf, type SweepPlace, type SweepRow } from './response/sweep.ts';
export { deskLabel, type ToldLine, toldLines } from './response/told.ts';
export type { AnswerId, Block, Disagreement, Branch, BranchAnswer, Phase, PhaseId, Playbook, Rung, Step } from './response/playbook.ts';
export type { Calendar } from './time/calendar.ts';
export type { Convention, Roll } from './time/convention.ts';
export { countFrom } from './time/count.ts';
export { countedYears, type Moment, orderOf, readMoment } from './time/moment.ts';
export { sayDate } from './time/open-days.ts';
