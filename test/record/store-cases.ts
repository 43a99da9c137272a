import { afterEach, describe, expect, it } from 'vitest';
import type { Arrival, EntryStore } from '../../src/app/index.ts';
import { type Entry, type Linked, linkNext, type Part, type Signed } from '../../src/core/index.ts';
import { incidentLog, nodeHasher, openDevice, reported } from '../support/pens.ts';

export type OpenedStore = {
  readonly store: EntryStore;
  /** Closes the store and opens it again on what it kept; undefined where nothing is kept on purpose. */
  readonly reopen?: () => Promise<EntryStore>;
  readonly remove: () => Promise<void>;
};

const arrival: Arrival = { arrivedAt: '2026-11-25T00:00:00.000Z', skewSeconds: 0 };
const empty = { parts: [] } as const;
const wordsOf = (part: unknown): string => new TextDecoder().decode((part as Part).bytes);

/** What every store must do alike, wherever it lies. */
export const storeCases = (name: string, open: () => Promise<OpenedStore>): void => {
  const opened: OpenedStore[] = [];
  const openOne = async (): Promise<OpenedStore> => {
    const one = await open();
    opened.push(one);
    return one;
  };
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.remove();
  });
  const started = async (seed: number) => {
    const one = await openOne();
    const device = openDevice(seed);
    const log = incidentLog(seed);
    const note = (text: string): { readonly signed: Signed; readonly part: Part } => {
      const { part, ref } = device.words(text);
      return { signed: device.say(log, { kind: 'note.added', body: { text: ref } }), part };
    };
    return { ...one, device, log, note, first: device.say(log, reported) };
  };
  const append = async (store: EntryStore, log: string, entries: readonly Signed[], parts: readonly Part[] = []) => {
    const done = await store.append({ log, entries, parts }, arrival);
    if (!done.ok) throw new Error(done.error.code);
    return done.value.links;
  };
  /** The same entries linked elsewhere, as they come from the one who keeps the order. */
  const linkAll = (log: string, signed: readonly Signed[]): readonly Linked[] => {
    const linked: Linked[] = [];
    for (const one of signed) {
      const last = linked.at(-1)?.link;
      linked.push({ ...one, link: linkNext({ log, seq: last?.seq ?? 0, chain: last?.chain ?? null }, one, arrival, nodeHasher) });
    }
    return linked;
  };

  describe(`a store ${name}`, () => {
    it('reads an unknown log as an empty one [STORE-01]', async () => {
      const { store, log } = await started(1);
      expect(await store.read(log)).toEqual({ head: { log, seq: 0, chain: null }, records: [], parts: [] });
      expect(await store.logs()).toEqual([]);
    });

    it('gives places in order, and the same place to what is sent twice [STORE-02]', async () => {
      const { store, log, first, note } = await started(2);
      const { signed, part } = note('ファイルが開けません');
      const links = await append(store, log, [first, signed], [part]);
      expect(links.map((l) => l.seq)).toEqual([1, 2]);
      expect(await append(store, log, [signed, first], [part])).toEqual([links[1], links[0]]);
      const { head, records, parts } = await store.read(log);
      expect(head).toEqual({ log, seq: 2, chain: links[1]?.chain });
      expect(records.map((r) => r.entry)).toEqual([first.entry, signed.entry]);
      expect(records.map((r) => r.signature)).toEqual([first.signature, signed.signature]);
      expect(parts.map(wordsOf)).toEqual(['ファイルが開けません']);
    });

    it('reads after a place and up to a number, with the parts of what is read [STORE-03]', async () => {
      const { store, log, first, note } = await started(3);
      const notes = ['一', '二', '三'].map(note);
      await append(
        store,
        log,
        [first, ...notes.map((n) => n.signed)],
        notes.map((n) => n.part),
      );
      const { head, records, parts } = await store.read(log, { after: 1, limit: 2 });
      expect(head.seq).toBe(4);
      expect(records.map((r) => r.link?.seq)).toEqual([2, 3]);
      expect(parts.map(wordsOf)).toEqual(['一', '二']);
    });

    it('refuses another entry under a known id and places nothing of the batch [STORE-04]', async () => {
      const { store, log, first, note } = await started(4);
      await append(store, log, [first]);
      const other: Entry = { ...first.entry, body: { ...first.entry.body, goingOn: 'yes' } };
      const fresh = note('新しい');
      const refused = await store.append({ log, entries: [fresh.signed, { ...first, entry: other }], parts: [fresh.part] }, arrival);
      expect(refused).toEqual({ ok: false, error: { code: 'id-taken', id: first.entry.id } });
      expect((await store.read(log)).records.length).toBe(1);
    });

    it('refuses an id that another log has, and leaves no empty log behind [STORE-04]', async () => {
      const { store, log, first } = await started(5);
      await append(store, log, [first]);
      const elsewhere = incidentLog(55);
      const moved = { ...first, entry: { ...first.entry, log: elsewhere } };
      expect(await store.append({ log: elsewhere, entries: [moved], ...empty }, arrival)).toMatchObject({ error: { code: 'id-taken' } });
      expect((await store.logs()).map((l) => l.log)).toEqual([log]);
    });

    it('spoils no other batch with a refused one, when all come at once [STORE-05]', async () => {
      const { store, log, device, first } = await started(6);
      await append(store, log, [first]);
      const bad = { ...first, entry: { ...first.entry, kind: 'note.added' } };
      const good = Array.from({ length: 20 }, () => device.say(log, { kind: 'note.added', body: {} }));
      const all = await Promise.all(
        good.flatMap((one) => [
          store.append({ log, entries: [one], ...empty }, arrival),
          store.append({ log, entries: [bad], ...empty }, arrival),
        ]),
      );
      expect(all.filter((a) => a.ok).length).toBe(20);
      expect((await store.read(log)).records.map((r) => r.link?.seq)).toEqual(Array.from({ length: 21 }, (_, i) => i + 1));
    });

    it('keeps a long batch whole and in its order [STORE-02]', async () => {
      const { store, log, device, first } = await started(7);
      const many = Array.from({ length: 120 }, () => device.say(log, { kind: 'note.added', body: {} }));
      const links = await append(store, log, [first, ...many]);
      expect(links.map((l) => l.seq)).toEqual(Array.from({ length: 121 }, (_, i) => i + 1));
      expect((await store.read(log)).records.map((r) => r.entry.id)).toEqual([first, ...many].map((s) => s.entry.id));
    });

    it('holds entries until they get their place by appending [STORE-06]', async () => {
      const { store, log, first, note } = await started(8);
      const { signed, part } = note('待つ');
      await store.hold({ log, entries: [first, signed], parts: [part] });
      await store.hold({ log, entries: [first], ...empty });
      const waiting = await store.read(log);
      expect(waiting.head.seq).toBe(0);
      expect(waiting.records.map((r) => [r.entry.id, r.link])).toEqual([
        [first.entry.id, undefined],
        [signed.entry.id, undefined],
      ]);
      expect(waiting.parts.map(wordsOf)).toEqual(['待つ']);
      expect(await store.logs()).toEqual([{ log, seq: 0, chain: null, pending: 2 }]);
      await append(store, log, [first]);
      expect((await store.read(log)).records.map((r) => r.link?.seq)).toEqual([1, undefined]);
      expect((await store.logs())[0]).toMatchObject({ seq: 1, pending: 1 });
    });

    it('takes what was linked elsewhere; held entries find their place [STORE-06]', async () => {
      const { store, log, first, note } = await started(9);
      const mine = note('わたし');
      const yours = note('あなた');
      await store.hold({ log, entries: [mine.signed], parts: [mine.part] });
      const linked = linkAll(log, [first, yours.signed, mine.signed]);
      const taken = await store.take(log, linked, [yours.part]);
      expect(taken).toEqual({ ok: true, value: { log, seq: 3, chain: linked[2]?.link.chain } });
      expect((await store.take(log, linked, [])).ok).toBe(true);
      const { records, parts } = await store.read(log);
      expect(records.map((r) => r.entry.id)).toEqual(linked.map((r) => r.entry.id));
      expect(parts.map(wordsOf)).toEqual(['あなた', 'わたし']);
      expect((await store.logs())[0]).toMatchObject({ seq: 3, pending: 0 });
    });

    it('refuses a gap and a broken chain, and keeps nothing of them [STORE-07]', async () => {
      const { store, log, first, note } = await started(10);
      const linked = linkAll(log, [first, note('a').signed, note('b').signed]);
      const head = { log, seq: 0, chain: null };
      expect(await store.take(log, linked.slice(1), [])).toEqual({ ok: false, error: { code: 'gap', head } });
      const bent = linked.map((r) => (r.link.seq === 2 ? { ...r, link: { ...r.link, skewSeconds: 1 } } : r));
      expect(await store.take(log, bent, [])).toEqual({ ok: false, error: { code: 'chain-broken', head } });
      expect((await store.read(log)).records).toEqual([]);
    });

    it('removes bytes and salt of an erased part, and does not take them again [STORE-08]', async () => {
      const { store, log, device, first, note } = await started(11);
      const { signed, part } = note('山田さんの電話番号');
      await append(store, log, [first, signed], [part]);
      const erase = device.say(log, { kind: 'part.erased', body: { parts: [part.id], reason: 'personal-data' } });
      await append(store, log, [erase]);
      expect((await store.read(log)).parts).toEqual([{ id: part.id, erased: true }]);
      const again = device.say(log, { kind: 'note.added', body: { text: signed.entry.body.text as never } });
      await append(store, log, [again], [part]);
      expect((await store.read(log)).parts.every((p) => 'erased' in p)).toBe(true);
    });

    it('keeps a part only where an entry promises it [STORE-09]', async () => {
      const { store, log, device, first } = await started(12);
      const { part } = device.words('どこにも書かれていない');
      await append(store, log, [first], [part]);
      expect((await store.read(log)).parts).toEqual([]);
    });

    it('keeps a refused entry, without effect, in its place [STORE-10]', async () => {
      const { store, log, device, first, note } = await started(13);
      const { signed, part } = note('見えている');
      await append(store, log, [first, signed], [part]);
      const close = device.say(log, { kind: 'incident.closed', body: { bundle: '0'.repeat(64) } });
      const seen: unknown[] = [];
      const done = await store.append({ log, entries: [close], ...empty }, arrival, (entry, before, parts) => {
        seen.push(
          entry.id,
          before.map((r) => r.link?.seq),
          parts.map((p) => p.id),
        );
        return 'duties-open';
      });
      expect(done).toMatchObject({ ok: true, value: { links: [{ seq: 3, refusal: 'duties-open' }], head: { seq: 3 } } });
      expect(seen).toEqual([close.entry.id, [1, 2], [part.id]]);
      expect((await store.read(log)).records.at(-1)?.link?.refusal).toBe('duties-open');
    });

    it('asks for a verdict on guarded kinds alone [STORE-10]', async () => {
      const { store, log, first } = await started(14);
      const done = await store.append({ log, entries: [first], ...empty }, arrival, () => 'never');
      expect(done).toMatchObject({ ok: true, value: { links: [{ seq: 1 }], head: { log, seq: 1 } } });
    });

    it('lists logs, the one changed last first [STORE-11]', async () => {
      const { store, log, device, first } = await started(15);
      const other = incidentLog(16);
      await append(store, log, [first]);
      await append(store, other, [openDevice(16).say(other, reported)]);
      expect((await store.logs()).map((l) => l.log)).toEqual([other, log]);
      await append(store, log, [device.say(log, { kind: 'note.added', body: {} })]);
      expect((await store.logs()).map((l) => [l.log, l.seq])).toEqual([
        [log, 2],
        [other, 1],
      ]);
    });

    it('keeps witnessed heads in the order they came [STORE-12]', async () => {
      const { store, log } = await started(17);
      const head = (seq: number) => ({
        log,
        seq,
        chain: '0'.repeat(64),
        signedAt: '2026-11-25T00:00:00.000Z',
        signer: 'ed25519:x',
        signature: 's',
      });
      await store.witness(head(1));
      await store.witness(head(2));
      expect(await store.witnesses(log)).toEqual([head(1), head(2)]);
      expect(await store.witnesses(incidentLog(18))).toEqual([]);
    });

    it('has everything again after it is closed and opened [STORE-13]', async () => {
      const { store, log, device, first, note, reopen } = await started(19);
      const [kept, gone] = [note('残る'), note('消える')];
      await append(store, log, [first, kept.signed, gone.signed], [kept.part, gone.part]);
      await append(store, log, [device.say(log, { kind: 'part.erased', body: { parts: [gone.part.id], reason: 'mistake' } })]);
      const held = note('待つ');
      await store.hold({ log, entries: [held.signed], parts: [held.part] });
      const before = { read: await store.read(log), logs: await store.logs() };
      if (!reopen) return;
      const again = await reopen();
      expect({ read: await again.read(log), logs: await again.logs() }).toEqual(before);
    });
  });
};
