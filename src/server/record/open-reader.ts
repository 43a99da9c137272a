import { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import type { AnswerOf, AskOf, TaskName } from './reader-tasks.ts';
import type { FromWorker, ToWorker, WorkerData } from './reader-worker.ts';

export type RecordReader = {
  readonly run: <N extends TaskName>(task: N, ask: AskOf<N>) => Promise<AnswerOf<N>>;
  /** The pieces that a task sends, as it sends them. The stream fails where the task does. */
  readonly stream: <N extends TaskName>(task: N, ask: AskOf<N>) => Readable;
  readonly close: () => Promise<void>;
};

type Waiting = {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly piece?: (bytes: Uint8Array) => void;
};

/** As TypeScript beside its source, as JavaScript in the published form. */
const workerFile = new URL(import.meta.url.endsWith('.ts') ? './reader-worker.ts' : './reader-worker.js', import.meta.url);

/** Computing many summaries makes much that is thrown away at once: little room makes it thrown away soon. */
const resourceLimits = { maxYoungGenerationSizeMb: 6, maxOldGenerationSizeMb: 512 };

/** Starts the thread of longer reads. */
export const openReader = (workerData: WorkerData): RecordReader => {
  const worker = new Worker(workerFile, { workerData, name: 'shodo-reader', resourceLimits });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const post = (message: ToWorker): void => worker.postMessage(message);
  const failAll = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('error', (error) => failAll(error as Error));
  worker.on('exit', () => failAll(new Error('the thread of longer reads has ended')));
  worker.on('message', (message: FromWorker) => {
    if ('piece' in message) return waiting.get(message.piece)?.piece?.(message.bytes);
    const id = 'answer' in message ? message.answer : message.failed;
    const one = waiting.get(id);
    waiting.delete(id);
    return 'answer' in message ? one?.resolve(message.value) : one?.reject(new Error(message.error));
  });
  const start = (task: TaskName, ask: unknown, one: Waiting): number => {
    last += 1;
    waiting.set(last, one);
    post({ ask: last, task, with: ask });
    return last;
  };
  return {
    run: (task, ask) => new Promise((resolve, reject) => start(task, ask, { resolve: resolve as (value: unknown) => void, reject })),
    stream: (task, ask) => {
      let id = 0;
      let ended = false;
      const stream = new Readable({
        read: () => {
          if (id > 0) post({ more: id });
        },
        destroy: (error, done) => {
          if (!ended) post({ gone: id });
          done(error);
        },
      });
      id = start(task, ask, {
        piece: (bytes) => stream.push(bytes),
        resolve: () => {
          ended = true;
          stream.push(null);
        },
        reject: (error) => {
          ended = true;
          stream.destroy(error);
        },
      });
      return stream;
    },
    close: async () => {
      await worker.terminate();
    },
  };
};
