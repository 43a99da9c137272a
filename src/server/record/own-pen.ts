import { randomBytes } from 'node:crypto';
import {
  contentHash,
  type Entry,
  type HashHex,
  type LogName,
  makeEntry,
  messageToSign,
  type Part,
  sealWords,
  type Signed,
  writeSaidAt,
} from '../../core/index.ts';
import type { Signer } from '../safety/key-folder.ts';
import { nodeHasher } from './node-hasher.ts';

/** What a program wants to say: with an id it may send it again. */
export type ServerSaying = { readonly id?: string; readonly kind: string; readonly body: unknown };

type Place = { readonly log: LogName; readonly base: HashHex | null; readonly prior: HashHex | null; readonly zone: string };

/** Writes and signs entries with the server's own device, for programs that keep no key of their own. */
export const writeAsServer = (
  signer: Signer,
  actor: string,
  place: Place,
  sayings: readonly ServerSaying[],
  now: number,
): { readonly entries: readonly Signed[]; readonly parts: readonly Part[]; readonly last: HashHex | null } => {
  const entries: Signed[] = [];
  const kept: Part[] = [];
  let prior = place.prior;
  for (const { id, kind, body } of sayings) {
    const pen = {
      actor,
      device: signer.device,
      saidAt: writeSaidAt(now, place.zone),
      now,
      random: (count: number): Uint8Array => new Uint8Array(randomBytes(count)),
      hash: nodeHasher,
    };
    const sealed = sealWords({ kind, body }, { ...pen, encode: (text) => new TextEncoder().encode(text) });
    const made: Entry = makeEntry({ kind, body: sealed.body }, { ...place, prior }, pen);
    const entry = id === undefined ? made : { ...made, id };
    prior = contentHash(entry, nodeHasher);
    entries.push({ entry, signature: signer.sign(messageToSign(prior)) });
    kept.push(...sealed.parts);
  }
  return { entries, parts: kept, last: prior };
};
