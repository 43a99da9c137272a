import {
  contentHash,
  type Draft,
  type Entry,
  type HashHex,
  type LogName,
  makeEntry,
  messageToSign,
  type Part,
  type Pen,
  type Signed,
} from '../../core/index.ts';
import type { DeviceStore } from './device-store.ts';

/** What a device speaks with: its pen at this moment, how it signs and how it seals words. */
export type Voice = {
  readonly pen: () => Pen;
  /** Signs the message over a content hash; null where the device cannot. */
  readonly sign: (message: string) => Promise<string | null>;
  /** Puts words into parts (`sealWords`); may be left out where nothing is said in words. */
  readonly seal: (draft: Draft, pen: Pen) => { readonly body: Entry['body']; readonly parts: readonly Part[] };
};

type Spoken = { readonly entries: readonly Signed[]; readonly parts: readonly Part[]; readonly last: HashHex };

/** Writes and signs entries, each chained to the one before. Nothing is kept yet. */
const writeEntries = async (
  voice: Voice,
  place: { readonly log: LogName; readonly base: HashHex | null; readonly prior: HashHex | null },
  drafts: readonly Draft[],
): Promise<Spoken> => {
  const entries: Signed[] = [];
  const parts: Part[] = [];
  let prior = place.prior;
  for (const draft of drafts) {
    const pen = voice.pen();
    const sealed = voice.seal(draft, pen);
    const entry = makeEntry({ kind: draft.kind, body: sealed.body }, { ...place, prior }, pen);
    prior = contentHash(entry, pen.hash);
    entries.push({ entry, signature: await voice.sign(messageToSign(prior)) });
    parts.push(...sealed.parts);
  }
  return { entries, parts, last: prior as HashHex };
};

/**
 * Says something in a log, durably on this device when it resolves. `check` may turn it away before it is kept. Where
 * another window spoke meanwhile, it is written anew, so that the device's chain never forks.
 */
export const speakEntries = async <R>(
  store: DeviceStore,
  voice: Voice,
  { log, base }: { readonly log: LogName; readonly base: HashHex | null },
  drafts: readonly Draft[],
  check: (entries: readonly Signed[], parts: readonly Part[]) => R | undefined,
): Promise<{ readonly said: readonly Signed[] } | { readonly refused: R }> => {
  for (;;) {
    const prior = await store.lastSaid(log);
    const { entries, parts, last } = await writeEntries(voice, { log, base, prior }, drafts);
    const refused = check(entries, parts);
    if (refused !== undefined) return { refused };
    if (await store.holdAfter(prior, { log, entries, parts }, last)) return { said: entries };
  }
};
