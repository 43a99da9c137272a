import { describe, expect, it } from 'vitest';
import { foldIncident, type PlaceState, type Saying, type SweepPlace, sweepOf } from '../index.ts';
import { incidentLog, linkAll, openDevice, reported } from '../../../test/support/pens.ts';

const now = Date.parse('2026-11-25T10:00:00+09:00');
const minutes = (n: number): number => now + n * 60_000;
const at = (n: number): string => `${new Date(minutes(n) + 9 * 3_600_000).toISOString().slice(0, 19)}+09:00[Asia/Tokyo]`;

const said = (state: PlaceState, ago = 0) => ({ value: { state }, entry: 'e', order: 0, actor: 'a', device: 'd', saidAt: at(-ago) });
const place = (id: string, ...states: (PlaceState | readonly [PlaceState, number])[]): SweepPlace => ({
  id,
  asked: states.map((s) => (typeof s === 'string' ? said(s) : said(s[0], s[1]))),
});
const sweep = (...places: SweepPlace[]) => sweepOf(places, { now, n4Blocked: false });

describe('who else sees the same', () => {
  it('leads several departments to N4 [SWEEP-01]', () => {
    expect(sweep(place('a', 'symptoms'), place('b', 'symptoms'), place('c'))).toMatchObject({
      answer: 'yes',
      rungs: ['N4'],
      counts: { symptoms: 2, 'not-asked': 1 },
    });
  });

  it('takes N3 and says so where it was recorded that N4 cannot be done [SWEEP-01]', () => {
    const two = [place('a', 'symptoms'), place('b', 'symptoms')];
    expect(sweepOf(two, { now, n4Blocked: true })).toMatchObject({ answer: 'yes', rungs: ['N3'], because: 'n4-blocked' });
  });

  it('answers no only when everyone else was asked and sees nothing [SWEEP-02]', () => {
    expect(sweep(place('a', 'symptoms'), place('b', 'none'), place('c', 'none'))).toMatchObject({
      answer: 'no',
      rungs: ['N0', 'N1'],
      first: 'a',
    });
    expect(sweep(place('a', 'none'))).toMatchObject({ answer: 'no' });
    expect(sweep(place('a', 'symptoms'))).toMatchObject({ answer: 'unknown' });
    expect(sweep()).toMatchObject({ answer: 'unknown', rungs: ['N1'] });
  });

  it('never counts not asked or not known as none: the department now [SWEEP-02]', () => {
    for (const open of ['not-asked', 'unknown'] as const)
      expect(sweep(place('a', 'symptoms'), place('b', 'none'), place('c', open))).toMatchObject({ answer: 'unknown', rungs: ['N1'] });
    expect(sweep(place('a', 'symptoms'), place('b', 'none'), place('c'))).toMatchObject({ answer: 'unknown', rungs: ['N1'] });
  });

  it('goes to N3 at a second hit that is possible while not everything is known [SWEEP-03]', () => {
    const disputed = place('b', 'symptoms', 'none');
    expect(sweep(place('a', 'symptoms'), disputed)).toMatchObject({
      answer: 'unknown',
      rungs: ['N3', 'N1'],
      because: 'second-hit',
      counts: { symptoms: 1, disputed: 1 },
    });
    expect(sweep(place('a', 'none'), disputed)).toMatchObject({ answer: 'unknown', rungs: ['N1'] });
  });

  it('asks again every 15 minutes until it is settled [SWEEP-03]', () => {
    const open = sweep(place('a', 'symptoms'), place('b', ['unknown', 10]), place('c', ['none', 3]));
    expect(open.againAt).toBe(minutes(5));
    expect(sweep(place('a', 'symptoms'), place('b')).againAt).toBe(now);
    expect(sweep(place('a', 'symptoms'), place('b', 'symptoms'), place('c')).againAt).toBeUndefined();
  });

  it('reads the states from the log: the last one said stands, those said apart are disputed [SWEEP-04]', () => {
    const log = incidentLog(70);
    const [one, other] = [openDevice(71), openDevice(72)];
    const [a, b] = ['01937f00-0000-7000-8000-00000000000a', '01937f00-0000-7000-8000-00000000000b'];
    const ask = (p: string, state: PlaceState): Saying => ({ kind: 'place.asked', body: { place: p, state } });
    const records = linkAll(log, [
      one.say(log, reported),
      one.say(log, { kind: 'place.listed', body: { place: a, name: one.words('経理部').ref } }),
      one.say(log, ask(a, 'not-asked')),
      one.say(log, ask(a, 'symptoms')),
      one.say(log, ask(b, 'none')),
      other.say(log, ask(b, 'symptoms')),
    ]);
    const { places } = foldIncident(log, records);
    const rows = Object.entries(places).map(([id, { asked }]) => ({ id, asked }));
    expect(sweepOf(rows, { now, n4Blocked: false }).rows.map(({ state }) => state)).toEqual(['symptoms', 'disputed']);
  });
});
