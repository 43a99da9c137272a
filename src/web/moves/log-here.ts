import { openMemoryDevice } from '../record/memory-device.ts';
import { openLog } from './open-log.ts';

// The same for browsers that keep nothing: it lasts as long as the page.
export const open = async (gap: string): ReturnType<typeof openLog> => openLog(await openMemoryDevice(), gap);
