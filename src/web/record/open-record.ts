import type { Voice } from '../../app/index.ts';
import { createPeer, findOrganisation } from '../../client/create-peer.ts';
import { admit, foldIncident, guardedKinds, type Kept, type LogName, readEntry, sealWords, type Text } from '../../core/index.ts';
import { partsOf } from './indexed-pieces.ts';
import { openKeptDevice } from './kept-device.ts';
import { openMemoryDevice } from './memory-device.ts';
import { done, getFrom, transact } from './database.ts';
import { openViews } from './kept-views.ts';
import { type Check, type SharedRecord, startRecord } from './record.ts';

export type { RecordView } from './kept-views.ts';
export type { SpeakProblem } from './record.ts';

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

const gap: Text = {
  ja: 'サーバの記録とつながりません。この端末の記録は残っています。管理者に知らせてください。',
  en: 'The server’s record does not fit this device’s. Nothing here is lost. Tell whoever runs the server.',
};

/** The record of this browser, as the screens use it. */
export type Record = SharedRecord & {
  /** The organisation's log; undefined until the server was reached once. */
  readonly organisation: () => Promise<LogName | undefined>;
  readonly me: { readonly actor: string; readonly device: string; readonly name?: string };
  /** Keeps the name of the person at this device, for the next pages. It is said to others only by `person.introduced`. */
  readonly setName: (name: string) => Promise<void>;
};

/** Opens the record of this browser for one page. Without IndexedDB it lasts as long as the page; `sync.state()` says so. */
export const openRecord = async (): Promise<Record> => {
  const device = await openKeptDevice(partsOf).catch(openMemoryDevice);
  const { db } = device;
  let { me } = device;
  const seal: Voice['seal'] = (draft, pen) => sealWords(draft, { ...pen, encode: (text) => encoder.encode(text) });
  const shared = await startRecord({ ...device, peer: createPeer(), check, seal, viewsOf: openViews, gap });
  const keepSetting = async (name: string, value: unknown): Promise<void> => {
    if (db) await transact(db, ['settings'], (tx) => done(tx.objectStore('settings').put(value, name)));
  };
  return {
    ...shared,
    organisation: async () => {
      const kept = db && (await getFrom(db.transaction('settings'), 'settings', 'organisation'));
      if (kept) return kept as LogName;
      const log = await findOrganisation();
      if (log) await keepSetting('organisation', log);
      return log;
    },
    get me() {
      const { actor, device: id, name } = me;
      return { actor, device: id, ...(name !== undefined && { name }) };
    },
    setName: async (name) => {
      me = { ...me, name };
      await keepSetting('me', me);
    },
  };
};
