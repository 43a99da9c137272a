import { type ErasedPart, type Hasher, type HashHex, type Head, type Linked, type Part, partsIn, type PartRef } from './entry.ts';
import { commitOf, contentHash, linkNext } from './hash.ts';

/** One thing that does not hold, and where. `seq` is the place in the log, `part` the id of a part. */
export type Breach = {
  readonly what:
    | 'unreadable-entry'
    | 'other-log'
    | 'gap'
    | 'chain-broken'
    | 'entry-twice'
    | 'device-chain-broken'
    | 'bad-signature'
    | 'part-altered'
    | 'part-unknown'
    | 'part-not-erased'
    | 'head-differs'
    | 'witness-differs'
    | 'witness-forged'
    | 'beyond-log';
  readonly seq?: number;
  readonly part?: string;
};

/** What a chain check carries from one entry to the next, so that a long log can be checked piece by piece. */
export type ChainState = {
  readonly head: Head;
  readonly ids: Set<string>;
  /** Content hashes by device, for the chain that each device makes of its own entries. */
  readonly saidBy: Map<string, Set<HashHex>>;
  readonly promised: Map<string, { readonly ref: PartRef; readonly seq: number }>;
  readonly erased: Set<string>;
};

export const startChain = (log: string): ChainState => ({
  head: { log, seq: 0, chain: null },
  ids: new Set(),
  saidBy: new Map(),
  promised: new Map(),
  erased: new Set(),
});

const remember = (state: ChainState, { entry, link }: Linked, content: HashHex): void => {
  state.ids.add(entry.id);
  const said = state.saidBy.get(entry.device) ?? new Set();
  state.saidBy.set(entry.device, said.add(content));
  for (const ref of partsIn(entry.body)) state.promised.set(ref.part, { ref, seq: link.seq });
  if (entry.kind === 'part.erased' && link.refusal === undefined && Array.isArray(entry.body.parts))
    for (const id of entry.body.parts) if (typeof id === 'string') state.erased.add(id);
};

/** Checks the next entry of a log against what came before. Returns the new state and every breach found at this place. */
export const checkNext = (
  state: ChainState,
  linked: Linked,
  hash: Hasher,
): { readonly state: ChainState; readonly breaches: readonly Breach[] } => {
  const { entry, link } = linked;
  const breaches: Breach[] = [];
  const at = (what: Breach['what']): number => breaches.push({ what, seq: link.seq });
  if (entry.log !== state.head.log) at('other-log');
  if (link.seq !== state.head.seq + 1) at('gap');
  const { chain: _claimed, seq: _seq, ...arrival } = link;
  const expected = linkNext({ ...state.head, seq: link.seq - 1 }, linked, arrival, hash);
  if (expected.chain !== link.chain) at('chain-broken');
  if (state.ids.has(entry.id)) at('entry-twice');
  if (entry.prior !== null && !state.saidBy.get(entry.device)?.has(entry.prior)) at('device-chain-broken');
  remember(state, linked, contentHash(entry, hash));
  return { state: { ...state, head: { log: state.head.log, seq: link.seq, chain: link.chain } }, breaches };
};

export type PartsFound = {
  readonly present: number;
  readonly erased: number;
  readonly withheld: readonly string[];
  readonly breaches: readonly Breach[];
};

/**
 * Checks the parts that lie beside a log against what the log promises. A promised part that is neither there nor erased is
 * withheld: that breaks nothing, and is said.
 */
export const checkParts = ({ promised, erased }: ChainState, parts: Iterable<Part | ErasedPart>, hash: Hasher): PartsFound => {
  const breaches: Breach[] = [];
  const seen = new Set<string>();
  let present = 0;
  for (const part of parts) {
    seen.add(part.id);
    const promise = promised.get(part.id);
    if (!promise) breaches.push({ what: 'part-unknown', part: part.id });
    else if ('erased' in part) {
      if (!erased.has(part.id)) breaches.push({ what: 'part-altered', part: part.id, seq: promise.seq });
    } else if (erased.has(part.id)) breaches.push({ what: 'part-not-erased', part: part.id, seq: promise.seq });
    else if (commitOf(part, hash) !== promise.ref.commit) breaches.push({ what: 'part-altered', part: part.id, seq: promise.seq });
    else present++;
  }
  const withheld = [...promised.keys()].filter((id) => !erased.has(id) && !seen.has(id));
  return { present, erased: [...promised.keys()].filter((id) => erased.has(id)).length, withheld, breaches };
};
