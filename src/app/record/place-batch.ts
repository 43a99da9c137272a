import {
  canonicalJson,
  contentHash,
  type DeviceId,
  type Entry,
  guardedKinds,
  type Hasher,
  type HashHex,
  type Head,
  type Kept,
  type Link,
  type Linked,
  linkNext,
  placeNext,
  type Part,
  partsIn,
} from '../../core/index.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { Arrival, Batch, StoreRefusal, Verdict } from './entry-store.ts';

/** What a store must look up for placing: what stands under an id, and the whole log where a guarded entry asks for it. */
export type Lookup = {
  readonly head: Head;
  readonly find: (id: string) => Kept | undefined;
  /** Content hash of the last entry of this device that is in order; null before its first. */
  readonly lastBy: (device: DeviceId) => HashHex | null;
  /** The commit that the first entry naming a part promised; undefined where none did. */
  readonly promiseOf: (part: string) => HashHex | undefined;
  /** Content hash of an entry, from a store that has computed it already. */
  readonly contentOf?: (entry: Entry) => HashHex;
  readonly before: () => { readonly records: readonly Kept[]; readonly parts: readonly Part[] };
};

export type Placed = {
  readonly links: readonly Link[];
  readonly added: readonly Linked[];
  readonly head: Head;
  /** Content hash of what each device of the batch said last. */
  readonly last: ReadonlyMap<DeviceId, HashHex>;
};

/** What a store that has the whole log at hand looks up in it: entries in order, those that wait left out. */
export const lookupIn = (records: readonly Kept[], hash: Hasher): Pick<Lookup, 'lastBy' | 'promiseOf'> => ({
  lastBy: (device) => {
    const last = records.findLast((r) => r.entry.device === device);
    return last ? contentHash(last.entry, hash) : null;
  },
  promiseOf: (part) => records.flatMap((r) => partsIn(r.entry.body)).find((p) => p.part === part)?.commit,
});

const isSame = (a: Entry, b: Entry): boolean => canonicalJson(a) === canonicalJson(b);

/**
 * Gives the entries of a batch their places after a head. An entry that is there already keeps its place; the same id with
 * other content is refused, and so is one that does not follow what its device said before, or that promises other bytes
 * under the id of a part; then nothing of the batch is placed. Pure, so that every store places alike.
 */
export const placeBatch = (
  { head, find, before, lastBy, promiseOf, contentOf = (entry) => contentHash(entry, hash) }: Lookup,
  batch: Batch,
  arrival: Arrival,
  verdict: Verdict | undefined,
  hash: Hasher,
): Result<Placed, StoreRefusal> => {
  const links: Link[] = [];
  const added: Linked[] = [];
  const last = new Map<DeviceId, HashHex>();
  const promised = new Map<string, HashHex>();
  let end = head;
  for (const signed of batch.entries) {
    const { entry } = signed;
    const known = added.find((a) => a.entry.id === entry.id) ?? find(entry.id);
    if (known && (known.entry.log !== batch.log || !isSame(known.entry, entry))) return fail({ code: 'id-taken', id: entry.id });
    if (known?.link) {
      links.push(known.link);
      continue;
    }
    const prior = last.get(entry.device) ?? lastBy(entry.device);
    if (entry.prior !== prior) return fail({ code: 'device-chain-gap', id: entry.id, expected: prior });
    const promises = partsIn(entry.body);
    const twice = promises.find(({ part, commit }) => (promised.get(part) ?? promiseOf(part) ?? commit) !== commit);
    if (twice) return fail({ code: 'part-taken', id: entry.id, part: twice.part });
    for (const { part, commit } of promises) promised.set(part, commit);
    const content = contentOf(entry);
    last.set(entry.device, content);
    const refusal = verdict && guardedKinds.has(entry.kind) ? judge(verdict, entry, before(), added, batch.parts) : undefined;
    const link = placeNext(end, { content, signature: signed.signature }, { ...arrival, ...(refusal !== undefined && { refusal }) }, hash);
    end = { log: batch.log, seq: link.seq, chain: link.chain };
    links.push(link);
    added.push({ ...signed, link });
  }
  return succeed({ links, added, head: end, last });
};

const judge = (
  verdict: Verdict,
  entry: Entry,
  { records, parts }: ReturnType<Lookup['before']>,
  added: readonly Linked[],
  fresh: readonly Part[],
): string | undefined => verdict(entry, [...records.filter((r) => r.link), ...added], [...parts, ...fresh]);

/**
 * Checks that linked entries go on where a log ends, place by place and hash by hash. Those that it has already are passed
 * over; returns the ones to add.
 */
export const continueLog = (head: Head, linked: readonly Linked[], hash: Hasher): Result<readonly Linked[], StoreRefusal> => {
  const ahead = linked.filter((r) => r.link.seq > head.seq);
  let end = head;
  for (const record of ahead) {
    const { seq, chain, ...arrival } = record.link;
    if (seq !== end.seq + 1) return fail({ code: 'gap', head });
    if (record.entry.log !== head.log || linkNext(end, record, arrival, hash).chain !== chain) return fail({ code: 'chain-broken', head });
    end = { log: head.log, seq, chain };
  }
  return succeed(ahead);
};
