import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The texts of the knowledge, by path inside its folder (`rules/01-jp-appi.yaml`), in order of path. */
export type Texts = ReadonlyMap<string, string>;

/** Reads every YAML file of a knowledge folder. A folder that is not there holds nothing. */
export const readFolder = (dir: string): Texts => {
  if (!existsSync(dir)) return new Map();
  const paths = readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((p) => p.endsWith('.yaml'))
    .sort();
  return new Map(paths.map((p) => [p.replaceAll('\\', '/'), readFileSync(join(dir, p), 'utf8')]));
};
