import type { Level, Obligation } from '../../../core/index.ts';

/** The answers in the order a person reads them. Obligations that are the same filing as another show once, under the other. */
export type Groups = {
  /** Applies, or presumed to. */
  readonly needed: readonly Obligation[];
  /** Voluntary, and the conditions hold. */
  readonly advised: readonly Obligation[];
  /** Not decided; what is voluntary apart from what could bind. */
  readonly open: readonly Obligation[];
  readonly openVoluntary: readonly Obligation[];
  readonly not: readonly Obligation[];
};

const rank: Record<Level, number> = { mandatory: 0, contractual: 1, expected: 2, voluntary: 3 };

export const isNeeded = (o: Obligation): boolean => o.applies === 'yes' || o.presumed;

/** True where another listed obligation is the same filing and already says as much. */
const isMerged = (o: Obligation, all: readonly Obligation[]): boolean => {
  const into = all.find((other) => other.rule.id === o.rule.mergedInto);
  return into !== undefined && (isNeeded(into) || into.applies === o.applies || o.applies === 'no');
};

/** Japan's before others: the reader's first worry, whatever the order of the files. */
const abroad = ({ rule }: Obligation): number => (rule.instrument.startsWith('jp.') ? 0 : 1);

/** The obligations that count: same filings once, in the order of level, home before abroad, then of the knowledge. */
export const listed = (all: readonly Obligation[]): readonly Obligation[] =>
  all.filter((o) => !isMerged(o, all)).sort((a, b) => rank[a.rule.level] - rank[b.rule.level] || abroad(a) - abroad(b));

export const groupObligations = (all: readonly Obligation[]): Groups => {
  const shown = listed(all);
  const needed = shown.filter(isNeeded);
  const undecided = shown.filter((o) => o.applies === 'unknown' && !o.presumed);
  return {
    needed: needed.filter((o) => o.rule.level !== 'voluntary'),
    advised: needed.filter((o) => o.rule.level === 'voluntary'),
    open: undecided.filter((o) => o.rule.level !== 'voluntary'),
    openVoluntary: undecided.filter((o) => o.rule.level === 'voluntary'),
    not: shown.filter((o) => o.applies === 'no'),
  };
};

/** Obligations that are the same filing as this one. */
export const mergedWith = (o: Obligation, all: readonly Obligation[]): readonly Obligation[] =>
  all.filter((other) => other.rule.mergedInto === o.rule.id && isNeeded(other));
