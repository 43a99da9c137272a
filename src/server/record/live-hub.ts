import type { ServerResponse } from 'node:http';
import type { HotReads } from './hot-reads.ts';
import type { SqliteStore } from './sqlite-store.ts';

/** Milliseconds between signs of life, and how long a reader may take to accept what was sent. */
const beatMs = 15_000;
const patienceMs = 30_000;
/** Changes by another process are looked for this often. */
const lookMs = 500;
/** Commits in this time are told together. */
const gatherMs = 10;
const pieceSize = 50;

const connectionsMost = 256;

type Listener = {
  readonly response: ServerResponse;
  /** The place that each log was sent up to. */
  readonly reached: Map<string, number>;
  blocked: NodeJS.Timeout | undefined;
};

export type LiveHub = {
  /** As many listen as this server serves. */
  readonly isFull: () => boolean;
  /** Takes over a response of which the head is written. */
  readonly join: (response: ServerResponse, from: ReadonlyMap<string, number>) => void;
  readonly close: () => void;
};

/**
 * Sends entries to everyone who listens, as they are put in order. What is sent is read from the store after the place
 * the listener has, so that nothing is kept for a slow one: it is read when the connection takes more, and a connection
 * that takes nothing for long is ended; it resumes where it was.
 */
export const openLiveHub = (store: SqliteStore, reads: HotReads): LiveHub => {
  const listeners = new Set<Listener>();
  let told = reads.lastChange();
  let version = store.db.pragma('data_version', { simple: true });
  let gathering: NodeJS.Timeout | undefined;

  const leave = (listener: Listener): void => {
    clearTimeout(listener.blocked);
    listeners.delete(listener);
  };

  const write = (listener: Listener, text: string): void => {
    if (listener.response.write(text)) return;
    listener.blocked = setTimeout(() => listener.response.destroy(), patienceMs);
    listener.response.once('drain', () => {
      clearTimeout(listener.blocked);
      listener.blocked = undefined;
      for (const log of listener.reached.keys()) send(listener, log);
    });
  };

  const send = (listener: Listener, log: string): void => {
    while (!listener.blocked && listeners.has(listener)) {
      const after = listener.reached.get(log);
      const events = after === undefined ? [] : reads.events(log, after, pieceSize);
      const last = events.at(-1);
      if (!last) return;
      // An event ends with the place of every log that is listened to, so that one id is enough to resume.
      write(
        listener,
        events
          .map(({ seq, text }) => {
            listener.reached.set(log, seq);
            const id = listener.reached.size === 1 ? String(seq) : [...listener.reached].map(([name, at]) => `${name}:${at}`).join(' ');
            return `id: ${id}\ndata: ${text}\n\n`;
          })
          .join(''),
      );
    }
  };

  const tell = (): void => {
    gathering = undefined;
    const changes = reads.changedAfter(told);
    told = changes.at(-1)?.changed ?? told;
    const logs = new Set(changes.map(({ log }) => log));
    for (const listener of listeners) for (const log of listener.reached.keys()) if (logs.has(log)) send(listener, log);
  };

  store.writer.onCommit(() => {
    if (listeners.size === 0) return;
    gathering ??= setTimeout(tell, gatherMs);
  });

  const look = setInterval(() => {
    if (listeners.size === 0) return;
    const now = store.db.pragma('data_version', { simple: true });
    if (now !== version) tell();
    version = now;
  }, lookMs).unref();

  const beat = setInterval(() => {
    for (const listener of listeners) if (!listener.blocked) write(listener, ': still here\n\n');
  }, beatMs).unref();

  return {
    isFull: () => listeners.size >= connectionsMost,
    join: (response, from) => {
      const listener: Listener = { response, reached: new Map(from), blocked: undefined };
      if (listeners.size === 0) told = reads.lastChange();
      listeners.add(listener);
      response.once('close', () => leave(listener));
      write(listener, 'retry: 3000\n\n');
      for (const log of listener.reached.keys()) send(listener, log);
    },
    close: () => {
      clearInterval(look);
      clearInterval(beat);
      clearTimeout(gathering);
      for (const listener of listeners) listener.response.end();
      listeners.clear();
    },
  };
};
