/** One line of the bench: what was measured, the figure with its unit, and the bar it is held against, if any. */
export type Figure = { readonly what: string; readonly value: number; readonly unit: string; readonly bar?: string };

export const percentile = (sorted: readonly number[], p: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] as number;

/** Times single runs in milliseconds, sorted, after a warm-up that is thrown away. */
export const timeRuns = (run: (i: number) => void, runs: number, warmUp = Math.ceil(runs / 5)): readonly number[] => {
  for (let i = 0; i < warmUp; i += 1) run(i);
  return Array.from({ length: runs }, (_, i) => {
    const before = performance.now();
    run(i);
    return performance.now() - before;
  }).sort((a, b) => a - b);
};

/** Whether a figure holds its bar; empty where the bar is no number. */
const verdictOf = ({ value, bar = '' }: Figure): string => {
  const [, sign, limit] = /^([<≤>≥]) ([\d.]+)/.exec(bar) ?? [];
  if (sign === undefined) return '';
  return (sign === '<' && value < Number(limit)) ||
    (sign === '≤' && value <= Number(limit)) ||
    (sign === '>' && value > Number(limit)) ||
    (sign === '≥' && value >= Number(limit))
    ? 'met'
    : 'MISSED';
};

export const show = (figures: readonly Figure[]): string =>
  figures
    .map((f) =>
      `${f.what.padEnd(66)} ${(f.value < 10 ? f.value.toFixed(3) : f.value.toFixed(1)).padStart(10)} ${f.unit.padEnd(8)} ${f.bar ? `bar ${f.bar.padEnd(8)} ${verdictOf(f)}` : ''}`.trimEnd(),
    )
    .join('\n');
