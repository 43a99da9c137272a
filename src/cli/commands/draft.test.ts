import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { programFolder, runCommand } from '../../../test/support/run-command.ts';
import { knowledge } from '../../../test/support/knowledge.ts';
import { smallBundle } from '../../../test/support/small-bundle.ts';

const root = programFolder();
writeFileSync(
  join(root, 'dist', 'knowledge', 'bundle.json'),
  JSON.stringify({ ...smallBundle, forms: knowledge.forms, hash: 'a'.repeat(64) }),
);
const top = mkdtempSync(join(tmpdir(), 'shodo-draft-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
const at = (...args: string[]) => runCommand(root, [...args, '--data', join(top, 'data'), '--keys', join(top, 'keys')]);
const { id } = JSON.parse((await at('report', '--case', 'sample', '--text', '赤い画面', '--json')).out) as { id: string };

describe('a draft from the command line [FORM-08]', () => {
  it('is marked where the recipient reads the other language, and only there', async () => {
    expect((await at('draft', id, '--form', 'F-02', '--lang', 'en')).out).toContain('Not for submission');
    expect((await at('draft', id, '--form', 'F-02')).out).not.toContain('提出用ではありません');
    expect((await at('draft', id, '--form', 'F-06')).out).toContain('提出用ではありません');
    expect((await at('draft', id, '--form', 'F-14', '--lang', 'en')).out).not.toContain('Not for submission');
  });

  it('is refused for a notice, with why', async () => {
    const { code, err } = await at('draft', id, '--form', 'F-10');
    expect([code, err]).toEqual([4, expect.stringContaining('人が言葉を選ぶお知らせです')]);
  });
});
