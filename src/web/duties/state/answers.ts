import type { FactDef, FactId, Facts, Known, Learned, Picture } from '../../../core/index.ts';

/**
 * One answer. `value` null: asked, nobody knows yet, and `until` is the day on which to ask again. `at` is when it was
 * entered, `learned` when it was learned, if that was said.
 */
export type Answer = {
  readonly value: Known | null;
  readonly at: string;
  readonly learned?: string;
  readonly until?: string;
  readonly from?: 'case';
};

export type Answers = Readonly<Record<FactId, Answer>>;

/** What the device keeps. Answers about the organisation stay apart, so that they outlive the incident. */
export type Kept = {
  readonly incident: Answers;
  readonly organisation: Answers;
  readonly remember: boolean;
  /** Cases whose first facts were already filled in, so that a cleared one does not come back. */
  readonly cases: readonly string[];
};

export type State = { readonly kept: Kept; readonly past: readonly Kept[] };

export type Move =
  | {
      readonly do: 'answer';
      readonly def: FactDef;
      readonly value: Known | null;
      readonly at: string;
      readonly learned?: string | undefined;
      readonly until?: string | undefined;
    }
  | { readonly do: 'clear'; readonly fact: FactId }
  | { readonly do: 'fill'; readonly slug: string; readonly facts: Facts; readonly defs: ReadonlyMap<FactId, FactDef>; readonly at: string }
  | { readonly do: 'remember'; readonly on: boolean }
  | { readonly do: 'forget' }
  | { readonly do: 'undo' };

export const nothingKept: Kept = { incident: {}, organisation: {}, remember: true, cases: [] };

const steps = 50;

const without = (answers: Answers, fact: FactId): Answers => Object.fromEntries(Object.entries(answers).filter(([id]) => id !== fact));

const put = (kept: Kept, def: FactDef, answer: Answer): Kept =>
  def.profile
    ? { ...kept, organisation: { ...kept.organisation, [def.id]: answer } }
    : { ...kept, incident: { ...kept.incident, [def.id]: answer } };

const fill = (kept: Kept, { slug, facts, defs, at }: Extract<Move, { do: 'fill' }>): Kept => {
  let next: Kept = { ...kept, cases: [...kept.cases, slug] };
  for (const [id, value] of Object.entries(facts)) {
    const def = defs.get(id);
    if (def && !answersOf(next)[id]) next = put(next, def, { value, at, from: 'case' });
  }
  return next;
};

const moved = (kept: Kept, move: Exclude<Move, { do: 'undo' }>): Kept => {
  switch (move.do) {
    case 'answer':
      return put(kept, move.def, { value: move.value, at: move.at, ...(move.learned !== undefined && { learned: move.learned }) });
    case 'clear':
      return { ...kept, incident: without(kept.incident, move.fact), organisation: without(kept.organisation, move.fact) };
    case 'fill':
      return kept.cases.includes(move.slug) ? kept : fill(kept, move);
    case 'remember':
      return { ...kept, remember: move.on };
    case 'forget':
      return kept.remember ? { ...nothingKept, organisation: kept.organisation } : { ...nothingKept, remember: false };
  }
};

/** Every change of the answers. Each but undo can be undone, clearing included, until the page is closed. */
export const answersReducer = (state: State, move: Move): State => {
  if (move.do === 'undo') {
    const before = state.past.at(-1);
    return before ? { kept: before, past: state.past.slice(0, -1) } : state;
  }
  const kept = moved(state.kept, move);
  return kept === state.kept ? state : { kept, past: [...state.past, state.kept].slice(-steps) };
};

export const answersOf = (kept: Kept): Answers => ({ ...kept.organisation, ...kept.incident });

/** The picture for the core. Answers nobody knows are parked; they decide as absent ones do. */
export const pictureOf = (kept: Kept): Picture => {
  const facts: Record<FactId, Known> = {};
  const learned: Record<string, string> = {};
  const parked: FactId[] = [];
  for (const [id, answer] of Object.entries(answersOf(kept))) {
    if (answer.value === null) parked.push(id);
    else facts[id] = answer.value;
    if (answer.learned !== undefined) learned[id] = answer.learned;
  }
  return { facts, learned: learned as Learned, parked };
};
