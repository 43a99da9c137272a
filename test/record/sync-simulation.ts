import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import {
  type DeviceStore,
  type EntryStore,
  openMemoryStore,
  type Peer,
  speakEntries,
  speakFrom,
  syncLog,
  takePiece,
  type Voice,
} from '../../src/app/index.ts';
import {
  admit,
  type Draft,
  foldIncident,
  type HashHex,
  type Kept,
  type Linked,
  type LogName,
  type Part,
  sealWords,
  uuidV7,
} from '../../src/core/index.ts';
import { nodeHasher } from '../support/pens.ts';
import { type Random, randomFrom } from '../support/random.ts';

// Several devices, one server and a network that cuts, delays, doubles, loses answers and mixes the order; all from one seed.

const start = 1_795_000_000_000;

/** A key that the same seed makes on every machine (PKCS #8 around 32 bytes). */
const keyFrom = (random: Random): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Uint8Array.from({ length: 32 }, () => random.below(256))]),
    format: 'der',
    type: 'pkcs8',
  });

/** One word of a device, and what it could have seen when it said it: the ids of the entries before its eyes. */
export type Word = { readonly entry: string; readonly seen: ReadonlySet<string> };

export type SimDevice = {
  readonly store: DeviceStore;
  readonly device: string;
  readonly words: Word[];
  /** How far its clock is off, in milliseconds. */
  readonly skew: number;
};

export type Outcome = {
  readonly log: LogName;
  readonly server: EntryStore;
  readonly devices: readonly SimDevice[];
  /** What the network did, to see that the run was not a calm one. */
  readonly met: Readonly<Record<Fate, number>>;
  /** The longest time between asking and being heard, in milliseconds. */
  readonly longest: number;
};

type Fate = 'heard' | 'request-lost' | 'answer-lost' | 'doubled' | 'late' | 'restarted';
type Message = { readonly run: () => Promise<void>; readonly fail: () => void; readonly alone: boolean };

/** Requests under way. The run decides which one arrives next, and how. */
const openNetwork = (random: Random, met: Record<Fate, number>) => {
  const queue: Message[] = [];
  let calm = false;
  const ask = <T>(isCut: () => boolean, work: () => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const cut = () => reject(new Error('cut'));
      const alone = async (): Promise<void> => {
        await work().catch(() => {});
      };
      queue.push({
        alone: false,
        fail: cut,
        run: async () => {
          const fate: Fate = calm
            ? 'heard'
            : isCut()
              ? 'request-lost'
              : random.pick<Fate>(['heard', 'heard', 'heard', 'heard', 'request-lost', 'answer-lost', 'doubled', 'late']);
          met[fate]++;
          if (fate === 'request-lost') return cut();
          // Given up by the device, and still under way: it arrives after what was sent later.
          if (fate === 'late') queue.push({ alone: true, fail: () => {}, run: alone });
          if (fate === 'late') return cut();
          const done = await work().then(
            (value) => () => resolve(value),
            (problem) => () => reject(problem),
          );
          if (fate === 'doubled') queue.push({ alone: true, fail: () => {}, run: alone });
          if (fate === 'answer-lost') cut();
          else done();
        },
      });
    });
  return {
    ask,
    /** Something the server sends by itself; it may be lost or come late. */
    push: (work: () => Promise<void>) => queue.push({ alone: true, fail: () => {}, run: work }),
    deliver: async (): Promise<boolean> => {
      const next = queue.splice(random.below(queue.length), 1)[0];
      if (!next) return false;
      if (next.alone && !calm && random.chance(0.2)) return true;
      await next.run();
      return true;
    },
    /** The server stops: what is under way never arrives. */
    drop: () => {
      met.restarted++;
      for (const message of queue.splice(0)) message.fail();
    },
    calm: () => {
      calm = true;
    },
  };
};

