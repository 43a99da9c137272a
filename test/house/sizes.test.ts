import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryFiles, root, sourceFiles } from './source-files.ts';

const linesOf = (text: string): number => text.split('\n').length - 1;

describe('sizes of the house', () => {
  const sizes = sourceFiles()
    .map((f) => ({ path: f.path, lines: linesOf(f.text) }))
    .sort((a, b) => a.lines - b.lines);

  it('keeps every source file at 400 lines or fewer, the 90th percentile at 250, the median at 100 [H-06]', () => {
    expect(sizes.filter((s) => s.lines > 400)).toEqual([]);
    expect(sizes[Math.floor(sizes.length * 0.9)]?.lines).toBeLessThanOrEqual(250);
    expect(sizes[Math.floor(sizes.length / 2)]?.lines).toBeLessThanOrEqual(100);
  });

  it('has one manifest, at most twelve scripts and twelve configuration files [H-07]', () => {
    const files = repositoryFiles();
    expect(files.filter((f) => f.endsWith('package.json') && !f.startsWith('test/fixtures/'))).toEqual(['package.json']);
    expect(Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts).length).toBeLessThanOrEqual(12);
    const configuration = files.filter((f) =>
      /(^|\/)(tsconfig[^/]*\.json|[^/]*\.config\.[cm]?[jt]s|biome\.json|knip\.json|\.npmrc|\.gitignore|\.gitattributes|\.editorconfig)$/.test(
        f,
      ),
    );
    expect(configuration.length).toBeLessThanOrEqual(12);
  });
});
