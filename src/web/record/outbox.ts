import { type DeviceStore, type Peer, syncLog } from '../../app/index.ts';
import type { Hasher, LogName, Text } from '../../core/index.ts';

export type Outbox = {
  /** Sends what waits now, and reads the logs that are looked at. */
  readonly wake: (log?: LogName) => void;
  readonly stop: () => void;
};

type Parts = {
  readonly store: DeviceStore;
  readonly peer: Peer;
  readonly hash: Hasher;
  /** Said where the server's log does not go on from ours. */
  readonly gap: Text;
  /** Logs to bring into step beside those with something waiting. */
  readonly looked: () => readonly LogName[];
  readonly onChange: (log: LogName) => void;
  readonly onTurn: (turn: { readonly online: boolean; readonly problem?: Text }) => void;
};

const [shortest, longest] = [1_000, 30_000];

/** Doubles with each failure, with chance in it, so that many devices do not come back in the same second. */
export const nextPause = (failures: number, chance: number): number =>
  Math.min(longest, shortest * 2 ** Math.min(failures, 10)) * (0.5 + chance / 2);

/**
 * Brings logs into step with the server, one after the other, and tries again while anything waits. What a server refuses
 * stays where it is and is said; the other logs go on.
 */
export const openOutbox = ({ store, peer, hash, gap, looked, onChange, onTurn }: Parts): Outbox => {
  let [running, again, stopped, failures] = [false, false, false, 0];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const asked = new Set<LogName>();

  const turn = async (): Promise<boolean> => {
    const due = new Set([...(await store.logs()).filter((l) => l.pending > 0).map((l) => l.log), ...asked, ...looked()]);
    asked.clear();
    let problem: Text | undefined;
    for (const log of due) {
      const before = await store.read(log, { after: Number.MAX_SAFE_INTEGER });
      const done = await syncLog(store, peer, log, hash);
      const after = await store.read(log, { after: Number.MAX_SAFE_INTEGER });
      if (after.head.seq !== before.head.seq) onChange(log);
      if (!done.ok) problem ??= 'message' in done.error ? done.error.message : gap;
    }
    if (due.size > 0) onTurn({ online: true, ...(problem && { problem }) });
    return problem === undefined;
  };
  const run = async (): Promise<void> => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    clearTimeout(timer);
    try {
      do {
        again = false;
        failures = (await turn()) ? 0 : failures + 1;
      } while (again && !stopped);
    } catch {
      failures++;
      onTurn({ online: false });
    }
    running = false;
    if (stopped) return;
    if (again) run();
    else if (failures > 0) timer = setTimeout(run, nextPause(failures, Math.random()));
  };
  return {
    wake: (log) => {
      if (log) asked.add(log);
      if (!stopped) run();
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
};
