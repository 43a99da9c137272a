import { describe, expect, it } from 'vitest';
import { knowledge } from '../../../test/support/knowledge.ts';
import { incidentLog, linkAll, openDevice, reported } from '../../../test/support/pens.ts';
import type { Saying } from '../log/kinds.ts';
import { foldIncident } from '../log/fold-incident.ts';
import { listSteps } from './list-steps.ts';

const log = incidentLog(81);
const planAfter = (...sayings: readonly Saying[]) => {
  const device = openDevice(81);
  return listSteps(
    knowledge.playbooks,
    foldIncident(log, linkAll(log, [device.say(log, reported), ...sayings.map((s) => device.say(log, s))])),
  );
};

describe('what to do now [ROOM-03]', () => {
  it('is the plan in its order, the first five minutes first, each question after its step', () => {
    const { open, done } = planAfter();
    expect(done).toEqual([]);
    expect(open.slice(0, 6).map((l) => l.id)).toEqual(['P-01.T5.1', 'P-01.T5.2', 'P-01.T5.3', 'P-01.T5.4', 'P-01.T5.5', 'P-01.B1']);
    expect(open.map((l) => l.phase)).toEqual(
      [...open].map((l) => l.phase).sort((a, b) => ['T5', 'H1', 'D1', 'W1', 'CL'].indexOf(a) - ['T5', 'H1', 'D1', 'W1', 'CL'].indexOf(b)),
    );
  });

  it('moves a done step below and keeps one that cannot be done open', () => {
    const { open, done } = planAfter(
      { kind: 'action.done', body: { action: 'P-01.T5.1' } },
      { kind: 'action.blocked', body: { action: 'P-01.T5.2' } },
    );
    expect(done.map((l) => l.id)).toEqual(['P-01.T5.1']);
    expect(open[0]).toMatchObject({ id: 'P-01.T5.2', state: { value: { state: 'blocked' } } });
  });

  it('adds what an answer adds and leaves out what it takes away', () => {
    const branch = knowledge.playbooks.flatMap((p) => p.phases.flatMap((ph) => ph.branches)).find((b) => b.id === 'P-01.B1');
    for (const answer of ['yes', 'no', 'unknown'] as const) {
      const { open, done } = planAfter({ kind: 'branch.answered', body: { branch: 'P-01.B1', answer } });
      const ids = [...open, ...done].map((l) => l.id);
      for (const step of branch?.answers[answer].steps ?? []) expect(ids).toContain(step.id);
      for (const drop of branch?.answers[answer].drops ?? []) expect(ids).not.toContain(drop);
      expect(done.map((l) => l.id)).toEqual(['P-01.B1']);
    }
  });

  it('takes a second plan in, phase by phase, and says a shared step once', () => {
    const both = planAfter({ kind: 'playbook.added', body: { playbook: 'P-04' } }).open;
    expect(new Set(both.map((l) => l.playbook.id))).toEqual(new Set(['P-01', 'P-04']));
    const words = both.flatMap((l) => (l.is === 'step' ? [l.step.do.ja] : []));
    expect(new Set(words).size).toBe(words.length);
  });

  it('loses no do-not of a plan that joins, and what was done stays done [FIND-05]', () => {
    const all = knowledge.playbooks.flatMap((p) => p.phases.flatMap((f) => f.steps));
    const [begun, joining] = ['P-01.T5.1', 'P-05.T5.1'].map((id) => all.find((s) => s.id === id));
    expect(joining?.do).toEqual(begun?.do);
    const open = planAfter({ kind: 'playbook.added', body: { playbook: 'P-05' } }).open.find((l) => l.id === 'P-01.T5.1');
    const said = open?.is === 'step' ? open.step.dont.map((t) => t.ja) : [];
    for (const dont of [...(begun?.dont ?? []), ...(joining?.dont ?? [])]) expect(said).toContain(dont.ja);
    expect(new Set(said).size).toBe(said.length);
    for (const action of ['P-01.T5.1', 'P-05.T5.1']) {
      const { open, done } = planAfter({ kind: 'playbook.added', body: { playbook: 'P-05' } }, { kind: 'action.done', body: { action } });
      expect(done.map((l) => l.id)).toEqual(['P-01.T5.1']);
      expect(open.flatMap((l) => (l.is === 'step' ? [l.step.do.ja] : []))).not.toContain(begun?.do.ja);
    }
  });
});
