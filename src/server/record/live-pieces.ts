import type { HotReads } from './hot-reads.ts';

/** One event as the bytes that are sent, the same bytes for all who get it. */
export type Piece = { readonly seq: number; readonly bytes: Buffer };

type Read = { readonly head: number; readonly pieces: ReadonlyMap<number, Piece> };

/** Events read at a time, and bytes of them kept for the next listener. */
const atOnce = 16;
const keptMost = 8 * 1024 * 1024;

/** Events of logs, read and encoded once for all who are at the same place. */
export const openPieces = (reads: Pick<HotReads, 'log' | 'events'>) => {
  const kept = new Map<string, Read>();
  let size = 0;
  const drop = (log: string): void => {
    for (const { bytes } of kept.get(log)?.pieces.values() ?? []) size -= bytes.length;
    kept.delete(log);
  };
  const read = (log: string, head: number, after: number): Piece | undefined => {
    const pieces = new Map<number, Piece>();
    let place = after;
    for (const { seq, text } of reads.events(log, after, atOnce)) {
      pieces.set(place, { seq, bytes: Buffer.from(`data: ${text}\n\n`) });
      place = seq;
    }
    const before = kept.get(log);
    if (before) for (const [at, piece] of before.pieces) if (!pieces.has(at)) pieces.set(at, piece);
    drop(log);
    for (const { bytes } of pieces.values()) size += bytes.length;
    kept.set(log, { head, pieces });
    const first = pieces.get(after);
    for (const oldest of kept.keys()) {
      if (size <= keptMost) break;
      drop(oldest);
    }
    return first;
  };
  return {
    /** What changed is read anew: words may have been erased. */
    forget: (logs: Iterable<string>): void => {
      for (const log of logs) drop(log);
    },
    forgetAll: (): void => {
      kept.clear();
      size = 0;
    },
    /** The event after a place; nothing that was read before the log went on. */
    after: (log: string, after: number): Piece | undefined => {
      const head = reads.log(log)?.seq ?? 0;
      if (head <= after) return undefined;
      if (kept.get(log)?.head !== head) drop(log);
      return kept.get(log)?.pieces.get(after) ?? read(log, head, after);
    },
  };
};
