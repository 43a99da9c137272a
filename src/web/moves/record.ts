/** What a person did on one case page, kept on this device until cleared. Instants are milliseconds since 1970. */
export type CaseRecord = {
  readonly noticedAt: number;
  /** Step id → when it was marked. */
  readonly done: Readonly<Record<string, number>>;
  /** Steps whose 「できない」 lies open. */
  readonly cannot: readonly string[];
  /** Branch id → answer id. */
  readonly answers: Readonly<Record<string, string>>;
};

const keyOf = (slug: string): string => `shodo.case.${slug}`;
const hour = 3_600_000;

export const freshRecord = (now: number): CaseRecord => ({ noticedAt: now, done: {}, cannot: [], answers: {} });

const isPlain = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const keep = <T>(value: unknown, ok: (item: unknown) => item is T): Record<string, T> =>
  isPlain(value) ? Object.fromEntries(Object.entries(value).filter((pair): pair is [string, T] => ok(pair[1]))) : {};

/**
 * Reads a kept record. What is broken or from another program reads as nothing. A page that was only looked at,
 * with nothing marked, starts its clock anew after an hour: reading on a quiet day is not noticing.
 */
export const readRecord = (text: string | null, now: number): CaseRecord => {
  let value: unknown = null;
  try {
    value = JSON.parse(text ?? 'null');
  } catch {
    return freshRecord(now);
  }
  if (!isPlain(value) || typeof value.noticedAt !== 'number' || value.noticedAt > now) return freshRecord(now);
  const record: CaseRecord = {
    noticedAt: value.noticedAt,
    done: keep(value.done, (item): item is number => typeof item === 'number'),
    cannot: Array.isArray(value.cannot) ? value.cannot.filter((item): item is string => typeof item === 'string') : [],
    answers: keep(value.answers, (item): item is string => typeof item === 'string'),
  };
  const untouched = Object.keys(record.done).length + Object.keys(record.answers).length + record.cannot.length === 0;
  return untouched && !value.set && now - record.noticedAt > hour ? freshRecord(now) : record;
};

/** Storage that may be refused by the browser; then nothing is kept and `keeps` says so. */
export type Shelf = {
  readonly keeps: boolean;
  readonly load: () => CaseRecord;
  readonly save: (record: CaseRecord, set?: boolean) => void;
};

export const openShelf = (slug: string, now: () => number): Shelf => {
  let keeps = true;
  let text: string | null = null;
  try {
    text = localStorage.getItem(keyOf(slug));
    localStorage.setItem('shodo.try', '1');
    localStorage.removeItem('shodo.try');
  } catch {
    keeps = false;
  }
  let chosen = /"set":true/.test(text ?? '');
  return {
    keeps,
    load: () => readRecord(text, now()),
    save: (record, set) => {
      chosen = set ?? chosen;
      if (keeps) localStorage.setItem(keyOf(slug), JSON.stringify(chosen ? { ...record, set: true } : record));
    },
  };
};
