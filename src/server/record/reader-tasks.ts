// Longer reads, one function each. They run in the worker thread of `reader-worker.ts`, so that the thread that answers
// requests is never kept waiting.
//
// To plug in another one (export, verify, backup …):
//   1. write a `ReaderTask<Ask, Answer>` in a file of your own: `async (reader, ask) => answer`. `ask` and `answer` are plain
//      data (they are copied between threads). `reader.db` is a read-only better-sqlite3 connection, one read transaction
//      is `reader.db.transaction(…)()`; `reader.folder` the data folder; `reader.organisation` the key in every table.
//      A result that is long is sent in pieces: `await reader.send(bytes)` waits while the receiver is slower.
//      Between pieces of work `await reader.breathe()`, so that other tasks go on.
//   2. add it to `readerTasks` below.
//   3. call it: `await record.reader.run('name', ask)`, or `record.reader.stream('name', ask)` for a Readable of its bytes.
// From the command line the same function is called without a worker: `taskHere(folder, bundle, task, ask, send)`.
import { backupTask, exportTask } from '../safety/safety-tasks.ts';
import { scrubTask, checkpointTask } from './keeping-tasks.ts';
import { summariseTask } from './summary-task.ts';

export const readerTasks = {
  summarise: summariseTask,
  scrub: scrubTask,
  checkpoint: checkpointTask,
  export: exportTask,
  backup: backupTask,
} as const;

export type TaskName = keyof typeof readerTasks;
export type AskOf<N extends TaskName> = Parameters<(typeof readerTasks)[N]>[1];
export type AnswerOf<N extends TaskName> = Awaited<ReturnType<(typeof readerTasks)[N]>>;
