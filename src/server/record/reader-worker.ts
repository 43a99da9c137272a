// The thread of longer reads. What it can do stands in `reader-tasks.ts`, where the next task is plugged in; this file only
// carries questions and answers. It is an entry point of its own in the published form.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { Bundle } from '../../core/index.ts';
import { nodeHasher } from './node-hasher.ts';
import { openReadOnly } from './open-database.ts';
import type { Reader, ReaderTask } from './reader.ts';
import { readerTasks, type TaskName } from './reader-tasks.ts';

export type WorkerData = { readonly folder: string; readonly organisation: number; readonly bundle: Bundle };

export type ToWorker =
  | { readonly ask: number; readonly task: TaskName; readonly with: unknown }
  /** The receiver took a piece and wants the next one, or has gone. */
  | { readonly more: number }
  | { readonly gone: number };

export type FromWorker =
  | { readonly answer: number; readonly value: unknown }
  | { readonly failed: number; readonly error: string }
  | { readonly piece: number; readonly bytes: Uint8Array };

const serve = (port: MessagePort, { folder, organisation, bundle }: WorkerData): void => {
  const db = openReadOnly(folder);
  const takers = new Map<number, { readonly resolve: () => void; readonly reject: (error: Error) => void }>();
  const gone = new Set<number>();
  const send = (message: FromWorker): void => port.postMessage(message);
  const readerFor = (id: number): Reader => ({
    db,
    folder,
    organisation,
    bundle,
    hash: nodeHasher,
    send: (bytes) =>
      new Promise((resolve, reject) => {
        if (gone.has(id)) return reject(new Error('the receiver has gone'));
        takers.set(id, { resolve, reject });
        send({ piece: id, bytes });
      }),
    breathe: () => nextTurn(undefined),
  });
  const answer = async (id: number, task: TaskName, ask: unknown): Promise<void> => {
    try {
      send({ answer: id, value: await (readerTasks[task] as ReaderTask<unknown, unknown>)(readerFor(id), ask) });
    } catch (error) {
      send({ failed: id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    } finally {
      takers.delete(id);
      gone.delete(id);
    }
  };
  port.on('message', (message: ToWorker) => {
    if ('ask' in message) void answer(message.ask, message.task, message.with);
    else if ('more' in message) takers.get(message.more)?.resolve();
    else {
      gone.add(message.gone);
      takers.get(message.gone)?.reject(new Error('the receiver has gone'));
    }
  });
};

if (parentPort) serve(parentPort, workerData as WorkerData);
