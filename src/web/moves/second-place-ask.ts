import type { Text } from '../../core/index.ts';

/** The second place as the server tells of it. */
export type PlaceState = {
  readonly folder: string | null;
  readonly lastCopyAt: string | null;
  readonly behindSince: string | null;
  readonly sameDisk?: boolean;
  readonly problem?: Text;
  readonly keyWritten: boolean;
  /** A new record was begun where there was one before. */
  readonly began?: { readonly at: string; readonly text: Text };
};

/** `state`: it was done. `wrong`: why not, where the server said so. Neither: the server was not reached. */
export type Answer = { readonly state?: PlaceState; readonly recoveryKey?: string; readonly wrong?: Text };

/** Asks the server about the second place, or tells it what the owner decided. */
export const askPlace = async (body?: object): Promise<Answer> => {
  try {
    const said = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const answer = await fetch('/api/v1/second-place', { cache: 'no-store', ...said });
    const value = (await answer.json()) as PlaceState & { readonly recoveryKey?: string; readonly message?: Text };
    if (!answer.ok) return value.message ? { wrong: value.message } : {};
    const { recoveryKey, ...state } = value;
    return { state, ...(recoveryKey !== undefined && { recoveryKey }) };
  } catch {
    return {};
  }
};
