import type * as s from './schema/shape.ts';
import type { Disagreement, Library, Source, SourcedDisagreement } from '../core/index.ts';
import type { Path, YamlFile } from './read-yaml.ts';
import { sharedSources } from './schema/common.ts';
import * as library from './schema/library.ts';
import { parseEach, parseShape, type Report } from './schema/parse-shape.ts';

type Read = { readonly yaml: YamlFile; readonly report: Report };

/** The files of the knowledge, as the reader of the whole folder hands them out. */
export type Folder = { readonly one: (file: string) => Read | undefined; readonly folder: (name: string) => readonly Read[] };

type Shared = Readonly<Record<string, Source>>;

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same value with each key of a shared source replaced by the source, wherever sources stand. */
const withSources = (value: unknown, shared: Shared, at: Path, report: Report): unknown => {
  if (Array.isArray(value)) return value.map((v, i) => withSources(v, shared, [...at, i], report));
  if (!isMapping(value)) return value;
  const named = (key: unknown, path: Path): unknown => {
    if (typeof key !== 'string') return key;
    const found = shared[key];
    if (!found) report(path, 'unknown-source', `source "${key}" is not among the sources of this file`);
    return found;
  };
  return Object.fromEntries(
    Object.entries(value).map(([key, v]) => {
      const path = [...at, key];
      if (key === 'source') return [key, named(v, path)];
      if (key === 'sources' && Array.isArray(v)) return [key, v.flatMap((one, i) => named(one, [...path, i]) ?? [])];
      return [key, withSources(v, shared, path, report)];
    }),
  );
};

/** A file with its shared sources put in their places. */
const settled = ({ yaml, report }: Read): unknown => {
  const { shared, ...rest } = isMapping(yaml.value) ? yaml.value : { shared: undefined };
  const sources = shared === undefined ? {} : (parseShape(sharedSources, shared, ['shared'], report) ?? {});
  return withSources(isMapping(yaml.value) ? rest : yaml.value, sources, [], report);
};

const whole = <T>(schema: s.Shape<T>, read: Read | undefined, empty: T): T =>
  (read && parseShape(schema, settled(read), [], read.report)) ?? empty;

/** A file that is a list of named things under one key, or a list by itself. */
const listed = <T>(schema: s.Shape<T>, read: Read | undefined, key?: string): readonly T[] => {
  if (!read) return [];
  const value = settled(read);
  return parseEach(schema, key !== undefined && isMapping(value) ? value[key] : value, key === undefined ? [] : [key], read.report);
};

const once = (sources: readonly Source[]): readonly Source[] => [...new Map(sources.map((source) => [source.text, source])).values()];

/** The disagreements that several cases share, as the case pages tell them: in short, with the sources of every position. */
export const sharedByCases = (disagreements: readonly SourcedDisagreement[]): readonly Disagreement[] =>
  disagreements.flatMap(({ id, question, short, positions, safest, in: cases }) =>
    short && cases ? [{ id, question, positions: short, safest, in: cases, sources: once(positions.map((p) => p.source)) }] : [],
  );

/** Everything that is looked up by itself: quiet days, names of others, helpers, and where sources disagree. */
export const parseLibrary = ({ one, folder }: Folder): Library => ({
  readiness: whole(library.readiness, one('readiness.yaml'), { checks: [], scoring: { ja: '', en: '' }, yardsticks: [], alone: [] }),
  drills: folder('drills').flatMap((read) => parseShape(library.drill, settled(read), [], read.report) ?? []),
  drillMethod: whole(library.drillMethod, one('drill-method.yaml'), { steps: [], fog: [], donts: [], sources: [] }),
  taxonomy: whole(library.taxonomy, one('taxonomy.yaml'), { schemes: [], cases: [], sources: [] }),
  metrics: whole(library.metrics, one('metrics.yaml'), { metrics: [], rules: [], sources: [] }),
  levels: listed(library.levelMeaning, one('severity-levels.yaml')),
  scales: listed(library.otherScale, one('scales.yaml')),
  helpers: folder('helpers').flatMap((read) => parseShape(library.helper, settled(read), [], read.report) ?? []),
  disagreements: listed(library.disagreement, one('disagreements.yaml'), 'disagreements'),
});
