import { type FactDef, isRecord, readFacts, readMoment } from '../../../core/index.ts';
import { type Answer, type Answers, type Kept, nothingKept } from './answers.ts';

/** The part of `Storage` that is used; a browser may refuse it altogether. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keys = { incident: 'shodo.duties.incident', organisation: 'shodo.duties.organisation' } as const;

/** Answers as they were kept, read against the catalogue of today: what it no longer knows is left out, never guessed. */
export const readAnswers = (raw: unknown, defs: readonly FactDef[]): Answers => {
  const answers: Record<string, Answer> = {};
  for (const [id, kept] of Object.entries(isRecord(raw) ? raw : {})) {
    if (!isRecord(kept) || typeof kept.at !== 'string') continue;
    const { facts, parked } = readFacts(defs, { [id]: kept.value }, { lenient: true });
    const value = parked.includes(id) ? null : facts[id];
    if (value === undefined) continue;
    const learned = typeof kept.learned === 'string' && readMoment(kept.learned) ? { learned: kept.learned } : {};
    const until = typeof kept.until === 'string' && readMoment(kept.until) ? { until: kept.until } : {};
    answers[id] = { value, at: kept.at, ...learned, ...until, ...(kept.from === 'case' && { from: 'case' }) };
  }
  return answers;
};

const readJson = (shelf: Shelf, key: string): Record<string, unknown> => {
  try {
    const raw: unknown = JSON.parse(shelf.getItem(key) ?? '{}');
    return isRecord(raw) ? raw : {};
  } catch {
    return {};
  }
};

/** What this device kept from before. */
export const readKept = (shelf: Shelf | undefined, defs: readonly FactDef[]): Kept => {
  if (!shelf) return nothingKept;
  const incident = readJson(shelf, keys.incident);
  const organisation = readJson(shelf, keys.organisation);
  const cases = Array.isArray(incident.cases) ? incident.cases.filter((c) => typeof c === 'string') : [];
  return {
    incident: readAnswers(incident.answers, defs),
    organisation: readAnswers(organisation.answers, defs),
    remember: organisation.remember !== false,
    cases,
  };
};

const writeOrRemove = (shelf: Shelf, key: string, value: Record<string, unknown>, empty: boolean): void => {
  if (empty) shelf.removeItem(key);
  else shelf.setItem(key, JSON.stringify(value));
};

/** Keeps the answers on this device and nowhere else. False where the browser refuses. */
export const writeKept = (shelf: Shelf | undefined, { incident, organisation, remember, cases }: Kept): boolean => {
  if (!shelf) return false;
  try {
    writeOrRemove(shelf, keys.incident, { answers: incident, cases }, Object.keys(incident).length + cases.length === 0);
    writeOrRemove(shelf, keys.organisation, { answers: organisation, remember }, Object.keys(organisation).length === 0 && remember);
    return true;
  } catch {
    return false;
  }
};
