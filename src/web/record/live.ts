import { type DeviceStore, takePiece } from '../../app/index.ts';
import { readLive, type RecordPeer } from '../../client/create-peer.ts';
import type { Hasher, LogName } from '../../core/index.ts';

export type Live = { readonly follow: (logs: readonly LogName[]) => void; readonly stop: () => void };

type Parts = {
  readonly store: DeviceStore;
  readonly peer: RecordPeer;
  readonly hash: Hasher;
  readonly onChange: (log: LogName) => void;
  /** Something is missing between what is here and what came: the log must be read. */
  readonly onGap: (log: LogName) => void;
  readonly onOpen: () => void;
};

const pause = 3_000;
/** As many logs as a server lets one connection follow. */
const most = 50;

/** One live connection for all logs that are looked at. After a cut it begins anew from what is here by then. */
export const openLive = ({ store, peer, hash, onChange, onGap, onOpen }: Parts): Live => {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let following: readonly LogName[] = [];
  let [stopped, nth] = [false, 0];
  /** Events are taken one after the other, in the order in which they came. */
  let queue: Promise<void> = Promise.resolve();

  const take = async (text: string): Promise<void> => {
    const { linked, parts } = readLive(text);
    const { log } = linked.entry;
    const taken = await takePiece(store, log, { entries: [linked], parts }, hash);
    if (taken.ok) onChange(log);
    else onGap(log);
  };
  const connect = async (): Promise<void> => {
    source?.close();
    clearTimeout(timer);
    source = undefined;
    const mine = ++nth;
    if (stopped || following.length === 0 || typeof EventSource !== 'function') return;
    const heads = await Promise.all(following.map(async (log) => (await store.read(log, { after: Number.MAX_SAFE_INTEGER })).head));
    if (stopped || mine !== nth) return;
    source = new EventSource(peer.liveAddress(heads));
    source.addEventListener('open', onOpen);
    const onEvent = (event: MessageEvent<string>): void => {
      queue = queue.then(() => take(event.data)).catch(() => {});
    };
    source.addEventListener('message', onEvent);
    source.addEventListener('error', () => {
      source?.close();
      timer = setTimeout(connect, pause * (1 + Math.random()));
    });
  };
  return {
    follow: (logs) => {
      if (logs.length === following.length && logs.every((log) => following.includes(log))) return;
      following = logs.slice(0, most);
      connect();
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      source?.close();
    },
  };
};
