import {
  type Breach,
  checkNext,
  checkPart,
  type ErasedPart,
  type Kept,
  type Linked,
  type LogName,
  type Part,
  startChain,
  withheldParts,
} from '../../../core/index.ts';
import { hasher } from '../../record/hasher.ts';

export type Checked = {
  readonly count: number;
  readonly present: number;
  readonly erased: number;
  readonly withheld: number;
  readonly breaches: readonly Breach[];
};

/** Entries between two pauses, so that the page answers while a long log is checked. */
const step = 200;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Checks the log of this device link by link, and its words against what the log promises. */
export const checkChain = async (
  log: LogName,
  records: readonly Kept[],
  parts: ReadonlyMap<string, Part | ErasedPart>,
): Promise<Checked> => {
  const linked = records.filter((r): r is Linked => r.link !== undefined);
  const breaches: Breach[] = [];
  let state = startChain(log);
  for (const [i, record] of linked.entries()) {
    const next = checkNext(state, record, hasher);
    state = next.state;
    breaches.push(...next.breaches);
    if (i % step === step - 1) await pause();
  }
  const here = [...parts.values()].filter((part) => state.promised.has(part.id));
  const wrong = here.flatMap((part) => checkPart(state, part, hasher) ?? []);
  return {
    count: linked.length,
    present: here.filter((part) => !('erased' in part)).length - wrong.length,
    erased: state.erased.size,
    withheld: withheldParts(state, new Set(here.map((part) => part.id))).length,
    breaches: [...breaches, ...wrong],
  };
};
