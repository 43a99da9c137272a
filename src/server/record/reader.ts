import type { Bundle, Hasher } from '../../core/index.ts';
import type { Connection } from './open-database.ts';

/** What a longer read is given. */
export type Reader = {
  readonly db: Connection;
  readonly folder: string;
  /** Key of the organisation in every table. */
  readonly organisation: number;
  readonly bundle: Bundle;
  readonly hash: Hasher;
  /** A piece of a long result. Resolves when the receiver wants more; rejects when it has gone. */
  readonly send: (piece: Uint8Array) => Promise<void>;
  /** Lets other tasks go on. */
  readonly breathe: () => Promise<void>;
};

export type ReaderTask<Ask, Answer> = (reader: Reader, ask: Ask) => Answer | Promise<Answer>;
