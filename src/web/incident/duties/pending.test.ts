import { describe, expect, it } from 'vitest';
import { knowledge } from '../../../../test/support/knowledge.ts';
import { openDevice, reported } from '../../../../test/support/pens.ts';
import { openScene, type Scene } from '../../../../test/support/scene.ts';
import type { Known } from '../../../core/index.ts';
import type { Answers } from '../../duties/state/answers.ts';
import { historyOf } from './history-of.ts';
import { isCorrection, previewOf, readPending, recordedAnswers, sayPending, stillPending, writePending } from './pending.ts';

const at = '2026-11-25T00:00:00.000Z';

const begin = (seed: number, facts: Record<string, unknown> = {}): Scene => {
  const scene = openScene(seed);
  scene.say(reported);
  if (Object.keys(facts).length > 0) scene.say({ kind: 'facts.recorded', body: { facts: facts as never } });
  return scene;
};

const look = (scene: Scene) => {
  const { incident, organisation, duties } = scene.setting();
  return { incident, organisation, duties, recorded: recordedAnswers(incident, organisation) };
};

const corrects = (scene: Scene, fact: string, value: Known | null): boolean => {
  const { incident, recorded } = look(scene);
  return isCorrection(fact, { value, at }, recorded, incident);
};

describe('answers given and not recorded yet', () => {
  it('become one entry, with when each was learned and until when it is put off [DRAFT-13]', () => {
    const scene = begin(1);
    const { incident, recorded } = look(scene);
    const pending: Answers = {
      maliciousAct: { value: true, at, learned: '2026-11-22' },
      subjectsMax: { value: { max: 300 }, at },
      sensitiveInfo: { value: null, at, until: '2026-11-28' },
    };
    const drafts = sayPending(pending, recorded, incident, '');
    expect(drafts).toEqual([
      {
        kind: 'facts.recorded',
        body: {
          facts: { maliciousAct: true, subjectsMax: { max: 300 }, sensitiveInfo: 'unknown' },
          learned: { maliciousAct: '2026-11-22' },
          parkedUntil: { sensitiveInfo: '2026-11-28' },
        },
      },
    ]);
    for (const draft of drafts) scene.say(draft);
    const after = look(scene);
    expect(after.recorded.sensitiveInfo).toMatchObject({ value: null, until: '2026-11-28' });
    expect(stillPending(pending, after.recorded, after.incident)).toEqual({});
  });

  it('correct an earlier answer only where they take it back; then a reason goes with them [DRAFT-14]', () => {
    const scene = begin(2, { maliciousAct: false, subjectsMax: { min: 100, max: 900 }, dataItems: { has: ['name'] }, sensitiveInfo: null });
    expect(corrects(scene, 'maliciousAct', true)).toBe(true);
    expect(corrects(scene, 'maliciousAct', false)).toBe(false);
    expect(corrects(scene, 'maliciousAct', null)).toBe(true);
    expect(corrects(scene, 'subjectsMax', 500)).toBe(false);
    expect(corrects(scene, 'subjectsMax', 1200)).toBe(true);
    expect(corrects(scene, 'dataItems', ['name', 'card'])).toBe(false);
    expect(corrects(scene, 'dataItems', ['card'])).toBe(true);
    expect(corrects(scene, 'sensitiveInfo', true)).toBe(false);
    expect(corrects(scene, 'knownAt', '2026-11-20')).toBe(false);
    const { incident, recorded } = look(scene);
    const drafts = sayPending(
      { maliciousAct: { value: true, at }, knownAt: { value: '2026-11-20', at } },
      recorded,
      incident,
      ' 記録を見た ',
    );
    expect(drafts.map((d) => d.kind)).toEqual(['facts.recorded', 'facts.corrected']);
    expect(drafts[1]?.body).toEqual({ facts: { maliciousAct: true }, reason: { text: '記録を見た' } });
    for (const draft of drafts) scene.say(draft);
    const { incident: after } = look(scene);
    expect(historyOf('maliciousAct', after, scene.records()).map((t) => t.value)).toEqual([false, true]);
  });

  it('decide a dispute with a reason, and stay pending until it is decided [DRAFT-14]', () => {
    const scene = begin(3, { maliciousAct: false });
    scene.sayApart({ kind: 'facts.recorded', body: { facts: { maliciousAct: true } } }, openDevice(31));
    const { incident, recorded } = look(scene);
    expect(corrects(scene, 'maliciousAct', true)).toBe(true);
    expect(Object.keys(stillPending({ maliciousAct: { value: true, at } }, recorded, incident))).toEqual(['maliciousAct']);
  });

  it('are laid over the record as a preview; a question whose day has come is asked again [DRAFT-15]', () => {
    const scene = begin(4, { maliciousAct: false, sensitiveInfo: null });
    const { duties } = look(scene);
    const preview = previewOf(
      duties.picture,
      { maliciousAct: { value: null, at }, subjectsMax: { value: 5, at, learned: '2026-11-21' } },
      new Set(['sensitiveInfo']),
    );
    expect(preview.facts).toEqual({ subjectsMax: 5 });
    expect(preview.parked).toEqual(['maliciousAct']);
    expect(preview.learned).toEqual({ subjectsMax: '2026-11-21' });
  });

  it('outlive the page on this device, read against the catalogue of today [DRAFT-13]', () => {
    const kept = new Map<string, string>();
    const shelf = {
      getItem: (k: string) => kept.get(k) ?? null,
      setItem: (k: string, v: string) => void kept.set(k, v),
      removeItem: (k: string) => void kept.delete(k),
    };
    const pending: Answers = {
      maliciousAct: { value: true, at, learned: '2026-11-22' },
      sensitiveInfo: { value: null, at, until: '2026-11-28' },
    };
    expect(writePending(shelf, 'x', pending)).toBe(true);
    expect(readPending(shelf, 'x', knowledge.facts)).toEqual(pending);
    expect(readPending(shelf, 'y', knowledge.facts)).toEqual({});
    kept.set('shodo.incident.x.answers', '{"gone":{"value":true,"at":"x"}');
    expect(readPending(shelf, 'x', knowledge.facts)).toEqual({});
    writePending(shelf, 'x', {});
    expect(kept.size).toBe(0);
    expect(writePending(undefined, 'x', pending)).toBe(false);
  });

  it('count what the card of the organisation says as answered, and answering it here corrects nothing [DRAFT-15]', () => {
    const scene = begin(5);
    scene.sayOnCard({ kind: 'organisation.described', body: { facts: { entityType: 'private' } } });
    const { recorded } = look(scene);
    expect(recorded.entityType?.value).toBe('private');
    expect(corrects(scene, 'entityType', 'localGov')).toBe(false);
  });
});
