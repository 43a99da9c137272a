import type { DutyStanding, Lang, Text } from '../../../core/index.ts';
import { messages, standings } from '../messages.ts';
import type { Change } from './compare-verdicts.ts';

/** What is told after an answer. `lines` name the obligations that moved. */
export type News = {
  readonly text: string;
  readonly lines: readonly string[];
  readonly correction: boolean;
  /** The text only says the counts, which the screen shows elsewhere: for those who listen. */
  readonly tally?: boolean;
};

const most = 4;

/** A verdict in words; what is voluntary is advised, never needed. */
export const wordFor = (standing: DutyStanding, { level }: Pick<Change, 'level'>): Text =>
  level === 'voluntary' && (standing === 'yes' || standing === 'presumed') ? messages.advised : standings[standing];

/**
 * What an answer changed, in words. An obligation whose settled verdict turned around was corrected, and is named with
 * both verdicts; one that was settled for the first time is named with the new one.
 */
export const sayChanges = (changes: readonly Change[], tally: string, lang: Lang): News => {
  const flips = changes.filter((c) => c.flipped);
  const told = flips.length > 0 ? flips : changes.filter((c) => c.to !== 'unknown' || c.from !== 'presumed');
  const lines = told.map((c) => messages.moved(c.label[lang], wordFor(c.from, c)[lang], wordFor(c.to, c)[lang])[lang]);
  const more = lines.length - most;
  return {
    text: flips.length > 0 ? messages.corrected[lang] : tally,
    lines: more > 0 ? [...lines.slice(0, most), messages.andMore(more)[lang]] : lines,
    correction: flips.length > 0,
    ...(flips.length === 0 && { tally: true }),
  };
};
