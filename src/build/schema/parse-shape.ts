import type { Problem } from '../problem.ts';
import type { Path, YamlFile } from '../read-yaml.ts';
import type { Issue, Shape } from './shape.ts';

export type Report = (path: Path, check: string, message: string) => void;

/** A reporter for one file: paths become lines. */
export const reporterOf =
  (yaml: YamlFile, into: Problem[]): Report =>
  (path, check, message) =>
    void into.push({ file: yaml.file, line: yaml.lineOf(path), check, message });

const sayPath = (path: Path): string => path.map(String).join('.') || 'file';

/** Checks a value against a shape. What does not fit is reported at its own line, and undefined comes back. */
export const parseShape = <T>(shape: Shape<T>, value: unknown, at: Path, report: Report): T | undefined => {
  const issues: Issue[] = [];
  const read = shape.read(value, at, issues);
  for (const { path, message } of issues) report(path, 'shape', `${sayPath(path)}: ${message}`);
  return issues.length ? undefined : read;
};

/** Checks each item of a list by itself, so that one bad item does not hide the others. */
export const parseEach = <T>(shape: Shape<T>, value: unknown, at: Path, report: Report): readonly T[] => {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    report(at, 'shape', `${sayPath(at)}: a list is expected`);
    return [];
  }
  return value.flatMap((item, i) => parseShape(shape, item, [...at, i], report) ?? []);
};