/** Lets everything that is only waiting for a promise go on. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const facts = ['personalDataInvolved', 'subjectsMax', 'maliciousAct'];
const draftFrom = (random: Random, own: readonly string[]): Draft => {
  const roll = random.below(20);
  if (roll < 7) return { kind: 'facts.recorded', body: { facts: { [random.pick(facts)]: random.chance(0.5) } } };
  if (roll < 11) return { kind: 'note.added', body: { text: { text: `ことば ${random.below(1000)}` } } };
  if (roll < 14) return { kind: 'action.done', body: { action: `P-01.T5.${random.below(3)}` } };
  if (roll < 16) return { kind: 'branch.answered', body: { branch: 'P-01.B1', answer: random.pick(['yes', 'no', 'unknown']) } };
  if (roll < 17 && own.length > 0) return { kind: 'entry.withdrawn', body: { withdraws: random.pick(own) } };
  if (roll < 18) return { kind: 'severity.set', body: { level: random.pick(['L0', 'L1', 'L2', 'L3']) } };
  if (roll < 19) return { kind: 'incident.closed', body: { bundle: '0'.repeat(64) } };
  return { kind: 'incident.reopened', body: { reason: { text: 'まだ続いている' } } };
};

const judge = { blockers: () => [], lockedEmpty: () => [] };

/** Where the server keeps the log, and how it comes back after it stopped. */
export type ServerPlace = { readonly store: EntryStore; readonly restart: () => Promise<EntryStore>; readonly remove: () => Promise<void> };

export const memoryPlace = (): ServerPlace => {
  const store = openMemoryStore(nodeHasher);
  return { store, restart: async () => store, remove: async () => {} };
};

