import { type ErasedPart, type Hasher, type HashHex, type Head, type Kept, type Linked, type Part, partsIn } from './entry.ts';
import { commitOf, contentHash, placeNext } from './hash.ts';
import { isUuid } from './uuid.ts';

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
    | 'base-unknown'
    | 'part-promised-twice'
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

/** What the first entry that names a part promised about it. The same promise may be made again; another one may not. */
type Promised = { readonly commit: HashHex; readonly seq: number };

/** What a chain check carries from one entry to the next, so that a long log can be checked piece by piece. */
export type ChainState = {
  readonly head: Head;
  readonly ids: Set<string>;
  /** Chain hashes so far: what a device can have seen. */
  readonly chains: Set<HashHex>;
  /** Content hash of what each device said last: the chain that a device makes of its own entries. */
  readonly lastBy: Map<string, HashHex>;
  readonly promised: Map<string, Promised>;
  readonly erased: Set<string>;
};

/** A check that has seen nothing of a log yet. */
export const startChain = (log: string): ChainState => ({
  head: { log, seq: 0, chain: null },
  ids: new Set(),
  chains: new Set(),
  lastBy: new Map(),
  promised: new Map(),
  erased: new Set(),
});

const isUuids = (raw: unknown): raw is readonly string[] => Array.isArray(raw) && raw.every((id) => typeof id === 'string' && isUuid(id));

/** The parts that an entry erases: any `part.erased` without refusal that names parts, whatever else stands in it. */
export const erasedBy = ({ entry, link }: Kept): readonly string[] =>
  entry.kind === 'part.erased' && link?.refusal === undefined && isUuids(entry.body.parts) ? entry.body.parts : [];

const remember = (state: ChainState, linked: Linked, content: HashHex): void => {
  const { entry, link } = linked;
  state.ids.add(entry.id);
  state.chains.add(link.chain);
  state.lastBy.set(entry.device, content);
  for (const { part, commit } of partsIn(entry.body)) if (!state.promised.has(part)) state.promised.set(part, { commit, seq: link.seq });
  for (const id of erasedBy(linked)) state.erased.add(id);
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
  if (entry.prior !== (state.lastBy.get(entry.device) ?? null)) at('device-chain-broken');
  // Each device is a witness: it signed which state it had seen. A log written anew no longer holds that state.
  if (entry.base !== null && !state.chains.has(entry.base)) at('base-unknown');
  if (partsIn(entry.body).some(({ part, commit }) => (state.promised.get(part)?.commit ?? commit) !== commit)) at('part-promised-twice');
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
  return promise.commit === commitOf(part, hash) ? undefined : at('part-altered');
};

/** Promised parts that were neither there nor erased: withheld. That breaks nothing, and is said. */
export const withheldParts = ({ promised, erased }: ChainState, seen: ReadonlySet<string>): readonly string[] =>
  [...promised.keys()].filter((id) => !erased.has(id) && !seen.has(id));
