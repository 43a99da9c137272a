import type { DeviceStore } from '../../app/index.ts';
import { type ErasedPart, erasedBy, type Head, type Kept, type LogName, type Part, partsIn } from '../../core/index.ts';

/** One log as this device has it: linked entries in order, then those that wait. */
export type RecordView = {
  readonly log: LogName;
  readonly head: Head;
  readonly records: readonly Kept[];
  readonly parts: ReadonlyMap<string, Part | ErasedPart>;
};

export type KeptViews = {
  /** The log as the store has it now. The same object while nothing changed. */
  readonly view: (log: LogName) => Promise<RecordView>;
  /** Something changed: the next look reads what is new. */
  readonly changed: (log: LogName) => void;
};

type Held = {
  readonly view: RecordView;
  readonly byId: ReadonlyMap<string, Kept>;
  /** Parts that entries promise and that are not here. */
  readonly lacking: boolean;
};

const isLacking = (records: readonly Kept[], parts: RecordView['parts']): boolean =>
  records.some(({ entry }) => partsIn(entry.body).some(({ part }) => !parts.has(part)));

const whole = async (store: DeviceStore, log: LogName): Promise<Held> => {
  const { head, records, parts: found } = await store.read(log);
  const parts = new Map(found.map((part) => [part.id, part]));
  return { view: { log, head, records, parts }, byId: new Map(records.map((r) => [r.entry.id, r])), lacking: isLacking(records, parts) };
};

/** Adds what came since. Undefined where the log does not go on from what is held, or words of old entries may have come. */
const further = async (store: DeviceStore, held: Held): Promise<Held | undefined> => {
  const { view, byId, lacking } = held;
  const { log, head: before } = view;
  const { head, records, parts: found } = await store.read(log, { after: before.seq, known: (id) => byId.has(id) });
  const ahead = records.filter((r) => r.link);
  // A waiting entry that is known stays the very object it was: what is drawn from it need not be drawn anew.
  const waiting = records.filter((r) => !r.link).map((r) => byId.get(r.entry.id) ?? r);
  const linked = view.records.filter((r) => r.link);
  const moved = head.seq !== before.seq || head.chain !== before.chain;
  const fits = ahead.length === head.seq - before.seq && (head.seq !== before.seq || head.chain === before.chain);
  if (!fits) return undefined;
  if (!moved && linked.length + waiting.length === view.records.length && waiting.every((r) => byId.get(r.entry.id) === r)) {
    if (!lacking) return held;
    const again = await whole(store, log);
    return again.view.parts.size === view.parts.size ? held : again;
  }
  const parts = new Map(view.parts);
  for (const part of found) parts.set(part.id, part);
  for (const id of [...ahead, ...waiting].flatMap(erasedBy)) parts.set(id, { id, erased: true });
  const fresh = [...ahead, ...waiting];
  const known = new Map(byId);
  for (const record of fresh) known.set(record.entry.id, record);
  return {
    view: { log, head, records: [...linked, ...fresh], parts },
    byId: known,
    lacking: lacking || isLacking(fresh, parts),
  };
};

/**
 * Logs as they were last read, so that each change reads only what is new. The truth stays in the store: nothing is shown
 * here that was not read from it. Reads of one log follow each other.
 */
export const openViews = (store: DeviceStore): KeptViews => {
  const held = new Map<LogName, Held>();
  const asked = new Map<LogName, Promise<RecordView>>();
  const last = new Map<LogName, Promise<unknown>>();
  const bring = async (log: LogName): Promise<RecordView> => {
    const before = held.get(log);
    const now = (before && (await further(store, before))) ?? (await whole(store, log));
    held.set(log, now);
    return now.view;
  };
  return {
    view: (log) => {
      const going = asked.get(log);
      if (going) return going;
      const next = (last.get(log) ?? Promise.resolve()).then(() => bring(log));
      const settled = next.catch(() => {
        held.delete(log);
        if (asked.get(log) === next) asked.delete(log);
      });
      asked.set(log, next);
      last.set(log, settled);
      return next;
    },
    changed: (log) => {
      asked.delete(log);
    },
  };
};
