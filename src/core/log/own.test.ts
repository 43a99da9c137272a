import { describe, expect, it } from 'vitest';
import { incidentLog, openDevice } from '../../../test/support/pens.ts';
import { paperAppliers } from './fold-papers.ts';
import { own, put } from './own.ts';

describe('maps of a fold [LOG-18]', () => {
  it('are written into and never copied, so that a long log is not folded in the square of its length', () => {
    const map: Readonly<Record<string, number>> = { a: 1 };
    expect(put(map, 'b', (before) => (before ?? 0) + 1)).toBe(map);
    expect(map).toEqual({ a: 1, b: 1 });
  });

  it('stay the same objects from entry to entry', () => {
    const device = openDevice(16);
    const { ref } = device.words('はじめの知らせ');
    const { entry } = device.say(incidentLog(16), {
      kind: 'draft.amended',
      body: { form: 'F-01', stage: 'final', fields: { cause: ref } },
    });
    const state = { facts: {}, notices: {}, drafts: {}, approvals: [], filings: [], waivers: [], evidence: {} };
    const said = {
      entry,
      sees: () => true,
      as: <T>(value: T) => ({ value, entry: entry.id, actor: entry.actor, device: entry.device, saidAt: entry.saidAt, order: 0 }),
    };
    const body = { form: 'F-01', stage: 'final', fields: { cause: ref } };
    const { drafts } = state;
    expect(paperAppliers<typeof state>()['draft.amended']?.(state, body, said).drafts).toBe(drafts);
    expect(Object.keys(drafts)).toEqual(['F-01/final']);
  });

  it('give nothing that every object inherits', () =>
    expect([own({}, 'constructor'), own({}, 'toString')]).toEqual([undefined, undefined]));
});
