import type { Text } from '../../core/index.ts';

/** How far what was said here has come. */
export type SyncState = {
  /** The server answered when it was last asked. */
  readonly online: boolean;
  /** Entries that wait on this device. */
  readonly waiting: number;
  /** When everything said here was last known to be with the server; milliseconds since 1970. */
  readonly lastSharedAt: number | undefined;
  /** False where the browser keeps nothing: closing the page loses what was not shared. */
  readonly savedHere: boolean;
  /** Why something that waits does not go on, where it is not the network. */
  readonly problem?: Text;
};
