import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openLiveHub } from './live-hub.ts';

type Hub = Parameters<typeof openLiveHub>;

const megabyte = 1024 * 1024;
const room = 16 * 1024;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A connection whose other side takes what it is given only when it is told to. */
class Connection extends EventEmitter {
  destroyed = false;
  got = '';
  waiting: { readonly chunk: string | Buffer; readonly taken?: () => void }[] = [];
  write(chunk: string | Buffer, taken?: () => void): boolean {
    this.waiting.push({ chunk, ...(taken && { taken }) });
    return this.waiting.reduce((sum, one) => sum + one.chunk.length, 0) < room;
  }
  /** The other side reads all that waits. */
  take(): void {
    for (const { chunk, taken } of this.waiting.splice(0)) {
      this.got += String(chunk);
      taken?.();
    }
    this.emit('drain');
  }
  end(): void {
    this.destroy();
  }
  destroy(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.waiting = [];
    this.emit('close');
  }
}

/** Logs of entries of one size, as the store would tell them. */
const openLogs = (size: number) => {
  const logs = new Map<string, number>();
  const commits: (() => void)[] = [];
  let changed = 0;
  const changes: { log: string; changed: number }[] = [];
  const reads = {
    log: (log: string) => ({ key: 1, seq: logs.get(log) ?? 0, chain: null }),
    lastChange: () => changed,
    changedAfter: (after: number) => changes.filter((one) => one.changed > after),
    events: (log: string, after: number, limit: number) =>
      Array.from({ length: Math.min(limit, (logs.get(log) ?? 0) - after) }, (_, i) => ({
        seq: after + 1 + i,
        text: `${after + 1 + i} ${'x'.repeat(size)}`,
      })),
  };
  const store = { writer: { onCommit: (listener: () => void) => commits.push(listener) }, db: { pragma: () => 1 } };
  return {
    hub: openLiveHub(store as unknown as Hub[0], reads as unknown as Hub[1]),
    say: (log: string, count: number): void => {
      logs.set(log, (logs.get(log) ?? 0) + count);
      changed += 1;
      changes.push({ log, changed });
      for (const commit of commits) commit();
      vi.advanceTimersByTime(20);
    },
  };
};

const listen = (hub: ReturnType<typeof openLogs>['hub'], logs: readonly string[], after = 0): Connection => {
  const connection = new Connection();
  hub.join(connection as unknown as ServerResponse, new Map(logs.map((log) => [log, after])));
  return connection;
};

/** Bytes that some connections keep: a buffer that several hold is one, a text is each one's own. */
const bytesKept = (connections: readonly Connection[]): number => {
  const chunks = connections.flatMap(({ waiting }) => waiting.map(({ chunk }) => chunk));
  const shared = new Set(chunks.filter((chunk) => typeof chunk !== 'string'));
  const own = chunks.filter((chunk) => typeof chunk === 'string');
  return [...shared, ...own].reduce((sum, chunk) => sum + chunk.length, 0);
};
const seqs = (connection: Connection): readonly number[] => [...connection.got.matchAll(/^data: (\d+) /gm)].map(([, seq]) => Number(seq));

describe('listeners that do not read', () => {
  it('share the bytes that wait for them, and keep one event each at most [LIVE-01]', () => {
    const { hub, say } = openLogs(80_000);
    say('a', 100);
    const connections = Array.from({ length: 238 }, () => listen(hub, ['a']));
    for (let i = 0; i < 20; i++) say('a', 1);
    expect(bytesKept(connections)).toBeLessThan(megabyte);
    for (const { waiting } of connections) expect(waiting.reduce((sum, { chunk }) => sum + chunk.length, 0)).toBeLessThan(room + 81_000);
    hub.close();
  });

  it('are ended, the slowest first, where too much waits for all together; who reads is not [LIVE-02]', () => {
    const { hub, say } = openLogs(3 * megabyte);
    const logs = Array.from({ length: 100 }, (_, i) => `log-${i}`);
    for (const log of logs) say(log, 2);
    const reading = listen(hub, ['log-0']);
    const connections = logs.map((log) => {
      const connection = listen(hub, [log]);
      reading.take();
      return connection;
    });
    expect(bytesKept(connections)).toBeLessThanOrEqual(65 * megabyte);
    const ended = connections.map(({ destroyed }) => destroyed);
    expect(ended.indexOf(false)).toBeGreaterThan(70);
    expect(ended.slice(ended.indexOf(false))).not.toContain(true);
    expect([reading.destroyed, seqs(reading)]).toEqual([false, [1, 2]]);
    hub.close();
  });

  it('are ended after a while, resume where they were, and get every event once and in order [LIVE-03]', () => {
    const { hub, say } = openLogs(9_000);
    say('a', 40);
    const slow = listen(hub, ['a']);
    slow.take();
    vi.advanceTimersByTime(31_000);
    expect(slow.destroyed).toBe(true);
    const last = seqs(slow).at(-1) ?? 0;
    const again = listen(hub, ['a'], last);
    for (let i = 0; i < 40; i++) {
      if (i === 5) say('a', 3);
      again.take();
    }
    expect([...seqs(slow), ...seqs(again)]).toEqual(Array.from({ length: 43 }, (_, i) => i + 1));
    hub.close();
  });

  it('never get from memory what was read before the log went on [LIVE-04]', () => {
    const { hub, say } = openLogs(30_000);
    say('a', 10);
    const [one, other] = [listen(hub, ['a']), listen(hub, ['a'])];
    const held = (connection: Connection) => connection.waiting.findLast(({ chunk }) => typeof chunk !== 'string')?.chunk;
    expect(held(one)).toBe(held(other));
    one.take();
    say('a', 1);
    other.take();
    expect(String(held(one))).toBe(String(held(other)));
    expect(held(one)).not.toBe(held(other));
    hub.close();
  });
});
