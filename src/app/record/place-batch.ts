import {
  canonicalJson,
  type Entry,
  guardedKinds,
  type Hasher,
  type Head,
  type Kept,
  type Link,
  type Linked,
  linkNext,
  type Part,
} from '../../core/index.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { Arrival, Batch, StoreRefusal, Verdict } from './entry-store.ts';

/** What a store must look up for placing: what stands under an id, and the whole log where a guarded entry asks for it. */
export type Lookup = {
  readonly head: Head;
  readonly find: (id: string) => Kept | undefined;
  readonly before: () => { readonly records: readonly Kept[]; readonly parts: readonly Part[] };
};

export type Placed = { readonly links: readonly Link[]; readonly added: readonly Linked[]; readonly head: Head };

const isSame = (a: Entry, b: Entry): boolean => canonicalJson(a) === canonicalJson(b);

/**
 * Gives the entries of a batch their places after a head. An entry that is there already keeps its place; the same id with
 * other content is refused, and nothing of the batch is placed. Pure, so that every store places alike.
 */
export const placeBatch = (
  { head, find, before }: Lookup,
  batch: Batch,
  arrival: Arrival,
  verdict: Verdict | undefined,
  hash: Hasher,
): Result<Placed, StoreRefusal> => {
  const links: Link[] = [];
  const added: Linked[] = [];
  let end = head;
  for (const signed of batch.entries) {
    const { entry } = signed;
    const known = added.find((a) => a.entry.id === entry.id) ?? find(entry.id);
    if (known && (known.entry.log !== batch.log || !isSame(known.entry, entry))) return fail({ code: 'id-taken', id: entry.id });
    if (known?.link) {
      links.push(known.link);
      continue;
    }
    const refusal = verdict && guardedKinds.has(entry.kind) ? judge(verdict, entry, before(), added, batch.parts) : undefined;
    const link = linkNext(end, signed, { ...arrival, ...(refusal !== undefined && { refusal }) }, hash);
    end = { log: batch.log, seq: link.seq, chain: link.chain };
    links.push(link);
    added.push({ ...signed, link });
  }
  return succeed({ links, added, head: end });
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

/** The parts that an entry erases, where it has effect. */
export const erasedBy = ({ entry, link }: Kept): readonly string[] =>
  entry.kind === 'part.erased' && link?.refusal === undefined && Array.isArray(entry.body.parts)
    ? entry.body.parts.filter((id): id is string => typeof id === 'string')
    : [];
