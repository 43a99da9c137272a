import { type DeviceStore, openMemoryStore, speakFrom } from '../../app/index.ts';
import type { Hasher } from '../../core/index.ts';

/** For browsers that keep nothing: loaded only there. */
export const openMemoryDevice = (hash: Hasher): DeviceStore => speakFrom(openMemoryStore(hash));
