import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { incompleteEntries } from '../../scripts/complete-lock.mjs';
import { repositoryFiles, root } from './source-files.ts';

describe('the repository', () => {
  it('has a lock that lists every platform build and no download address [H-09]', () => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
    expect(incompleteEntries(lock)).toEqual([]);
    expect(
      Object.entries(lock.packages as Record<string, { resolved?: string }>)
        .filter(([, p]) => p.resolved?.startsWith('http'))
        .map(([name]) => name),
    ).toEqual([]);
  });

  it('runs no install script [H-10]', () => expect(readFileSync(join(root, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m));

  it('exports nothing that nobody uses [H-11]', () => {
    const knip = join(root, 'node_modules/knip/bin/knip.js');
    expect(() => execFileSync(process.execPath, [knip, '--no-progress'], { cwd: root, encoding: 'utf8', stdio: 'pipe' })).not.toThrow();
  });

  it('names no path of a machine it was made on [H-12]', () => {
    const text = /\.(ts|tsx|mjs|json|md|yaml|css|html|txt)$/;
    const found = repositoryFiles().filter(
      (f) =>
        text.test(f) &&
        f !== 'test/house/repository.test.ts' &&
        existsSync(join(root, f)) &&
        /(^|[\s"'`(])\/(work|home|root|Users)\/[a-z]/.test(readFileSync(join(root, f), 'utf8')),
    );
    expect(found).toEqual([]);
  });
});
