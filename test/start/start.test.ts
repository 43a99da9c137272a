import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../house/source-files.ts';
import { startProgram } from '../support/spawned.ts';

const folder = mkdtempSync(join(tmpdir(), 'shodo-home-'));
const env = {
  ...process.env,
  LANG: 'ja_JP.UTF-8',
  LC_ALL: '',
  XDG_DATA_HOME: folder,
  XDG_CONFIG_HOME: mkdtempSync(join(tmpdir(), 'shodo-keys-')),
};
const npmStart = (...args: string[]) => startProgram(process.execPath, [join(root, 'scripts/run.mjs'), 'start', ...args], { env });

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'scripts/run.mjs'), 'build'], { stdio: 'ignore' });
}, 300_000);

const listen = (): Promise<{ server: Server; port: number }> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({ server, port: typeof address === 'object' && address ? address.port : 0 });
    });
  });

describe('npm start', () => {
  it('answers at the address it prints, uses at most 200 MB, and closes cleanly [START-06]', async () => {
    const program = npmStart('--port', '0');
    const [, address = ''] = await program.says(/(http:\/\/127\.0\.0\.1:\d+)/);
    const home = await fetch(`${address}/`);
    const [, data] = await program.says(/記録の置き場所：(.+)\n/);
    const text = await home.text();
    expect([home.status, text.includes('lang="ja"')]).toEqual([200, true]);
    expect((await fetch(`${address}/en/`)).status).toBe(200);
    if (process.platform === 'linux') {
      const pid = program.child.pid ?? 0;
      const servers = [pid, ...childrenOf(pid)].map((id) => /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]);
      expect(Math.max(...servers.map(Number)) / 1024).toBeLessThan(200);
      expect(data).toBe(join(folder, 'shodo'));
    }
    program.child.kill('SIGTERM');
    const { code, err } = await program.ended;
    expect([code, err]).toEqual([0, '']);
    expect(readdirSync(folder)).toEqual(['shodo']);
  });

  it('says once a day that the record has no second place, and where to choose one [SAFE-27]', async () => {
    const home = mkdtempSync(join(tmpdir(), 'shodo-reminded-'));
    const start = (...args: string[]) => npmStart('--port', '0', '--data', join(home, 'data'), '--keys', join(home, 'keys'), ...args);
    const first = start();
    const [, address = ''] = await first.says(/(http:.+)\/ja\/second-place\//);
    expect((await fetch(`${address}/ja/second-place/`)).status).toBe(200);
    first.child.kill('SIGTERM');
    expect((await first.ended).out).toContain('控えを置く場所が、まだありません');
    const second = start();
    await second.says(/http:/);
    second.child.kill('SIGTERM');
    expect((await second.ended).out).not.toContain('second-place');
  });

  it('takes an interrupt that comes twice as one [START-06]', async () => {
    const program = npmStart('--port', '0');
    await program.says(/http:/);
    program.child.kill('SIGINT');
    program.child.kill('SIGINT');
    expect((await program.ended).code).toBe(0);
  });

  it('says one sentence and fails where it cannot start [START-05]', async () => {
    const { server, port } = await listen();
    const file = join(mkdtempSync(join(tmpdir(), 'shodo-file-')), 'file');
    writeFileSync(file, '');
    const refused: readonly (readonly [string[], string])[] = [
      [['--port', String(port)], `ポート ${port} はほかで使われています`],
      [['--port', '0', '--host', '0.0.0.0'], '「0.0.0.0」では始められません'],
      [['--port', '0', '--data', join(file, 'x')], '書き込めません'],
    ];
    for (const [args, says] of refused) {
      const { code, out, err } = await npmStart(...args).ended;
      expect([code, out]).toEqual([6, '']);
      expect(err).toContain(says);
      expect(err.trimEnd().split('\n')).toHaveLength(1);
    }
    server.close();
  });
});

/** Every process below one, by /proc. */
const childrenOf = (pid: number): number[] => {
  const direct = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(/\s+/).filter(Boolean).map(Number);
  return direct.flatMap((child) => [child, ...childrenOf(child)]);
};
