import type { Head, Kept } from '../../../core/index.ts';

/**
 * How the server's copy of a log stands to this device's: not there, only a beginning of ours (with its places), or with
 * other entries. Undefined: nothing is wrong, or nobody can tell now.
 */
export type ServerCopy = { readonly copy: 'absent' | 'other' } | { readonly copy: 'shorter'; readonly seq: number };

/** What the server says of the log from our last place on. */
export type ServerSays =
  | 'absent'
  | {
      readonly head: Pick<Head, 'seq' | 'chain'>;
      readonly entries: readonly { readonly link: { readonly seq: number; readonly chain: string } }[];
    };

const chainHere = (records: readonly Kept[], seq: number): string | undefined => records.find((r) => r.link?.seq === seq)?.link?.chain;

/** Holds what the server says against what is here. A log that goes on after ours is in step. */
export const compareCopies = (head: Head, records: readonly Kept[], says: ServerSays): ServerCopy | undefined => {
  if (head.seq === 0) return undefined;
  if (says === 'absent' || says.head.seq === 0) return { copy: 'absent' };
  const { seq, chain } = says.head;
  if (seq < head.seq) return chainHere(records, seq) === chain ? { copy: 'shorter', seq } : { copy: 'other' };
  const there = says.entries.find(({ link }) => link.seq === head.seq)?.link.chain;
  return there === undefined || there === head.chain ? undefined : { copy: 'other' };
};

/** Asks the server for its head and for the entry at our last place; undefined where it is away or says nothing clear. */
export const askServer = async (id: string, seq: number): Promise<ServerSays | undefined> => {
  try {
    const answer = await fetch(`/api/v1/incidents/${id}/entries?after=${seq - 1}&limit=1`, { cache: 'no-store' });
    const value = (await answer.json()) as ServerSays & { readonly code?: string };
    if (answer.ok) return value;
    return answer.status === 404 && value.code === 'unknown-incident' ? 'absent' : undefined;
  } catch {
    return undefined;
  }
};

/** Gives the server a file of the log. It checks all of it, goes on where its own copy ends, and writes over nothing. */
export const giveBack = async (file: Blob): Promise<'given' | 'refused' | 'away'> => {
  try {
    const sent = { method: 'POST', headers: { 'content-type': 'application/json' }, body: file };
    const answer = await fetch('/api/v1/incidents/import', sent);
    if (answer.ok) return 'given';
    return answer.status < 500 ? 'refused' : 'away';
  } catch {
    return 'away';
  }
};
