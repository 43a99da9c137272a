import * as z from 'zod/mini';
import type { Problem } from '../problem.ts';
import type { Path, YamlFile } from '../read-yaml.ts';

z.config(z.locales.en());

export type Report = (path: Path, check: string, message: string) => void;

/** A reporter for one file: paths become lines. */
export const reporterOf =
  (yaml: YamlFile, into: Problem[]): Report =>
  (path, check, message) =>
    void into.push({ file: yaml.file, line: yaml.lineOf(path), check, message });

/** Checks a value against a schema. What does not fit is reported at its own line, and undefined comes back. */
export const parseShape = <T>(schema: z.ZodMiniType<T>, value: unknown, at: Path, report: Report): T | undefined => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const path = [...at, ...issue.path];
    const hint = issue.code === 'unrecognized_keys' ? ' (a comma inside { } needs quotes around the sentence)' : '';
    report(path, 'shape', `${path.map(String).join('.') || 'file'}: ${issue.message}${hint}`);
  }
  return undefined;
};

/** Checks each item of a list by itself, so that one bad item does not hide the others. */
export const parseEach = <T>(schema: z.ZodMiniType<T>, value: unknown, at: Path, report: Report): readonly T[] => {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    report(at, 'shape', `${at.map(String).join('.') || 'file'}: a list is expected`);
    return [];
  }
  return value.flatMap((item, i) => parseShape(schema, item, [...at, i], report) ?? []);
};
