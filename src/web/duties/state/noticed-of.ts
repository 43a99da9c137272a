import { readRecord } from '../../moves/record.ts';
import type { Shelf } from './storage.ts';

/**
 * When the incident was noticed, as the clock of the first moves has it: that of the case chosen last, in epoch
 * milliseconds. Undefined where that page kept nothing, or only began its clock within the last minute.
 */
export const noticedOf = (shelf: Pick<Shelf, 'getItem'> | undefined, cases: readonly string[], now: number): number | undefined => {
  const slug = cases.at(-1);
  const text = slug === undefined ? null : (shelf?.getItem(`shodo.case.${slug}`) ?? null);
  if (text === null) return undefined;
  const { noticedAt } = readRecord(text, now);
  return now - noticedAt > 60_000 ? noticedAt : undefined;
};
