// The one door into the application layer: use cases over the core, and the contract they speak.
export { askNext, type NextQuestion } from './ask-next.ts';
export { assessCase } from './assess-case.ts';
export type { AssessRequest, AssessResult, ObligationResult, StageResult } from './contract/assess.ts';
export { assessResultSchema } from './contract/assess.ts';
export { type CaseList, caseListSchema, type Directory, directorySchema, type Health, healthSchema } from './contract/lists.ts';
export { type HttpProblem, httpProblemSchema, type Problem, type ProblemCode, problemCodes } from './contract/problem.ts';
export { countDue } from './count-due.ts';
export { type Explanation, explainDuty } from './explain-duty.ts';
export { findCase, listCases, listDirectory } from './list-guide.ts';
export { describeApi } from './contract/describe-api.ts';
export { makeReceipt, proveReceipt } from './keep-receipt.ts';
export { fail, type Result, succeed } from './result.ts';
export { sayProblem } from './say-problem.ts';
export { type LawShown, showLaw } from './show-law.ts';
export { type KnowledgeSummary, summariseKnowledge } from './summarise-knowledge.ts';
export type { Arrival, Batch, EntryStore, LogRead, LogSummary, StoreRefusal, Verdict } from './record/entry-store.ts';
export { openMemoryStore } from './record/memory-store.ts';
export { continueLog, erasedBy, type Lookup, placeBatch, type Placed } from './record/place-batch.ts';
