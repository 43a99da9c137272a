import { describe, expect, it } from 'vitest';
import type { FactDef } from '../../../core/index.ts';
import { type Move, answersReducer, nothingKept, pictureOf, type State } from './answers.ts';

const fact = (id: string, profile = false): FactDef => ({
  id,
  kind: 'yes-no',
  question: { ja: id, en: id },
  who: 'lead',
  effort: 1,
  group: 'g',
  ...(profile && { profile: true as const }),
});

const at = '2026-11-23T14:02:00+09:00';
const answer = (id: string, value: boolean | null, profile = false): Move => ({ do: 'answer', def: fact(id, profile), value, at });
const run = (...moves: Move[]): State => moves.reduce(answersReducer, { kept: nothingKept, past: [] });

describe('answers', () => {
  it('parks what nobody knows and never reads it as no', () => {
    const { facts, parked } = pictureOf(run(answer('sensitiveInfo', null), answer('maliciousAct', true)).kept);
    expect(facts).toEqual({ maliciousAct: true });
    expect(parked).toEqual(['sensitiveInfo']);
  });

  it('undoes the last answer, step by step', () => {
    const state = run(answer('a', true), answer('a', false), { do: 'undo' });
    expect(pictureOf(state.kept).facts).toEqual({ a: true });
    expect(answersReducer(answersReducer(state, { do: 'undo' }), { do: 'undo' }).kept).toEqual(nothingKept);
  });

  it('clears the incident and keeps the organisation, unless told not to', () => {
    const filled = run(answer('a', true), answer('pMark', true, true));
    expect(pictureOf(answersReducer(filled, { do: 'forget' }).kept).facts).toEqual({ pMark: true });
    const all = [{ do: 'remember', on: false } as const, { do: 'forget' } as const].reduce<State>(answersReducer, filled);
    expect(pictureOf(all.kept).facts).toEqual({});
    expect(pictureOf(answersReducer(all, { do: 'undo' }).kept).facts).toEqual({ a: true, pMark: true });
  });

  it('fills the facts of a case once, over nothing that was answered', () => {
    const defs = new Map(['a', 'b'].map((id) => [id, fact(id)]));
    const fill: Move = { do: 'fill', slug: 'malware', facts: { a: true, b: true }, defs, at };
    const state = run(answer('a', false), fill, { do: 'clear', fact: 'b' }, fill);
    expect(pictureOf(state.kept).facts).toEqual({ a: false });
  });

  it('keeps when a fact was learned apart from when it was entered', () => {
    const state = run({ do: 'answer', def: fact('a'), value: true, at, learned: '2026-11-25' });
    expect(pictureOf(state.kept).learned).toEqual({ a: '2026-11-25' });
  });
});
