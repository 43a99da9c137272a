import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { execFileSync } from 'node:child_process';

export const root = resolve(import.meta.dirname, '../..');

const apart = new Set(['.git', 'node_modules', 'dist', 'coverage', 'data']);

const walk = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return apart.has(entry.name) ? [] : walk(path);
    return entry.isFile() ? [path] : [];
  });

/** Every file of the repository that git tracks or would track, as paths from the root; without git, every file but what is made. */
export const repositoryFiles = (): readonly string[] => {
  try {
    return execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8', stdio: 'pipe' })
      .split('\n')
      .filter(Boolean);
  } catch {
    return walk('');
  }
};

export type SourceFile = { readonly path: string; readonly text: string; readonly imports: readonly string[] };

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

const importsIn = (text: string): readonly string[] => [...text.matchAll(importPattern)].map((m) => (m[1] ?? m[2] ?? m[3]) as string);

/** The hand-written sources under src/, tests apart unless asked for. */
export const sourceFiles = ({ tests = false } = {}): readonly SourceFile[] =>
  repositoryFiles()
    .filter((p) => /^src\/.*\.tsx?$/.test(p) && (tests || !/\.test\.tsx?$/.test(p)))
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return { path, text, imports: importsIn(text) };
    });

/** The repository path an import leads to; undefined for an outside package. */
export const targetOf = (file: SourceFile, name: string): string | undefined =>
  name.startsWith('.') ? relative(root, resolve(root, dirname(file.path), name)).replaceAll('\\', '/') : undefined;

/** The room of the house a path stands in: `core`, `app`, `server` … */
export const roomOf = (path: string): string => path.split('/')[1] ?? '';
