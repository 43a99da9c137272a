import type { Shelf } from '../../duties/state/storage.ts';

/** The name under which a tab keeps what is typed about an incident and not said yet. */
export const typedIn = (incident: string): string => `shodo.incident.${incident}.typed`;

/** The device's storage, or nothing where the browser refuses it. */
export const shelfOfDevice = (): Shelf | undefined => {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
};
