import { performance } from 'node:perf_hooks';
import type { Connection } from './open-database.ts';

/** Milliseconds after which a transaction takes no more work; with the last piece and the commit it stays within two. */
const budgetMs = 1.5;

/** How long the writer goes on trying while another process writes. */
const patienceMs = 10_000;

/** Pieces of work that are worth a commit of their own, and how long fewer wait for those that are announced. */
const enough = 16;
const gatherMs = 2;

type Job = {
  readonly run: () => unknown;
  /** Work that may be long and needs no lock: done before the transaction begins. */
  readonly prepare?: (() => void) | undefined;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
};

export type GroupWriter = {
  /** Runs once inside a transaction; resolves after the commit is on the disk. A throw undoes this piece alone. */
  readonly write: <T>(run: () => T, prepare?: () => void) => Promise<T>;
  /**
   * Announces a piece of work that is being made ready: the next commit waits for it a moment, so that many share one
   * fsync. Call what it returns once the work was given, or will not come.
   */
  readonly announce: () => () => void;
  /** Called after each commit. */
  readonly onCommit: (listener: () => void) => void;
  readonly idle: () => Promise<void>;
};

const isBusy = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && /^SQLITE_BUSY/.test(String(error.code));

/**
 * The one writer. Pieces of work that come together, or a moment after each other, share one transaction and so one fsync;
 * a transaction is kept short, so that nothing else waits. A piece that comes alone is written at once. `vouch` throws where the
 * file is not the one that was opened: asked before a transaction, and again after its commit and before anyone is answered.
 */
export const openGroupWriter = (db: Connection, vouch: () => void = () => {}): GroupWriter => {
  const begin = db.prepare<[]>('BEGIN IMMEDIATE');
  const commit = db.prepare<[]>('COMMIT');
  const rollback = db.prepare<[]>('ROLLBACK');
  const save = db.prepare<[]>('SAVEPOINT piece');
  const release = db.prepare<[]>('RELEASE piece');
  const undo = db.prepare<[]>('ROLLBACK TO piece');
  let queue: Job[] = [];
  let scheduled = false;
  let announced = 0;
  let gathering: NodeJS.Timeout | undefined;
  let busySince: number | undefined;
  const listeners: (() => void)[] = [];
  const waiting: (() => void)[] = [];

  const schedule = (): void => {
    if (scheduled) return;
    clearTimeout(gathering);
    gathering = undefined;
    scheduled = true;
    setImmediate(flush);
  };

  /** Writes now where nothing more is announced or enough has come; soon in any case. */
  const gather = (): void => {
    if (queue.length === 0 || scheduled) return;
    if (announced === 0 || queue.length >= enough) schedule();
    else gathering ??= setTimeout(schedule, gatherMs);
  };

  const attempt = ({ run, resolve, reject }: Job): (() => void) => {
    save.run();
    try {
      const value = run();
      release.run();
      return () => resolve(value as never);
    } catch (error) {
      if (db.inTransaction) {
        undo.run();
        release.run();
      }
      return () => reject(error);
    }
  };

  /** False where another process writes: to be tried again a little later. */
  const started = (): boolean => {
    try {
      vouch();
      begin.run();
      busySince = undefined;
      return true;
    } catch (error) {
      busySince ??= performance.now();
      if (!isBusy(error) || performance.now() - busySince > patienceMs) {
        const failed = queue;
        queue = [];
        busySince = undefined;
        for (const { reject } of failed) reject(error);
        return true;
      }
      return false;
    }
  };

  /** Long work that needs no lock. What it throws belongs to its own piece alone. */
  const prepareFirst = (): void => {
    const [first] = queue;
    try {
      first?.prepare?.();
    } catch (error) {
      queue = queue.slice(1);
      first?.reject(error);
    }
  };

  const runGroup = (): void => {
    const begun = performance.now();
    const answers: (() => void)[] = [];
    for (const job of queue) {
      if (answers.length > 0 && (job.prepare || performance.now() - begun > budgetMs)) break;
      answers.push(attempt(job));
    }
    const group = queue.slice(0, answers.length);
    queue = queue.slice(answers.length);
    try {
      commit.run();
      vouch();
    } catch (error) {
      if (db.inTransaction) rollback.run();
      for (const { reject } of group) reject(error);
      return;
    }
    for (const answer of answers) answer();
    for (const listener of listeners) listener();
  };

  const flush = (): void => {
    prepareFirst();
    if (queue.length > 0 && !started()) {
      setTimeout(flush, 5);
      return;
    }
    scheduled = false;
    if (db.inTransaction) runGroup();
    settle();
  };

  const settle = (): void => {
    if (queue.length > 0) gather();
    else for (const done of waiting.splice(0)) done();
  };

  return {
    write: (run, prepare) =>
      new Promise((resolve, reject) => {
        queue.push({ run, prepare, resolve, reject });
        gather();
      }),
    announce: () => {
      announced += 1;
      let coming = true;
      return () => {
        if (!coming) return;
        coming = false;
        announced -= 1;
        gather();
      };
    },
    onCommit: (listener) => {
      listeners.push(listener);
    },
    idle: () => (queue.length > 0 || scheduled ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve()),
  };
};
