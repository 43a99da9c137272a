import type { ServerResponse } from 'node:http';
import type { HotReads } from './hot-reads.ts';
import { openPieces, type Piece } from './live-pieces.ts';
import type { SqliteStore } from './sqlite-store.ts';

/** Milliseconds between signs of life, and how long a reader may take to accept what was sent. */
const beatMs = 15_000;
const patienceMs = 30_000;
/** Changes by another process are looked for this often. */
const lookMs = 500;
/** Commits in this time are told together. */
const gatherMs = 10;

const connectionsMost = 256;
/** Bytes that wait for all listeners together; the same bytes for many count once. */
const waitingMost = 64 * 1024 * 1024;

type Listener = {
  readonly response: ServerResponse;
  /** The place that each log was sent up to. */
  readonly reached: Map<string, number>;
  /** Sent and not yet taken by the connection. */
  readonly holds: Set<Piece>;
  blocked: NodeJS.Timeout | undefined;
};

export type LiveHub = {
  /** As many listen as this server serves. */
  readonly isFull: () => boolean;
  /** Takes over a response of which the head is written. */
  readonly join: (response: ServerResponse, from: ReadonlyMap<string, number>) => void;
  readonly close: () => void;
};

/** Bytes that wait, each piece once however many listeners hold it. */
const openHolding = () => {
  const holders = new Map<Piece, number>();
  let bytes = 0;
  return {
    isHeld: (piece: Piece): boolean => holders.has(piece),
    bytes: (): number => bytes,
    hold: ({ holds }: Listener, piece: Piece): void => {
      holds.add(piece);
      const count = holders.get(piece) ?? 0;
      if (count === 0) bytes += piece.bytes.length;
      holders.set(piece, count + 1);
    },
    release: ({ holds }: Listener, piece: Piece): void => {
      if (!holds.delete(piece)) return;
      const count = (holders.get(piece) ?? 0) - 1;
      if (count > 0) holders.set(piece, count);
      else {
        holders.delete(piece);
        bytes -= piece.bytes.length;
      }
    },
  };
};

type Told = Pick<HotReads, 'log' | 'events' | 'lastChange' | 'changedAfter'>;

/**
 * Sends entries to everyone who listens, as they are put in order. What is sent is read from the store after the place
 * the listener has, one event at a time and only while the connection takes more: what waits for one listener is never more
 * than one event beyond its buffer, and all of them share its bytes. A connection that takes nothing for long is ended, and
 * the slowest first where too much waits for all together; it resumes where it was.
 */
export const openLiveHub = (store: Pick<SqliteStore, 'db' | 'writer'>, reads: Told): LiveHub => {
  const listeners = new Set<Listener>();
  /** Those that wait, the one that waits longest first. */
  const slow = new Set<Listener>();
  const pieces = openPieces(reads);
  const holding = openHolding();
  let told = reads.lastChange();
  let version = store.db.pragma('data_version', { simple: true });
  let gathering: NodeJS.Timeout | undefined;

  const leave = (listener: Listener): void => {
    clearTimeout(listener.blocked);
    for (const piece of listener.holds) holding.release(listener, piece);
    listeners.delete(listener);
    slow.delete(listener);
    if (listeners.size === 0) pieces.forgetAll();
  };
  const end = (listener: Listener): void => {
    leave(listener);
    listener.response.destroy();
  };

  /** Goes on when the connection takes more. */
  const wait = (listener: Listener): void => {
    slow.add(listener);
    listener.blocked = setTimeout(() => end(listener), patienceMs);
    listener.response.once('drain', () => {
      clearTimeout(listener.blocked);
      listener.blocked = undefined;
      slow.delete(listener);
      for (const log of listener.reached.keys()) send(listener, log);
    });
  };

  const write = (listener: Listener, text: string): void => {
    if (!listener.response.write(text)) wait(listener);
  };

  const makeRoom = (piece: Piece): void => {
    if (holding.isHeld(piece)) return;
    for (const slowest of slow) {
      if (holding.bytes() + piece.bytes.length <= waitingMost) return;
      end(slowest);
    }
  };

  const sendPiece = (listener: Listener, log: string, piece: Piece): void => {
    const { response, reached } = listener;
    reached.set(log, piece.seq);
    makeRoom(piece);
    // An event has the place of every log that is listened to, so that one id is enough to resume.
    const id = reached.size === 1 ? String(piece.seq) : [...reached].map(([name, at]) => `${name}:${at}`).join(' ');
    holding.hold(listener, piece);
    response.write(`id: ${id}\n`);
    if (!response.write(piece.bytes, () => holding.release(listener, piece))) wait(listener);
  };

  const send = (listener: Listener, log: string): void => {
    try {
      while (!listener.blocked && listeners.has(listener)) {
        const after = listener.reached.get(log);
        const piece = after === undefined ? undefined : pieces.after(log, after);
        if (!piece) return;
        sendPiece(listener, log, piece);
      }
    } catch {
      // What cannot be read is said to who asks for the entries; a stream has no words for it.
      end(listener);
    }
  };

  const tell = (): void => {
    gathering = undefined;
    try {
      const changes = reads.changedAfter(told);
      told = changes.at(-1)?.changed ?? told;
      const logs = new Set(changes.map(({ log }) => log));
      pieces.forget(logs);
      for (const listener of listeners) for (const log of listener.reached.keys()) if (logs.has(log)) send(listener, log);
    } catch {
      for (const listener of listeners) end(listener);
    }
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
      const listener: Listener = { response, reached: new Map(from), holds: new Set(), blocked: undefined };
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
      for (const listener of listeners) {
        leave(listener);
        listener.response.end();
      }
    },
  };
};
