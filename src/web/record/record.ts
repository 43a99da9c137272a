import { fail, type LogSummary, pullLog, type Result, speakEntries, succeed, type Voice } from '../../app/index.ts';
import type { RecordPeer } from '../../client/create-peer.ts';
import {
  type Draft,
  type EntryProblem,
  type Head,
  isIncidentLog,
  type Judge,
  type Kept,
  type LogName,
  type Refusal,
  type Signed,
  type Text,
  uuidV7,
} from '../../core/index.ts';
import { randomBytes, signWith } from './device-key.ts';
import { hasher } from './hasher.ts';
import type { Device } from './kept-device.ts';
import type { KeptViews, RecordView } from './kept-views.ts';
import { openLive } from './live.ts';
import { openOutbox } from './outbox.ts';
import { sayMoment } from './say-now.ts';
import type { SyncState } from './sync-state.ts';
import { openWindows } from './windows.ts';

/** Why something was not said. What was typed must stay on the screen. */
export type SpeakProblem =
  | Refusal
  /** The browser could not keep it (no room left, storage refused). */
  | { readonly code: 'not-kept' }
  | { readonly code: 'malformed'; readonly problems: readonly EntryProblem[] };

export type Spoken = Result<readonly Kept[], SpeakProblem>;

/** The record of this browser. All of its windows share one device, one chain and one connection. */
export type SharedRecord = {
  /** Durable on this device when it resolves; sent in the background. One touch may say several things. Guarded kinds need a judge. */
  readonly speak: (log: LogName, drafts: readonly Draft[], judge?: Judge) => Promise<Spoken>;
  /** Begins an incident; the first draft is `incident.reported`. */
  readonly begin: (drafts: readonly Draft[]) => Promise<Result<LogName, SpeakProblem>>;
  /** What this device has of a log. One it has nothing of is asked for first. The same object until something changes. */
  readonly view: (log: LogName) => Promise<RecordView>;
  /** Tells of every change: from this window, from others, from the server. Returns how to stop. */
  readonly watch: (log: LogName, changed: () => void) => () => void;
  /** Incidents that this device knows, the one changed last first. */
  readonly incidents: () => Promise<readonly LogSummary[]>;
  readonly sync: { readonly state: () => SyncState; readonly watch: (changed: () => void) => () => void };
};

/** Turns entries away before they are kept, or says nothing. */
export type Check = (
  log: LogName,
  before: readonly Kept[],
  entries: readonly Signed[],
  judge: Judge | undefined,
) => SpeakProblem | undefined;

type Parts = Device & {
  readonly peer: RecordPeer;
  readonly check: Check;
  readonly seal: Voice['seal'];
  /** How logs are looked into: a page that draws them keeps what it read (`openViews`), a small one reads each time. */
  readonly viewsOf: (store: Device['store']) => KeptViews;
  /** Said where the server's log does not go on from this device's. */
  readonly gap: Text;
};

/** Tells the small pages that there is a record to look into; the others load nothing of it. */
const markRecord = (): void => {
  try {
    localStorage.setItem('shodo.record', '1');
  } catch {
    // Without it they do not look.
  }
};

/** A log that nobody here ever saw is waited for at most this long. */
const firstLook = 5_000;
/** Where no live connection stands, what is looked at is read again after this time. */
const lookAgain = 30_000;

