import type { Source } from '../../core/index.ts';
import type { Path } from '../read-yaml.ts';
import type { Report } from './parse-shape.ts';

type Shared = Readonly<Record<string, Source>>;

/** Replaces keys of shared sources by the sources themselves. */
export const resolveSources = (written: readonly (string | Source)[], shared: Shared, at: Path, report: Report): readonly Source[] =>
  written.flatMap((w) => {
    const found = typeof w === 'string' ? shared[w] : w;
    if (!found) report(at, 'unknown-source', `source "${String(w)}" is not among the sources of this file`);
    return found ?? [];
  });
