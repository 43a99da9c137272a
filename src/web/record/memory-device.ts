import { openMemoryStore, speakFrom } from '../../app/index.ts';
import { meOf } from './device-key.ts';
import { hasher } from './hasher.ts';
import type { Device } from './kept-device.ts';

/** For browsers that keep nothing: it lasts as long as the page, until what was said is shared. */
export const openMemoryDevice = async (): Promise<Device> => ({
  db: undefined,
  store: speakFrom(openMemoryStore(hasher)),
  me: await meOf(undefined),
});