/** Puts store, outbox and live connection together. Reads and writes go to the device; the server is a peer behind. */
export const startRecord = async ({ store, db, me, peer, check, seal, viewsOf, gap }: Parts): Promise<SharedRecord> => {
  const sign = signWith(me.key);
  const windows = openWindows(db !== undefined);
  const id = crypto.randomUUID();
  const watchers = new Map<LogName, Set<() => void>>();
  const others = new Map<string, readonly LogName[]>();
  const views = viewsOf(store);
  const firstPulls = new Map<LogName, Promise<unknown>>();
  const seen = new Map<LogName, Head>();
  const stateWatchers = new Set<() => void>();
  let leading: { readonly wake: (log?: LogName) => void; readonly follow: () => void } | undefined;
  let state: SyncState = { online: navigator.onLine, waiting: 0, lastSharedAt: undefined, savedHere: db !== undefined };

  const voice: Voice = {
    pen: () => {
      const now = Date.now();
      return { actor: me.actor, device: me.device, saidAt: sayMoment(now), now, random: randomBytes, hash: hasher };
    },
    sign,
    seal,
  };
  const setState = (next: SyncState): void => {
    if (JSON.stringify(next) === JSON.stringify(state)) return;
    state = next;
    for (const changed of stateWatchers) changed();
  };
  const count = async (turn?: { readonly online: boolean; readonly problem?: SyncState['problem'] }): Promise<void> => {
    const logs = await store.logs();
    if (db && logs.some((l) => isIncidentLog(l.log) || l.pending > 0)) markRecord();
    const waiting = logs.reduce((sum, log) => sum + log.pending, 0);
    const { problem: before, ...rest } = state;
    const problem = turn ? turn.problem : before;
    const shared = turn?.online && waiting === 0 ? { lastSharedAt: Date.now() } : {};
    setState({ ...rest, ...(turn && { online: turn.online }), waiting, ...shared, ...(problem && { problem }) });
  };
  const changed = (log: LogName): void => {
    views.changed(log);
    firstPulls.delete(log);
    for (const watcher of watchers.get(log) ?? []) watcher();
    count();
  };
  const changedHere = (log: LogName): void => {
    changed(log);
    windows.tell({ call: 'changed', log });
  };
  const looked = (): readonly LogName[] => [...new Set([...watchers.keys(), ...[...others.values()].flat()])];
  const announce = (): void => {
    windows.tell({ call: 'watching', window: id, logs: [...watchers.keys()] });
    leading?.follow();
  };

  const lead = (): (() => void) => {
    const onTurn = (turn: { readonly online: boolean; readonly problem?: SyncState['problem'] }): void => {
      count(turn).then(() => windows.tell({ call: 'state', state }));
    };
    const outbox = openOutbox({ store, peer, hash: hasher, gap, looked, onChange: changedHere, onTurn });
    const wake = (): void => outbox.wake();
    const live = openLive({ store, peer, hash: hasher, onChange: changedHere, onGap: outbox.wake, onOpen: wake });
    leading = { wake: outbox.wake, follow: () => live.follow(looked()) };
    const again = setInterval(wake, lookAgain);
    addEventListener('online', wake);
    windows.tell({ call: 'who' });
    leading.follow();
    wake();
    return () => {
      leading = undefined;
      clearInterval(again);
      removeEventListener('online', wake);
      outbox.stop();
      live.stop();
    };
  };
  const wakeLeader = (log?: LogName): void => {
    if (leading) leading.wake(log);
    else if (log) windows.tell({ call: 'said', log });
  };

  windows.hear((call) => {
    if (call.call === 'changed') changed(call.log);
    else if (call.call === 'said') leading?.wake(call.log);
    else if (call.call === 'who') windows.tell({ call: 'watching', window: id, logs: [...watchers.keys()] });
    else if (call.call === 'state') setState({ ...(call.state as SyncState), savedHere: db !== undefined });
    else if (call.call === 'watching') {
      if (call.logs.length === 0) others.delete(call.window);
      else others.set(call.window, call.logs);
      leading?.follow();
      for (const log of call.logs) leading?.wake(log);
    }
  });
  windows.lead(lead);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') leading?.wake();
  });
  addEventListener('pagehide', () => windows.tell({ call: 'watching', window: id, logs: [] }));

  const look = async (log: LogName): Promise<RecordView> => {
    const view = await views.view(log);
    seen.set(log, view.head);
    return view;
  };
  const lookFirst = async (log: LogName): Promise<RecordView> => {
    const here = await look(log);
    if (here.records.length > 0) return here;
    const late = new Promise((resolve) => setTimeout(resolve, firstLook));
    const pull = firstPulls.get(log) ?? Promise.race([pullLog(store, peer, log, hasher).catch(() => undefined), late]);
    firstPulls.set(log, pull);
    await pull;
    views.changed(log);
    return look(log);
  };
  const speak: SharedRecord['speak'] = async (log, drafts, judge) => {
    try {
      const base = (seen.get(log) ?? (await store.read(log, { after: Number.MAX_SAFE_INTEGER })).head).chain;
      if (judge) views.changed(log);
      const records = judge ? (await views.view(log)).records : [];
      const spoken = await speakEntries(store, voice, { log, base }, drafts, (entries) => check(log, records, entries, judge));
      if ('refused' in spoken) return fail(spoken.refused);
      changedHere(log);
      wakeLeader(log);
      await count();
      return succeed(spoken.said);
    } catch {
      return fail({ code: 'not-kept' });
    }
  };
  await count();
  return {
    speak,
    begin: async (drafts) => {
      const log = `incident:${uuidV7(Date.now(), randomBytes(10))}`;
      const spoken = await speak(log, drafts);
      return spoken.ok ? succeed(log) : spoken;
    },
    view: lookFirst,
    watch: (log, listener) => {
      const mine = watchers.get(log) ?? new Set();
      watchers.set(log, mine.add(listener));
      announce();
      wakeLeader(log);
      return () => {
        mine.delete(listener);
        if (mine.size === 0) watchers.delete(log);
        announce();
      };
    },
    incidents: async () => (await store.logs()).filter(({ log }) => isIncidentLog(log)),
    sync: {
      state: () => state,
      watch: (listener) => {
        stateWatchers.add(listener);
        return () => stateWatchers.delete(listener);
      },
    },
  };
};
