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
});
