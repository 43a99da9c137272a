import { createPeer } from '../../client/create-peer.ts';
import type { Draft, Entry } from '../../core/index.ts';
import type { Device } from '../record/kept-device.ts';
import type { KeptViews } from '../record/kept-views.ts';
import { type SharedRecord, startRecord } from '../record/record.ts';
import { sayMoment } from '../record/say-now.ts';
import type { CaseRecord } from './record.ts';
import { beginningOf, changesOf, type Page, readSaid, type Said } from './said.ts';

/** The record as the pages of first moves use it. They say nothing in words, so nothing is sealed. */
export type Log = Pick<SharedRecord, 'watch' | 'sync'> & {
  /** Makes a page an incident and returns its log; undefined where it could not be kept. */
  readonly begin: (record: CaseRecord, page: Page) => Promise<string | undefined>;
  readonly read: (log: string) => Promise<Said>;
  /** Says what changed on a page; false where it could not be kept. */
  readonly change: (log: string, before: CaseRecord, after: CaseRecord, said: Said) => Promise<boolean>;
  /** Open incidents that this device knows, the one changed last first. */
  readonly open: () => Promise<readonly string[]>;
};

/** Looks into at most so many incidents for open ones. */
const looked = 20;

/** These pages look into a log seldom and draw no words. */
const readEachTime = (store: Device['store']): KeptViews => ({
  view: async (log) => ({ log, ...(await store.read(log)), parts: new Map() }),
  changed: () => {},
});

/** Opens the record on this device. `gap` is said where the server’s log does not fit. */
export const openLog = async (device: Device, gap: string): Promise<Log> => {
  const record = await startRecord({
    ...device,
    peer: createPeer(),
    check: () => undefined,
    viewsOf: readEachTime,
    seal: ({ body }) => ({ body: body as Entry['body'], parts: [] }),
    gap: { ja: gap, en: gap },
  });
  const read = async (log: string): Promise<Said> => readSaid((await record.view(log)).records);
  return {
    watch: record.watch,
    sync: record.sync,
    read,
    begin: async (made, page) => {
      const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      const begun = await record.begin(beginningOf(made, { ...page, zone }, sayMoment));
      return begun.ok ? begun.value : undefined;
    },
    change: async (log, before, after, { standing }) => {
      const drafts: readonly Draft[] = changesOf(before, after, standing, sayMoment);
      return drafts.length === 0 || (await record.speak(log, drafts)).ok;
    },
    open: async () => {
      const logs = (await record.incidents()).slice(0, looked).map(({ log }) => log);
      const said = await Promise.all(logs.map(read));
      return logs.filter((_log, i) => said[i]?.begun && !said[i].closed);
    },
  };
};
