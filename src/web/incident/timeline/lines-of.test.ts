import { describe, expect, it } from 'vitest';
import { knowledge } from '../../../../test/support/knowledge.ts';
import { reported } from '../../../../test/support/pens.ts';
import { openScene, type Scene } from '../../../../test/support/scene.ts';
import type { ErasedPart, Part } from '../../../core/index.ts';
import type { IncidentSetting } from '../setting.ts';
import { filterRows, noFilter, nothingSaid, rowsOf } from './lines-of.ts';

const settingOf = (scene: Scene, gone: readonly string[] = []): IncidentSetting => {
  const parts = new Map<string, Part | ErasedPart>(scene.parts);
  for (const id of gone) parts.set(id, { id, erased: true });
  const of = scene.setting();
  return {
    ...of,
    response: { ...knowledge, playbooks: of.playbooks },
    lang: 'ja',
    zone: 'Asia/Tokyo',
    now: 0,
    say: (text: { readonly ja: string }) => text.ja,
    parts,
    wordsOf: (ref: { readonly part: string } | undefined) => (ref && gone.includes(ref.part) ? undefined : of.wordsOf(ref as never)),
    me: { actor: '', device: '' },
    news: new Map(),
  } as unknown as IncidentSetting;
};

const begin = (seed: number): Scene => {
  const scene = openScene(seed);
  scene.say(reported);
  for (const text of ['経理部でも確認', 'ログを2時に確認', '社長に電話した']) scene.say({ kind: 'note.added', body: { text: { text } } });
  return scene;
};

describe('rows of the timeline', () => {
  it('stay the very objects they were when an entry is added: only the new one is drawn [ROOM-21]', () => {
    const scene = begin(401);
    const first = rowsOf(settingOf(scene), nothingSaid);
    scene.say({ kind: 'action.done', body: { action: 'P-01.T5.1' } });
    const next = rowsOf(settingOf(scene), first.said);
    expect(next.rows.length).toBe(first.rows.length + 1);
    expect(next.rows.slice(1).every((row, i) => row === first.rows[i])).toBe(true);
  });

  it('are said anew where a correction came, a name became known or words were erased, and no other [ROOM-21]', () => {
    const scene = begin(402);
    const note = scene.say({ kind: 'note.added', body: { text: { text: '消すことば' } } });
    const first = rowsOf(settingOf(scene), nothingSaid);
    scene.say({ kind: 'entry.corrected', body: { corrects: note.entry.id, text: { text: '正しい' }, reason: { text: '聞きまちがい' } } });
    const corrected = rowsOf(settingOf(scene), first.said);
    expect(corrected.rows[0]).not.toBe(first.rows[0]);
    expect(corrected.rows[0]?.words).toMatchObject({ text: '消すことば', corrected: '正しい' });
    expect(corrected.rows[0]?.words.remarks[0]?.text).toContain('聞きまちがい');
    expect(corrected.rows[1]).toBe(first.rows[1]);
    const { part } = note.entry.body.text as { readonly part: string };
    const erased = rowsOf(settingOf(scene, [part]), corrected.said);
    expect(erased.rows[0]?.words.text).not.toContain('消すことば');
    expect(erased.rows[1]).toBe(corrected.rows[1]);
    scene.say({ kind: 'person.introduced', body: { person: note.entry.actor, name: { text: '山田' } } });
    const named = rowsOf(settingOf(scene, [part]), erased.said);
    expect(named.rows.find((row) => row.id === corrected.rows[1]?.id)?.words.who).toBe('山田');
  });

  it('list many details a line each, few beside the name, and are found by either [ROOM-09]', () => {
    const scene = openScene(403);
    scene.say(reported);
    scene.say({ kind: 'facts.recorded', body: { facts: { maliciousAct: true, occurred: true, personalDataInvolved: false } } });
    scene.say({ kind: 'action.done', body: { action: 'P-01.T5.1' } });
    const setting = settingOf(scene);
    const { rows } = rowsOf(setting, nothingSaid);
    expect(rows[1]?.words.details).toHaveLength(3);
    expect(rows[0]?.words.details).toEqual([]);
    expect(rows[0]?.words.pieces.length).toBeGreaterThan(1);
    expect(filterRows(rows, { ...noFilter, query: 'P-01' }, setting)).toEqual([rows[0]]);
  });
});
