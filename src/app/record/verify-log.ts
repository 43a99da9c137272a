import {
  type Breach,
  type ChainState,
  checkNext,
  checkPart,
  type DeviceId,
  type ErasedPart,
  type FileHead,
  type Hasher,
  type HashHex,
  type Head,
  headMessage,
  isKind,
  type Linked,
  messageToSign,
  type Part,
  readLine,
  type SignedHead,
  startChain,
  withheldParts,
} from '../../core/index.ts';
import { openSeals, type SealCheck } from './check-seals.ts';
import type { RawLine } from './split-lines.ts';

export type Witnessed = Pick<SignedHead, 'seq' | 'signedAt' | 'signer'> & {
  /** By the key of this installation, or by another. */
  readonly own: boolean;
};

/** What a check of one log proved, four things apart, and every breach with its place. */
export type LogProof = {
  /** How far the log was read. */
  readonly head: Head;
  /** No entry, place, signature, part or head differs from what the chain says. */
  readonly unbroken: boolean;
  /** The highest place that a witness vouches for: up to there the log is complete. 0: nobody vouches. */
  readonly completeTo: number;
  /** Entries that carry a signature that holds, by device; and those of devices that cannot sign. */
  readonly authored: {
    readonly signed: number;
    readonly unsigned: number;
    readonly devices: readonly { readonly device: DeviceId; readonly entries: number }[];
  };
  /** Heads that were signed and hold, the earliest place first. */
  readonly witnessed: readonly Witnessed[];
  readonly parts: { readonly present: number; readonly erased: number; readonly withheld: number };
  /** Entries of kinds that this program does not know. */
  readonly newer: number;
  /** The first thousand breaches, in the order of the log. */
  readonly breaches: readonly Breach[];
  readonly breachCount: number;
};

const breachesKept = 1000;

type Tools = {
  readonly hash: Hasher;
  readonly check: SealCheck;
  /** The keys of this installation. */
  readonly own: ReadonlySet<DeviceId>;
  /** Sees each entry that was read, whole or not. */
  readonly onEntry?: (linked: Linked) => void;
};

const openBreaches = () => {
  const kept: Breach[] = [];
  let count = 0;
  const placeOf = ({ seq }: Breach): number => seq ?? Number.MAX_SAFE_INTEGER;
  return {
    add: (breach: Breach): void => {
      count += 1;
      if (kept.length < breachesKept) kept.push(breach);
    },
    count: () => count,
    inOrder: (): readonly Breach[] => [...kept].sort((a, b) => placeOf(a) - placeOf(b)),
  };
};

/** Follows the entries of one log and the parts that lie beside it. */
const openTrail = ({ hash, check }: Tools, fail: (breach: Breach) => void) => {
  let chain: ChainState | undefined;
  const chains: (HashHex | null)[] = [null];
  const devices = new Map<DeviceId, number>();
  const seen = new Set<string>();
  const present = new Set<string>();
  let [unsigned, newer] = [0, 0];
  const seals = openSeals(check, fail, ({ device }) => {
    devices.set(device, (devices.get(device) ?? 0) + 1);
  });
  return {
    head: (): Head | undefined => chain?.head,
    chainAt: (seq: number): HashHex | null | undefined => chains[seq],
    entry: (linked: Linked): Promise<void> | undefined => {
      const { entry, signature, link } = linked;
      const next = checkNext(chain ?? startChain(entry.log), linked, hash);
      chain = next.state;
      for (const breach of next.breaches) fail(breach);
      chains[link.seq] = link.chain;
      if (!isKind(entry.kind)) newer += 1;
      if (signature === null) unsigned += 1;
      else {
        const seal = { device: entry.device, message: messageToSign(next.content), signature };
        return seals.add(seal, { what: 'bad-signature', seq: link.seq });
      }
      return undefined;
    },
    part: (part: Part | ErasedPart, line: number): void => {
      seen.add(part.id);
      const breach = checkPart(chain ?? startChain(''), part, hash);
      if (breach) fail({ ...breach, line });
      else if (!('erased' in part)) present.add(part.id);
    },
    end: async () => {
      await seals.end();
      const signed = [...devices.values()].reduce((sum, n) => sum + n, 0);
      const { promised, erased } = chain ?? startChain('');
      return {
        authored: { signed, unsigned, devices: [...devices].map(([device, entries]) => ({ device, entries })) },
        parts: {
          present: present.size,
          erased: [...promised.keys()].filter((id) => erased.has(id)).length,
          withheld: withheldParts({ ...startChain(''), promised, erased }, seen).length,
        },
        newer,
      };
    },
  };
};

