import { describe, expect, it } from 'vitest';
import { programFolder, runCommand } from '../../test/support/run-command.ts';
import { toCsv } from './print/csv.ts';

const root = programFolder();
const run = (...args: string[]) => runCommand(root, ['knowledge', ...args]);

describe('knowledge export [KEXP-02]', () => {
  it('gives the whole bundle as JSON, and its schema', async () => {
    const { out, code } = await run('export', '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ version: '0.0.0-test', base: { rules: [{ id: 'sample-report' }] } });
    expect(JSON.parse((await run('export', '--schema')).out)).toMatchObject({ title: 'Shodo knowledge bundle' });
  });

  it('gives a part as CSV, a row for each limit', async () => {
    const { out } = await run('export', '--format', 'csv');
    const [head, first, ...rest] = out.split('\r\n');
    expect(head).toMatch(/^\uFEFFrule,ja,en,level,/);
    expect(first).toContain('sample-report,見本の報告,Sample report,mandatory,法1条,2022-04-01');
    expect(rest).toHaveLength(2);
    for (const part of ['facts', 'sources', 'offices', 'changes'])
      expect((await run('export', '--format', 'csv', '--part', part)).code).toBe(0);
    expect((await run('export', '--format', 'csv', '--part', 'changes')).out).toContain('coming,,no,見本の改正');
  });

  it('keeps commas, quotes and line ends inside a cell, and lets no cell become a formula', () =>
    expect(toCsv(['a'], [['x,"y"'], ['=1+1'], ['-2']])).toBe('\uFEFFa\r\n"x,""y"""\r\n\'=1+1\r\n\'-2\r\n'));

  it('says in one sentence what it does not take', async () => {
    expect(await run('exprot')).toMatchObject({ code: 3, err: expect.stringContaining('knowledge export') });
    expect(await run('export', '--format', 'xml')).toMatchObject({ code: 3, err: expect.stringContaining('json か csv') });
    expect(await run('export', '--format', 'csv', '--part', 'rule')).toMatchObject({ code: 3, err: expect.stringContaining('rules') });
  });
});
