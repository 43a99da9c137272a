import type { Addressee, Assessment, DueStage, Obligation } from '../core/index.ts';
import type { AssessResult, ObligationResult, StageResult } from './contract/assess.ts';
import { isPast } from './is-past.ts';

/** What a stage and a bare due date have in common: left out are flags that are not set. */
export const shapeDates = (due: DueStage) => ({
  start: due.start,
  started: due.started,
  target: due.target,
  latest: due.latest,
  ...(due.outer && { outer: due.outer.latest, outerCite: due.outer.cite }),
  ...(due.alternatives.length > 0 && { alternatives: [...due.alternatives] }),
  ...(due.provisional && { provisional: true as const }),
  ...(due.undated && { undated: due.undated }),
  strength: due.strength,
  steps: [...due.steps],
  cite: due.cite,
});

const shapeStage = (due: DueStage, zone: string, at: string): StageResult => ({
  id: due.id,
  label: due.label,
  ...shapeDates(due),
  ...(due.assumed && { assumed: true }),
  ...(due.filed !== null && { filed: due.filed }),
  ...(due.latest !== null && due.filed === null && isPast(due.latest, at, zone) && { overdue: true as const }),
});

const shapeAddressee = ({ id, label, why, certain, check, sources, office }: Addressee): ObligationResult['recipients'][number] => ({
  id,
  label,
  why,
  certain,
  ...(check && { check }),
  ...(sources && { sources: sources.map(({ text, url, readOn, grade }) => ({ text, ...(url && { url }), readOn, grade })) }),
  ...(office && {
    office: {
      id: office.id,
      label: office.label,
      offices: office.offices.map((o) => ({
        id: o.id,
        label: o.label,
        ...(o.page?.url && { url: o.page.url }),
        ...(o.note && { note: o.note }),
      })),
      national: { label: office.national.label, ...(office.national.url && { url: office.national.url }) },
      ask: office.ask,
      areasGrade: office.areas.grade,
      open: office.open,
    },
  }),
});

const shapeObligation = (o: Obligation, at: string): ObligationResult => ({
  id: o.rule.id,
  label: o.rule.label,
  applies: o.applies,
  ...(o.presumed && { presumed: true as const }),
  level: o.rule.level,
  recipients: o.recipients.map(shapeAddressee),
  ...(o.commonForms.length > 0 && { commonForms: [...o.commonForms] }),
  because: o.because,
  cites: [...o.cites],
  missing: [...o.missing],
  ...(o.liftedBy.length > 0 && { liftedBy: o.liftedBy.map((l) => ({ ...l, facts: [...l.facts] })) }),
  governedOn: o.governedOn,
  ...(!o.inForce && { inForce: false as const }),
  ...(o.rule.mergedInto !== undefined && { mergedInto: o.rule.mergedInto }),
  stages: o.stages.map((s) => shapeStage(s, o.rule.zone, at)),
});

/** The contract's result. `at` decides only which stages are called overdue. */
export const shapeAssessment = (
  assessment: Assessment,
  id: string | number | null,
  ignored: readonly string[],
  at: string,
): AssessResult => ({
  id,
  bundle: assessment.bundle,
  governedOn: assessment.governedOn,
  obligations: assessment.obligations.map((o) => shapeObligation(o, at)),
  questions: assessment.questions.map((q) => ({ fact: q.fact, score: q.score, settles: [...q.settles] })),
  ...(assessment.differences.length > 0 && { differences: [...assessment.differences] }),
  ignored: [...ignored],
});
