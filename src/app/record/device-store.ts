import type { HashHex, LogName } from '../../core/index.ts';
import type { Batch, EntryStore, LogRead } from './entry-store.ts';

/**
 * A store on a device that speaks. All windows of one browser are one device and make one chain: an entry is kept only if
 * nothing was said in this log since its `prior` was read.
 */
export type DeviceStore = Pick<EntryStore, 'hold' | 'take' | 'logs' | 'close'> & {
  /** As `EntryStore.read`. The parts of entries that are `known` may be left out: the reader has them. */
  readonly read: (
    log: LogName,
    from?: { readonly after?: number; readonly limit?: number; readonly known?: (entry: string) => boolean },
  ) => Promise<LogRead>;
  /** Content hash of what this device said last in a log; null before its first word. */
  readonly lastSaid: (log: LogName) => Promise<HashHex | null>;
  /** Keeps entries that follow `prior`, and remembers `last`. False: another window spoke first, nothing was kept. */
  readonly holdAfter: (prior: HashHex | null, batch: Batch, last: HashHex) => Promise<boolean>;
};

/** Lets a store of one window speak: no other window can come between. */
export const speakFrom = <S extends EntryStore>(store: S): S & DeviceStore => {
  const tips = new Map<LogName, HashHex>();
  return {
    ...store,
    lastSaid: async (log) => tips.get(log) ?? null,
    holdAfter: async (prior, batch, last) => {
      if ((tips.get(batch.log) ?? null) !== prior) return false;
      tips.set(batch.log, last);
      await store.hold(batch);
      return true;
    },
  };
};
