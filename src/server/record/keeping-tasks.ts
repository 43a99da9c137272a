import { openDatabase, type Connection } from './open-database.ts';
import type { ReaderTask } from './reader.ts';
import { scrubErased } from './scrub-erased.ts';

/** See `scrubErased`. */
export const scrubTask: ReaderTask<{ readonly erased: readonly Uint8Array[] }, void> = ({ folder }, { erased }) =>
  scrubErased(folder, erased);

let keeper: Connection | undefined;

/** Moves what is committed from the write-ahead log into the file, without keeping the writer waiting. */
export const checkpointTask: ReaderTask<undefined, { readonly moved: number }> = ({ folder }) => {
  keeper ??= openDatabase(folder);
  const [row] = keeper.pragma('wal_checkpoint(PASSIVE)') as { checkpointed: number }[];
  return { moved: row?.checkpointed ?? 0 };
};
