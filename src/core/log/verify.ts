import { type ErasedPart, type Hasher, type HashHex, type Head, type Linked, type Part, partsIn } from './entry.ts';
import { commitOf, contentHash, placeNext } from './hash.ts';

/** One thing that does not hold, and where. `seq` is the place in the log, `part` the id of a part, `line` the line of a file. */
export type Breach = {
  readonly what:
    | 'unreadable-line'
    | 'cut-short'
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
  readonly line?: number;
};

/** What entries promised about a part. The same id may be promised again; `commits` are all that were. `seq` is the first place. */
type Promised = { readonly commits: readonly HashHex[]; readonly seq: number };

/** What a chain check carries from one entry to the next, so that a long log can be checked piece by piece. */
export type ChainState = {
  readonly head: Head;
  readonly ids: Set<string>;
  /** Content hashes by device, for the chain that each device makes of its own entries. */
  readonly saidBy: Map<string, Set<HashHex>>;
  readonly promised: Map<string, Promised>;
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
  for (const { part, commit } of partsIn(entry.body)) {
    const before = state.promised.get(part);
    state.promised.set(part, { commits: [...(before?.commits ?? []), commit], seq: before?.seq ?? link.seq });
  }
  if (entry.kind === 'part.erased' && link.refusal === undefined && Array.isArray(entry.body.parts))
    for (const id of entry.body.parts) if (typeof id === 'string') state.erased.add(id);
};

/**
 * Checks the next entry of a log against what came before, all but its signature. Returns the new state, the content hash
 * that the signature must fit, and every breach found at this place.
 */
export const checkNext = (
  state: ChainState,
  linked: Linked,
  hash: Hasher,
): { readonly state: ChainState; readonly content: HashHex; readonly breaches: readonly Breach[] } => {
  const { entry, signature, link } = linked;
  const breaches: Breach[] = [];
  const at = (what: Breach['what']): number => breaches.push({ what, seq: link.seq });
  if (entry.log !== state.head.log) at('other-log');
  if (link.seq !== state.head.seq + 1) at('gap');
  const { chain: _claimed, seq: _seq, ...arrival } = link;
  const content = contentHash(entry, hash);
  const expected = placeNext({ ...state.head, seq: link.seq - 1 }, { content, signature }, arrival, hash);
  if (expected.chain !== link.chain) at('chain-broken');
  if (state.ids.has(entry.id)) at('entry-twice');
  if (entry.prior !== null && !state.saidBy.get(entry.device)?.has(entry.prior)) at('device-chain-broken');
  remember(state, linked, content);
  return { state: { ...state, head: { log: state.head.log, seq: link.seq, chain: link.chain } }, content, breaches };
};

/** Checks one part that lies beside a log, after every entry was read; undefined when it is as the log promises. */
export const checkPart = ({ promised, erased }: ChainState, part: Part | ErasedPart, hash: Hasher): Breach | undefined => {
  const promise = promised.get(part.id);
  if (!promise) return { what: 'part-unknown', part: part.id };
  const at = (what: Breach['what']): Breach => ({ what, part: part.id, seq: promise.seq });
  if ('erased' in part) return erased.has(part.id) ? undefined : at('part-altered');
  if (erased.has(part.id)) return at('part-not-erased');
  return promise.commits.includes(commitOf(part, hash)) ? undefined : at('part-altered');
};

/** Promised parts that were neither there nor erased: withheld. That breaks nothing, and is said. */
export const withheldParts = ({ promised, erased }: ChainState, seen: ReadonlySet<string>): readonly string[] =>
  [...promised.keys()].filter((id) => !erased.has(id) && !seen.has(id));
