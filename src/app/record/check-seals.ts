import type { Breach, DeviceId } from '../../core/index.ts';

/** A signature to check: Ed25519 by the key that the device id names, over the UTF-8 bytes of the message. */
export type Seal = { readonly device: DeviceId; readonly message: string; readonly signature: string };

/** Checks many signatures at once; one answer each, in order. A key or signature with a second spelling does not hold. */
export type SealCheck = (seals: readonly Seal[]) => Promise<readonly boolean[]>;

const batchSize = 512;
const batchesAtOnce = 4;

/** Signature checks run beside the reading, a few batches at a time; breaches come back with their places. */
export const openSeals = (check: SealCheck, fail: (breach: Breach) => void, held: (seal: Seal) => void) => {
  let waiting: { readonly seal: Seal; readonly breach: Breach }[] = [];
  const running: Promise<void>[] = [];
  const send = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    if (running.length >= batchesAtOnce) await running.shift();
    const run = async (): Promise<void> => {
      const answers = await check(batch.map((b) => b.seal));
      for (const [i, { seal, breach }] of batch.entries()) {
        if (answers[i] === true) held(seal);
        else fail(breach);
      }
    };
    running.push(run());
  };
  return {
    /** Resolves at once unless the checks lag far behind. */
    add: (seal: Seal, breach: Breach): Promise<void> | undefined => (waiting.push({ seal, breach }) >= batchSize ? send() : undefined),
    end: async (): Promise<void> => {
      await send();
      await Promise.all(running);
    },
  };
};
