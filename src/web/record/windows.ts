import type { LogName } from '../../core/index.ts';

/** What the windows of one browser tell each other. */
export type Call =
  | { readonly call: 'said' | 'changed'; readonly log: LogName }
  | { readonly call: 'watching'; readonly window: string; readonly logs: readonly LogName[] }
  | { readonly call: 'who' | 'ask' | 'here' }
  | { readonly call: 'state'; readonly state: unknown };

export type Windows = {
  readonly tell: (call: Call) => void;
  readonly hear: (listener: (call: Call) => void) => void;
  /** Runs `lead` while this window leads; only one window of the browser does. The function it returns ends it. */
  readonly lead: (lead: () => () => void) => void;
};

/** How long a leader may be silent before another window takes over: a phone puts windows behind to sleep. */
const silence = 1500;

/**
 * Channel and lock where the browser has them and its windows share one database; a window alone where not. Sending twice
 * changes nothing.
 */
export const openWindows = (shared: boolean, name = 'shodo'): Windows => {
  const channel = shared && typeof BroadcastChannel === 'function' ? new BroadcastChannel(name) : undefined;
  const listeners: ((call: Call) => void)[] = [];
  let stop: (() => void) | undefined;
  let heardAt = 0;
  let closed = false;
  const tell = (call: Call): void => channel?.postMessage(call);
  const onCall = (call: Call): void => {
    if (call.call === 'here') heardAt = Date.now();
    if (call.call === 'ask' && stop) tell({ call: 'here' });
    for (const listener of listeners) listener(call);
  };
  channel?.addEventListener('message', (event: MessageEvent<Call>) => onCall(event.data));
  const locks = shared ? (navigator.locks as LockManager | undefined) : undefined;
  const begin = (lead: () => () => void, steal: boolean): void => {
    if (!locks) {
      stop = lead();
      return;
    }
    let release: (() => void) | undefined;
    const held = () =>
      new Promise<void>((resolve) => {
        if (closed) return resolve();
        const end = lead();
        release = resolve;
        stop = () => {
          end();
          resolve();
        };
      });
    locks.request(`${name}.leader`, steal ? { steal: true } : {}, held).catch(() => {
      // Another window took over from one that seemed asleep.
      stop?.();
      stop = undefined;
      release?.();
      if (!closed) begin(lead, false);
    });
  };
  return {
    tell,
    hear: (listener) => {
      listeners.push(listener);
    },
    lead: (lead) => {
      begin(lead, false);
      const wake = (): void => {
        if (document.visibilityState !== 'visible' || stop || !locks) return;
        const askedAt = Date.now();
        tell({ call: 'ask' });
        setTimeout(() => {
          if (!stop && !closed && heardAt < askedAt) begin(lead, true);
        }, silence);
      };
      document.addEventListener('visibilitychange', wake);
      addEventListener('pagehide', () => {
        closed = true;
        stop?.();
        stop = undefined;
      });
      addEventListener('pageshow', (event) => {
        if (!event.persisted) return;
        closed = false;
        begin(lead, false);
      });
    },
  };
};
