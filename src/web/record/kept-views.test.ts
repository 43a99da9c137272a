import { describe, expect, it } from 'vitest';
import { incidentLog, linkAll, nodeHasher, openDevice, reported } from '../../../test/support/pens.ts';
import { type DeviceStore, openMemoryStore, speakFrom } from '../../app/index.ts';
import { openViews } from './kept-views.ts';

const log = incidentLog(71);
const said = openDevice(71);
const length = 500;
const note = { kind: 'note.added', body: { text: { part: '01890000-0000-7000-8000-000000000001', commit: 'a'.repeat(64) } } } as const;

/** A store that counts what is read from it. */
const counted = (): { readonly store: DeviceStore; readonly read: () => number } => {
  const store = speakFrom(openMemoryStore(nodeHasher));
  let count = 0;
  return {
    store: {
      ...store,
      read: async (...asked) => {
        const found = await store.read(...asked);
        count += 1 + found.records.length;
        return found;
      },
    },
    read: () => {
      const now = count;
      count = 0;
      return now;
    },
  };
};

const signed = [said.say(log, reported), ...Array.from({ length: length + 9 }, () => said.say(log, note))];
const linked = linkAll(log, signed);

describe('the views of a record [SYNC-13]', () => {
  it('are read whole once; what is said and what comes costs only itself', async () => {
    const { store, read } = counted();
    await store.take(log, linked.slice(0, length), []);
    const views = openViews(store);
    const first = await views.view(log);
    expect([first.records.length, read()]).toEqual([length, length + 1]);
    expect(await views.view(log)).toBe(first);
    expect(read()).toBe(0);
    await store.hold({ log, entries: signed.slice(length, length + 1), parts: [] });
    views.changed(log);
    const spoken = await views.view(log);
    expect([spoken.records.length, read()]).toEqual([length + 1, 2]);
    expect(spoken.records[0]).toBe(first.records[0]);
    expect(first.records).toHaveLength(length);
    await store.take(log, linked.slice(length, length + 3), []);
    views.changed(log);
    const shared = await views.view(log);
    expect([shared.records.length, shared.head.seq, read()]).toEqual([length + 3, length + 3, 4]);
    expect(shared).toEqual({ ...(await store.read(log)), log, parts: new Map() });
  });

  it('stay the same object while nothing changed, and begin anew where the log does not go on', async () => {
    const { store } = counted();
    await store.take(log, linked.slice(0, 3), []);
    const heads: (typeof store.read)[] = [store.read];
    const views = openViews({ ...store, read: (...asked) => (heads.at(-1) as typeof store.read)(...asked) });
    const first = await views.view(log);
    views.changed(log);
    expect(await views.view(log)).toBe(first);
    const other = speakFrom(openMemoryStore(nodeHasher));
    await other.take(log, linkAll(log, [openDevice(72).say(log, reported)]), []);
    heads.push(other.read);
    views.changed(log);
    expect((await views.view(log)).records).toHaveLength(1);
  });

  it('drop the words that an entry erases, and take words that come late', async () => {
    const { store } = counted();
    const part = { id: note.body.text.part, bytes: new Uint8Array([1]), salt: new Uint8Array(32) };
    let late: readonly (typeof part)[] = [];
    const views = openViews({ ...store, read: async (...asked) => ({ ...(await store.read(...asked)), parts: late }) });
    await store.take(log, linked.slice(0, 2), []);
    expect((await views.view(log)).parts.size).toBe(0);
    late = [part];
    views.changed(log);
    expect((await views.view(log)).parts.get(part.id)).toBe(part);
    const more = openDevice(73);
    late = [];
    await store.hold({
      log,
      entries: [more.say(log, { kind: 'part.erased', body: { parts: [part.id], reason: 'mistake' } })],
      parts: [],
    });
    views.changed(log);
    expect((await views.view(log)).parts.get(part.id)).toEqual({ id: part.id, erased: true });
  });
});
