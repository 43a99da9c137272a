import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from '../house/source-files.ts';
import { startProgram } from '../support/spawned.ts';
import type { Figure } from './measure.ts';

const memoryOf = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

const childrenOf = (pid: number): readonly number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);

/** `npm start` on what is built: time to the first answer, and memory of the server a minute later. */
export const startFigures = async (): Promise<readonly Figure[]> => {
  const data = mkdtempSync(join(tmpdir(), 'shodo-bench-'));
  const began = performance.now();
  const program = startProgram(process.execPath, [join(root, 'scripts/run.mjs'), 'start', '--port', '0', '--data', data], {
    env: { ...process.env, LANG: 'ja_JP.UTF-8', XDG_CONFIG_HOME: join(data, 'config') },
  });
  const [, address = ''] = await program.says(/(http:\/\/127\.0\.0\.1:\d+)/);
  await fetch(`${address}/`);
  const answered = performance.now() - began;
  const figures: Figure[] = [{ what: 'npm start, built: first 200 on /', value: answered / 1000, unit: 's', bar: '≤ 4' }];
  if (process.platform === 'linux') {
    await wait(60_000);
    const pid = program.child.pid ?? 0;
    figures.push({
      what: 'memory of the server 60 s after',
      value: Math.max(...[pid, ...childrenOf(pid)].map(memoryOf)),
      unit: 'MB',
      bar: '≤ 200',
    });
  }
  program.child.kill('SIGTERM');
  await program.ended;
  rmSync(data, { recursive: true, force: true });
  return figures;
};
