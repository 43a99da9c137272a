import { openKeptDevice } from '../record/kept-device.ts';
import { openLog } from './open-log.ts';

// Loaded only where there is a record to look into, or one begins.
export const open = async (gap: string): ReturnType<typeof openLog> => openLog(await openKeptDevice(), gap);
