import { groupBy } from '../facts/group-by.ts';
import type { ActionState, Incident } from '../log/incident.ts';
import { own } from '../log/own.ts';
import { latest, type Register, type Stated } from '../log/register.ts';
import type { Text } from '../knowledge/text.ts';
import type { AnswerId, Branch, Phase, PhaseId, Playbook, Step } from './playbook.ts';

type StepLine = {
  readonly is: 'step';
  readonly id: string;
  readonly phase: PhaseId;
  readonly playbook: Playbook;
  readonly step: Step;
  readonly state?: Stated<ActionState>;
};

type BranchLine = {
  readonly is: 'branch';
  readonly id: string;
  readonly phase: PhaseId;
  readonly playbook: Playbook;
  readonly branch: Branch;
  readonly answer?: Stated<AnswerId>;
};

/** One thing in the list of what to do: a step, or a question whose answer adds and takes away steps. */
export type PlanLine = StepLine | BranchLine;

export type PlanLines = {
  /** Open steps and unanswered questions, the most urgent first. */
  readonly open: readonly PlanLine[];
  /** Done steps and answered questions, in the same order. */
  readonly done: readonly PlanLine[];
};

const phases: readonly PhaseId[] = ['T5', 'H1', 'D1', 'W1', 'CL'];

type Said = Pick<Incident, 'actions' | 'branches' | 'playbooks'>;

const lastIn = <T>(map: Readonly<Record<string, Register<T>>>, key: string): Stated<T> | undefined => latest(own(map, key));

const linesOfPhase = (playbook: Playbook, phase: Phase, said: Said): readonly PlanLine[] => {
  const dropped = new Set(
    playbook.phases
      .flatMap((p) => p.branches)
      .flatMap((b) => {
        const answer = lastIn(said.branches, b.id)?.value;
        return answer ? (b.answers[answer].drops ?? []) : [];
      }),
  );
  const place = { phase: phase.id, playbook };
  const stepLine = (step: Step): readonly PlanLine[] => {
    if (dropped.has(step.id)) return [];
    const state = lastIn(said.actions, step.id);
    return [{ is: 'step', id: step.id, ...place, step, ...(state && { state }) }];
  };
  const branchLines = (branch: Branch): readonly PlanLine[] => {
    const answer = lastIn(said.branches, branch.id);
    const line: PlanLine = { is: 'branch', id: branch.id, ...place, branch, ...(answer && { answer }) };
    return [line, ...(answer ? branch.answers[answer.value].steps.flatMap(stepLine) : [])];
  };
  const after = (id: string): readonly PlanLine[] => phase.branches.filter((b) => b.after === id).flatMap(branchLines);
  const ids = new Set(phase.steps.map((s) => s.id));
  return [
    ...phase.steps.flatMap((step) => [...stepLine(step), ...after(step.id)]),
    ...phase.branches.filter((b) => !ids.has(b.after)).flatMap(branchLines),
  ];
};

const isDone = (line: PlanLine): boolean => (line.is === 'step' ? line.state?.value.state === 'done' : line.answer !== undefined);

const byWords = (texts: readonly Text[]): readonly Text[] => texts.filter((t, i) => texts.findIndex((o) => o.ja === t.ja) === i);

/** Several plans' step in the same words, as one: no do-not and no detail is lost, and it is done once it was done in any of them. */
const mergeSteps = (same: readonly StepLine[]): PlanLine => {
  const [first] = same as readonly [StepLine, ...StepLine[]];
  const steps = same.map((line) => line.step);
  const more = byWords(steps.flatMap((s) => s.more ?? []));
  const see = [...new Set(steps.flatMap((s) => s.see ?? []))];
  const state = (same.find((line) => line.state?.value.state === 'done') ?? same.find((line) => line.state))?.state;
  const step: Step = {
    ...first.step,
    dont: byWords(steps.flatMap((s) => s.dont)),
    ...(more.length > 0 && { more }),
    ...(see.length > 0 && { see }),
  };
  return { ...first, step, ...(state && { state }) };
};

/**
 * What is to be done now, from the plans of an incident: by phase, within it in the order of the plans. Steps that an answer
 * takes away are gone, those that it adds stand under it. A step that two plans share in the same words stands once, with the do-nots of both.
 */
export const listSteps = (playbooks: readonly Playbook[], said: Said): PlanLines => {
  const chosen = said.playbooks.flatMap((id) => playbooks.find((p) => p.id === id) ?? []);
  const all = phases.flatMap((id) =>
    chosen.flatMap((playbook) => playbook.phases.filter((p) => p.id === id).flatMap((phase) => linesOfPhase(playbook, phase, said))),
  );
  const saying = groupBy(
    all.filter((line) => line.is === 'step'),
    (line) => line.step.do.ja,
  );
  const lines = all.flatMap((line): readonly PlanLine[] => {
    if (line.is === 'branch') return [line];
    const same = saying.get(line.step.do.ja) ?? [];
    return same[0] === line ? [mergeSteps(same)] : [];
  });
  return { open: lines.filter((line) => !isDone(line)), done: lines.filter(isDone) };
};