/** One whole run: devices speak and sync through the bad network; then it heals, and all come into step. */
export const simulate = async (seed: number, place: ServerPlace, { devices: count = 3, steps = 240 } = {}): Promise<Outcome> => {
  const random = randomFrom(seed);
  const bytes = (n: number): Uint8Array => Uint8Array.from({ length: n }, () => random.below(256));
  const met: Record<Fate, number> = { heard: 0, 'request-lost': 0, 'answer-lost': 0, doubled: 0, late: 0, restarted: 0 };
  const network = openNetwork(random, met);
  const log: LogName = `incident:${uuidV7(start, bytes(10))}`;
  let server = place.store;
  let [time, longest] = [start, 0];
  const cut = new Set<number>();

  const verdict = (entry: Kept['entry'], before: readonly Kept[]): string | undefined =>
    admit(foldIncident(log, before), before, entry, judge)?.code;

  const openOne = (index: number) => {
    const key = keyFrom(random);
    const device = `ed25519:${createPublicKey(key).export({ format: 'jwk' }).x}`;
    const actor = uuidV7(start + index, bytes(10));
    const skew = (random.below(1201) - 600) * 1000;
    const store = speakFrom(openMemoryStore(nodeHasher));
    const words: Word[] = [];
    let [base, syncing]: [HashHex | null, boolean] = [null, false];
    const voice: Voice = {
      pen: () => {
        const now = time++ + skew;
        const saidAt = `${new Date(now + 9 * 3_600_000).toISOString().slice(0, -1)}+09:00[Asia/Tokyo]`;
        return { actor, device, saidAt, now, random: bytes, hash: nodeHasher };
      },
      sign: async (message) => sign(null, Buffer.from(message), key).toString('base64url'),
      seal: (draft, pen) => sealWords(draft, { ...pen, encode: (text) => new TextEncoder().encode(text) }),
    };
    const isCut = (): boolean => cut.has(index);
    const peer: Peer = {
      send: (_log, { entries, parts }) => {
        const sentAt = time + skew;
        return network.ask(isCut, async () => {
          longest = Math.max(longest, time - sentAt + skew);
          const arrival = { arrivedAt: new Date(time).toISOString(), skewSeconds: Math.round((sentAt - time) / 1000) };
          const done = await server.append({ log, entries, parts }, arrival, verdict);
          if (!done.ok) return { ok: false, error: { status: 409, message: { ja: done.error.code, en: done.error.code } } };
          const { links } = done.value;
          await tell(links.map((l) => l.seq));
          return { ok: true, value: links };
        });
      },
      read: (_log, after, limit) =>
        network.ask(isCut, async () => {
          const { head, records, parts } = await server.read(log, { after, limit });
          return { ok: true, value: { head, entries: records as readonly Linked[], parts } };
        }),
    };
    const sync = async (): Promise<boolean> => {
      if (syncing) return false;
      syncing = true;
      const done = await syncLog(store, peer, log, nodeHasher, { entries: 4, bytes: 4_000 }).catch(() => undefined);
      syncing = false;
      if (done && !done.ok) throw new Error(`seed ${seed}: ${JSON.stringify(done.error)}`);
      return done !== undefined;
    };
    /** Looks at the log: what is said from now on is said knowing it. */
    const look = async (): Promise<void> => {
      base = (await store.read(log)).head.chain;
    };
    const say = async (drafts: readonly Draft[]): Promise<void> => {
      const mine = base;
      const { records } = await store.read(log);
      const reach = records.find((r) => r.link?.chain === mine)?.link?.seq ?? 0;
      const spoken = await speakEntries(store, voice, { log, base: mine }, drafts, () => undefined);
      if (!('said' in spoken)) return;
      const seen = new Set(records.filter((r) => (r.link?.seq ?? Number.MAX_SAFE_INTEGER) <= reach).map((r) => r.entry.id));
      for (const { entry } of spoken.said) {
        for (const { entry: before } of words.map((w) => ({ entry: w.entry }))) seen.add(before);
        words.push({ entry: entry.id, seen: new Set(seen) });
      }
    };
    const hear = async (linked: Linked, parts: readonly Part[]): Promise<void> => {
      if (isCut()) return;
      const taken = await takePiece(store, log, { entries: [linked], parts }, nodeHasher);
      if (!taken.ok && taken.error.code === 'gap') sync();
    };
    return { store, device, words, skew, sync, look, say, hear };
  };
  const devices = Array.from({ length: count }, (_, i) => openOne(i));

  /** The live connection of every device: each new entry, to each of them. */
  const tell = async (seqs: readonly number[]): Promise<void> => {
    for (const seq of seqs) {
      const { records, parts } = await server.read(log, { after: seq - 1, limit: 1 });
      const held = parts.filter((p): p is Part => !('erased' in p));
      const [linked] = records;
      if (linked?.link) for (const device of devices) if (random.chance(0.5)) network.push(() => device.hear(linked as Linked, held));
    }
  };

  const [first] = devices;
  await first?.say([{ kind: 'incident.reported', body: { zone: 'Asia/Tokyo', bundle: '0'.repeat(64) } }]);
  for (let step = 0; step < steps; step++) {
    const device = random.pick(devices);
    const own = device.words.map((w) => w.entry);
    time += random.below(5_000);
    const roll = random.below(24);
    if (roll < 4) await device.say([draftFrom(random, own)]);
    // Two windows of one browser at the same moment.
    else if (roll < 5)
      await Promise.all([device.say([draftFrom(random, own), draftFrom(random, own)]), device.say([draftFrom(random, own)])]);
    else if (roll < 9) device.sync();
    else if (roll < 11) await device.look();
    else if (roll < 12) cut.add(random.below(count));
    else if (roll < 14) cut.delete(random.below(count));
    else if (roll === 14 && random.chance(0.2)) {
      network.drop();
      server = await place.restart();
    } else await network.deliver();
    await settle();
  }
  network.calm();
  for (let round = 0; round < 1_000; round++) {
    let done: readonly boolean[] | undefined;
    const turns = Promise.all(devices.map((d) => d.sync())).then((all) => {
      done = all;
    });
    while (!done) {
      await network.deliver();
      await settle();
    }
    await turns;
    const ends = await Promise.all([server, ...devices.map((d) => d.store)].map((s) => s.read(log)));
    const calm = ends.every((e) => e.head.seq === ends[0]?.head.seq && e.records.every((r) => r.link));
    if (calm) return { log, server, devices, met, longest };
  }
  throw new Error(`seed ${seed}: the devices do not come into step`);
};
