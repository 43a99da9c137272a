import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programFolder, runCommand } from '../../test/support/run-command.ts';

describe('knowledge that is damaged or missing', () => {
  it.each(['{"trunc', '', '{}', 'null', '[]'])('%j is one sentence that names the cure, and code 1 [CLI-21]', async (text) => {
    const root = programFolder();
    writeFileSync(join(root, 'dist/knowledge/bundle.json'), text);
    for (const args of [['case'], ['law', '--on', '2026-11-20'], ['start', '--port', '0']]) {
      const ran = await runCommand(root, [...args, '--lang', 'en']);
      expect([ran.code, ran.out, ran.err.trimEnd().split('\n').length]).toEqual([1, '', 1]);
      expect(ran.err).toContain('is damaged: delete dist');
    }
  });

  it('is told apart from knowledge that was never built [CLI-21]', async () => {
    const root = programFolder();
    rmSync(join(root, 'dist'), { recursive: true });
    expect((await runCommand(root, ['case', '--lang', 'en'])).err).toContain('npm run build');
  });
});
