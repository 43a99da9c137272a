import { createPeer } from '../../client/create-peer.ts';
import { admit, foldIncident, guardedKinds, type Kept, readEntry, sealWords } from '../../core/index.ts';
import { openDevice } from './open-device.ts';
import { type Check, type Record, startRecord } from './record.ts';

export type { Record, RecordView, SpeakProblem, Spoken } from './record.ts';
export type { SyncState } from './sync-state.ts';

const encoder = new TextEncoder();

/**
 * Nothing malformed is ever kept: a server would refuse it, and everything said after it would wait behind. Guarded kinds
 * are asked about at their place in the log as this device has it; the server asks again at the final place.
 */
const check: Check = (log, before, entries, judge) => {
  for (const [i, signed] of entries.entries()) {
    const { problems } = readEntry(signed);
    if (problems.length > 0) return { code: 'malformed', problems };
    if (!judge || !guardedKinds.has(signed.entry.kind)) continue;
    const records: readonly Kept[] = [...before, ...entries.slice(0, i)];
    const refusal = admit(foldIncident(log, records), records, signed.entry, judge);
    if (refusal) return refusal;
  }
  return undefined;
};

/** Opens the record of this browser for one page. Without IndexedDB it lasts as long as the page; `sync.state()` says so. */
export const openRecord = async (): Promise<Record> =>
  startRecord({
    ...(await openDevice()),
    peer: createPeer(),
    check,
    seal: (draft, pen) => sealWords(draft, { ...pen, encode: (text) => encoder.encode(text) }),
  });
