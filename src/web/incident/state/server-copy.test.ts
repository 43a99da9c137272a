import { describe, expect, it } from 'vitest';
import { incidentLog, linkAll, nodeHasher, openDevice, reported } from '../../../../test/support/pens.ts';
import { openMemoryStore, type Peer, pullLog, succeed } from '../../../app/index.ts';
import type { Linked } from '../../../core/index.ts';
import { compareCopies } from './server-copy.ts';

const log = incidentLog(95);
const device = openDevice(95);
const said = [
  device.say(log, reported),
  ...(['L1', 'L2', 'L3'] as const).map((level) => device.say(log, { kind: 'severity.set', body: { level } })),
];
const mine = linkAll(log, said);
const theirs = linkAll(log, [device.say(log, reported), ...said.slice(1)]);
const headAt = (linked: readonly Linked[], seq: number) => ({ log, seq, chain: linked[seq - 1]?.link.chain ?? null });
const head = headAt(mine, 4);

describe('the server’s copy beside this device’s', () => {
  it.each([
    ['is not there', 'absent', { copy: 'absent' }],
    ['is empty', { head: headAt([], 0), entries: [] }, { copy: 'absent' }],
    ['ends earlier', { head: headAt(mine, 2), entries: [] }, { copy: 'shorter', seq: 2 }],
    ['ends earlier and says something else', { head: headAt(theirs, 2), entries: [] }, { copy: 'other' }],
    ['is as long and says something else', { head: headAt(theirs, 4), entries: theirs.slice(3) }, { copy: 'other' }],
    ['is the same', { head, entries: mine.slice(3) }, undefined],
    ['goes on after ours', { head: { seq: 9, chain: 'f'.repeat(64) }, entries: mine.slice(3) }, undefined],
  ] as const)('%s [LOSS-20]', (_what, says, found) => {
    expect(compareCopies(head, mine, says)).toEqual(found);
  });

  it('is no matter for a log that this device never shared [LOSS-20]', () => {
    expect(compareCopies(headAt([], 0), said, 'absent')).toBeUndefined();
  });

  it('is never taken over ours, however long it is, and that is said [LOSS-21]', async () => {
    const store = openMemoryStore(nodeHasher);
    await store.take(log, mine, []);
    for (const length of [0, 2, 4]) {
      const peer: Pick<Peer, 'read'> = {
        read: async (_log, after) => succeed({ head: headAt(theirs, length), entries: theirs.slice(after, length), parts: [] }),
      };
      expect(await pullLog(store, peer as Peer, log, nodeHasher)).toEqual({ ok: false, error: { status: 0, code: 'chain-broken' } });
      expect((await store.read(log)).records).toEqual(mine);
    }
  });
});
