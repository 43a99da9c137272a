import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import {
  contentHash,
  type Hasher,
  type HashHex,
  type Linked,
  linkNext,
  type LogName,
  makeEntry,
  makePart,
  messageToSign,
  type Part,
  type PartRef,
  type Pen,
  type Saying,
  type Signed,
  uuidV7,
} from '../../src/core/index.ts';
import { type Random, randomFrom } from './random.ts';

/** SHA-256 of Node, as the core takes it. */
export const nodeHasher: Hasher = {
  ofText: (text) => createHash('sha256').update(text).digest('hex'),
  ofBytes: (...chunks) => chunks.reduce((hash, chunk) => hash.update(chunk), createHash('sha256')).digest('hex'),
};

const bytesFrom =
  (random: Random) =>
  (count: number): Uint8Array =>
    Uint8Array.from({ length: count }, () => random.below(256));

/** A device with a clock that the test sets, chance from a seed, and a key of its own. */
export type TestDevice = {
  readonly pen: () => Pen;
  readonly say: (log: LogName, saying: Saying, base?: HashHex | null) => Signed;
  readonly words: (text: string) => { readonly part: Part; readonly ref: PartRef };
  readonly clock: { now: number };
};

export const incidentLog = (seed: number): LogName => `incident:${uuidV7(1_795_000_000_000 + seed, bytesFrom(randomFrom(seed))(10))}`;

const signerOf = (): { readonly device: string; readonly key: KeyObject } => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { device: `ed25519:${publicKey.export({ format: 'jwk' }).x}`, key: privateKey };
};

export const openDevice = (seed: number, { signs = true } = {}): TestDevice => {
  const bytes = bytesFrom(randomFrom(seed));
  const { device, key } = signs ? signerOf() : { device: `unsigned:${randomUUID()}`, key: undefined };
  const actor = uuidV7(1_795_000_000_000, bytes(10));
  const clock = { now: 1_795_000_000_000 };
  const priors = new Map<LogName, HashHex>();
  const pen = (): Pen => ({
    actor,
    device,
    saidAt: `${new Date(clock.now + 9 * 3_600_000).toISOString().slice(0, -1)}+09:00[Asia/Tokyo]`,
    now: clock.now++,
    random: bytes,
    hash: nodeHasher,
  });
  return {
    pen,
    clock,
    words: (text) => makePart(new TextEncoder().encode(text), pen()),
    say: (log, saying, base = null) => {
      const entry = makeEntry(saying, { log, base, prior: priors.get(log) ?? null }, pen());
      const content = contentHash(entry, nodeHasher);
      priors.set(log, content);
      return { entry, signature: key ? sign(null, Buffer.from(messageToSign(content)), key).toString('base64url') : null };
    },
  };
};

export const reported = {
  kind: 'incident.reported',
  body: { zone: 'Asia/Tokyo', bundle: '0'.repeat(64), playbook: 'P-01' },
} as const satisfies Saying;

/** Puts entries in order as a keeper would, one a minute; `refusals` by their index. */
export const linkAll = (log: LogName, signed: readonly Signed[], refusals: Readonly<Record<number, string>> = {}): readonly Linked[] => {
  const linked: Linked[] = [];
  for (const [i, s] of signed.entries()) {
    const last = linked.at(-1)?.link;
    const arrivedAt = new Date(1_795_000_000_000 + i * 60_000).toISOString();
    const arrival = { arrivedAt, skewSeconds: 0, ...(refusals[i] !== undefined && { refusal: refusals[i] }) };
    linked.push({ ...s, link: linkNext({ log, seq: last?.seq ?? 0, chain: last?.chain ?? null }, s, arrival, nodeHasher) });
  }
  return linked;
};