type Trail = ReturnType<typeof openTrail>;

const checkWitnesses = async (
  heads: readonly SignedHead[],
  end: Head,
  trail: Trail,
  { check, own }: Tools,
  fail: (breach: Breach) => void,
): Promise<readonly Witnessed[]> => {
  const answers = await check(heads.map((w) => ({ device: w.signer, message: headMessage(w), signature: w.signature })));
  const witnessed: Witnessed[] = [];
  for (const [i, { log, seq, chain, signedAt, signer }] of heads.entries()) {
    if (answers[i] !== true) fail({ what: 'witness-forged', seq });
    else if (seq > end.seq) fail({ what: 'beyond-log', seq });
    else if (log !== end.log || trail.chainAt(seq) !== chain) fail({ what: 'witness-differs', seq });
    else witnessed.push({ seq, signedAt, signer, own: own.has(signer) });
  }
  return witnessed.sort((a, b) => a.seq - b.seq);
};

const turns = ['head', 'entry', 'part', 'witness'] as const;

/**
 * Checks a log, line by line, as docs/log-format.md describes the file: only hashes and ids are held. What it proved and
 * what it did not is said apart; it never fails.
 */
export const verifyLog = async (lines: AsyncIterable<RawLine>, tools: Tools): Promise<LogProof> => {
  const breaches = openBreaches();
  const trail = openTrail(tools, breaches.add);
  const heads: SignedHead[] = [];
  let claimed: FileHead['head'] | undefined;
  let [number, turn, cut] = [0, 0, false];
  for await (const { text, ended } of lines) {
    number += 1;
    cut = !ended;
    const line = text === undefined ? ({ line: 'unreadable' } as const) : readLine(text);
    const at = line.line === 'unreadable' ? -1 : turns.indexOf(line.line);
    // Each in its turn: the head once and first, then entries, parts, witnesses.
    if (line.line === 'unreadable' || at < turn || (at === 0) !== (number === 1)) {
      const next = (trail.head()?.seq ?? 0) + 1;
      const isPlace = number > 1 && turn < 2 && claimed !== undefined && next <= claimed.seq;
      breaches.add({ what: 'unreadable-line', line: number, ...(isPlace && { seq: next }) });
      continue;
    }
    turn = at;
    if (line.line === 'head') claimed = line.head.head;
    else if (line.line === 'entry') {
      tools.onEntry?.(line.linked);
      await trail.entry(line.linked);
    } else if (line.line === 'part') trail.part(line.part, number);
    else heads.push(line.witness);
  }
  if (cut || number === 0) breaches.add({ what: 'cut-short', line: number });
  const found = await trail.end();
  const head = trail.head() ?? { log: claimed?.log ?? '', seq: 0, chain: null };
  if (claimed && (claimed.log !== head.log || claimed.seq !== head.seq || claimed.chain !== head.chain))
    breaches.add({ what: 'head-differs', seq: claimed.seq, line: 1 });
  const unbroken = breaches.count() === 0;
  const witnessed = await checkWitnesses(heads, head, trail, tools, breaches.add);
  return {
    head,
    unbroken,
    completeTo: witnessed.at(-1)?.seq ?? 0,
    ...found,
    witnessed,
    breaches: breaches.inOrder(),
    breachCount: breaches.count(),
  };
};
