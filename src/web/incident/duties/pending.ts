import type { Draft, FactId, Incident, Known, Learned, Organisation, Picture } from '../../../core/index.ts';
import { disputedFacts, latest, organisationFacts } from '../../../core/index.ts';
import type { Answer, Answers } from '../../duties/state/answers.ts';
import { readAnswers, type Shelf } from '../../duties/state/storage.ts';
import type { FactDef } from '../../../core/index.ts';

const keyOf = (incident: string): string => `shodo.incident.${incident}.answers`;

/** Answers given and not recorded yet, as this device kept them. */
export const readPending = (shelf: Shelf | undefined, incident: string, defs: readonly FactDef[]): Answers => {
  try {
    return readAnswers(JSON.parse(shelf?.getItem(keyOf(incident)) ?? '{}'), defs);
  } catch {
    return {};
  }
};

/** Keeps them on the device; false where the browser refuses. */
export const writePending = (shelf: Shelf | undefined, incident: string, pending: Answers): boolean => {
  if (!shelf) return false;
  try {
    if (Object.keys(pending).length === 0) shelf.removeItem(keyOf(incident));
    else shelf.setItem(keyOf(incident), JSON.stringify(pending));
    return true;
  } catch {
    return false;
  }
};

/** What stands on the record: the last statement of each fact, and the organisation's card behind it. */
export const recordedAnswers = (incident: Incident, organisation: Organisation | undefined): Answers => {
  const card = Object.entries(organisation ? organisationFacts(organisation) : {}).map(([fact, value]): [FactId, Answer] => [
    fact,
    { value, at: latest(organisation?.facts[fact])?.saidAt ?? '' },
  ]);
  const own = Object.entries(incident.facts).flatMap(([fact, register]): [FactId, Answer][] => {
    const last = latest(register);
    if (!last) return [];
    const { value, learned, until } = last.value;
    return [[fact, { value, at: last.saidAt, ...(learned !== undefined && { learned }), ...(until !== undefined && { until }) }]];
  });
  return Object.fromEntries([...card, ...own]);
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Pending answers that say what the record says already are done with. */
export const stillPending = (pending: Answers, recorded: Answers, incident: Incident): Answers =>
  Object.fromEntries(
    Object.entries(pending).filter(([fact, { value, learned, until }]) => {
      const on = recorded[fact];
      return !on || disputedFacts(incident).has(fact) || !same([value, learned, until], [on.value, on.learned, on.until]);
    }),
  );

/** What more an answer may say without taking anything back. */
const refines = (before: Known, after: Known): boolean => {
  if (typeof before !== 'object' || Array.isArray(before)) return false;
  if ('in' in before) return typeof after === 'string' ? before.in.includes(after) : typeof after === 'object' && 'in' in after;
  if ('min' in before || 'max' in before) {
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = before;
    if (typeof after === 'number') return after >= min && after <= max;
    return typeof after === 'object' && ('min' in after || 'max' in after) && (after.min ?? min) >= min && (after.max ?? max) <= max;
  }
  if ('has' in before || 'not' in before) {
    const inside = Array.isArray(after) ? after : typeof after === 'object' && 'has' in after ? (after.has ?? []) : [];
    const outside = typeof after === 'object' && 'not' in after ? (after.not ?? []) : [];
    const gone = (before.not ?? []).some((m) => inside.includes(m));
    return (
      !gone &&
      (before.has ?? []).every((m) => inside.includes(m)) &&
      (Array.isArray(after) || (before.not ?? []).every((m) => outside.includes(m)))
    );
  }
  return typeof after === 'string' || (typeof after === 'object' && ('after' in after || 'before' in after));
};

/** Takes an answer back or decides between two: that needs a reason. Knowing more, or knowing for the first time, does not. */
export const isCorrection = (fact: FactId, after: Answer, recorded: Answers, incident: Incident): boolean => {
  const before = Object.hasOwn(incident.facts, fact) ? recorded[fact] : undefined;
  if (!before || before.value === null) return disputedFacts(incident).has(fact);
  if (disputedFacts(incident).has(fact)) return true;
  if (same(before.value, after.value)) return before.learned !== undefined && before.learned !== after.learned;
  return after.value === null || !refines(before.value, after.value);
};

/** The picture with the pending answers laid over it: what would follow if they were recorded. */
export const previewOf = (picture: Picture, pending: Answers, due: ReadonlySet<FactId>): Picture => {
  const facts: Record<FactId, Known> = { ...picture.facts };
  const learned: Record<string, string> = { ...picture.learned };
  const parked = new Set((picture.parked ?? []).filter((fact) => !due.has(fact)));
  for (const [fact, answer] of Object.entries(pending)) {
    parked.delete(fact);
    delete facts[fact];
    if (answer.value === null) parked.add(fact);
    else facts[fact] = answer.value;
    if (answer.learned !== undefined) learned[fact] = answer.learned;
  }
  return { facts, learned: learned as Learned, parked: [...parked] };
};

type Given = {
  readonly facts: Record<FactId, Known | 'unknown'>;
  readonly learned: Record<FactId, string>;
  readonly until: Record<FactId, string>;
};

const givenBy = (answers: readonly (readonly [FactId, Answer])[]): Given => ({
  facts: Object.fromEntries(answers.map(([fact, { value }]) => [fact, value ?? 'unknown'])),
  learned: Object.fromEntries(answers.flatMap(([fact, { learned }]) => (learned === undefined ? [] : [[fact, learned]]))),
  until: Object.fromEntries(answers.flatMap(([fact, { until }]) => (until === undefined ? [] : [[fact, until]]))),
});

const some = (map: object): boolean => Object.keys(map).length > 0;

/** What one touch says: the new answers as one entry, and beside it those that correct earlier ones, with the reason. */
export const sayPending = (pending: Answers, recorded: Answers, incident: Incident, reason: string): readonly Draft[] => {
  const all = Object.entries(pending);
  const corrects = all.filter(([fact, answer]) => isCorrection(fact, answer, recorded, incident));
  const fresh = givenBy(all.filter((entry) => !corrects.includes(entry)));
  const corrected = givenBy(corrects);
  return [
    ...(some(fresh.facts)
      ? [
          {
            kind: 'facts.recorded' as const,
            body: {
              facts: fresh.facts as never,
              ...(some(fresh.learned) && { learned: fresh.learned }),
              ...(some(fresh.until) && { parkedUntil: fresh.until }),
            },
          },
        ]
      : []),
    ...(some(corrected.facts)
      ? [
          {
            kind: 'facts.corrected' as const,
            body: {
              facts: corrected.facts as never,
              ...(some(corrected.learned) && { learned: corrected.learned }),
              reason: { text: reason.trim() },
            },
          },
        ]
      : []),
  ];
};
