import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compileProgram } from '../support/compile-program.ts';
import { casesOf } from '../support/random.ts';
import { killOnce } from './kill-run.ts';

const home = mkdtempSync(join(tmpdir(), 'shodo-kill-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('a server that is killed while it writes', () => {
  const runs = casesOf(1000, 6);
  it(`has lost nothing that it acknowledged, and its chains hold (${runs} runs) [STORE-22]`, async () => {
    const server = await compileProgram('test/record/kill-server.ts');
    let acknowledged = 0;
    // Two at a time: one core each.
    for (let i = 1; i <= runs; i += 2) {
      const pair = await Promise.all([i, i + 1].map((seed) => killOnce(server, mkdtempSync(join(home, 'run-')), seed)));
      for (const killed of pair) {
        expect([killed.lost, killed.broken]).toEqual([[], []]);
        acknowledged += killed.acknowledged;
      }
    }
    expect(acknowledged).toBeGreaterThan(runs);
  }, 3_600_000);
});

const traced = spawnSync('strace', ['-V']).status === 0;

describe('an acknowledged entry', () => {
  it.skipIf(!traced)(
    `is on the disk before it is acknowledged: a sync of the write-ahead log stands before it${traced ? '' : ' (strace is missing)'} [STORE-23]`,
    () => {
      const folder = mkdtempSync(join(home, 'traced-'));
      const log = join(home, 'trace.txt');
      const child = join(import.meta.dirname, 'traced-writer.ts');
      const { status, stdout, stderr } = spawnSync(
        'strace',
        ['-f', '-y', '-e', 'trace=fdatasync,fsync,write,pwrite64', '-o', log, process.execPath, child, folder, '900', '200'],
        { encoding: 'utf8' },
      );
      expect(status, stderr).toBe(0);
      const acknowledged = stdout.trim().split('\n').length;
      expect(acknowledged).toBe(200);
      // Between two groups of answers there is a sync of the log; no answer comes while written rows wait for one.
      let synced = false;
      let answers = 0;
      for (const line of readFileSync(log, 'utf8').split('\n')) {
        if (/f(data)?sync\(\d+<[^>]*record\.sqlite-wal>/.test(line)) synced = true;
        else if (/(p?write(64)?)\(\d+<[^>]*record\.sqlite-wal>/.test(line)) synced = false;
        else if (/write\(1<[^>]*>, "incident:/.test(line)) {
          expect(synced, line).toBe(true);
          answers += 1;
        }
      }
      expect(answers).toBe(200);
    },
    120_000,
  );
});
