import { execFile, execFileSync, fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../house/source-files.ts';
import { compileProgram } from '../support/compile-program.ts';
import { incidentLog } from '../support/pens.ts';
import type { Figure } from './measure.ts';
import type { Load, Loaded } from './record-load.ts';
import type { Ask, Stats } from './record-server.ts';

const here = import.meta.dirname;
const run = promisify(execFile);

const incidents = 10_000;
const entries = 20;
const connections = 64;
const besideMs = 10_000;

const startServer = async (file: string, folder: string) => {
  const child = fork(file, [folder, root], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const waiting = new Map<number, (value: never) => void>();
  const { port } = await new Promise<{ port: number }>((resolve, reject) => {
    child.once('message', (message) => resolve(message as { port: number }));
    child.once('exit', () => reject(new Error('the server ended')));
  });
  child.on('message', ({ id, value }: { id: number; value: never }) => waiting.get(id)?.(value));
  let last = 0;
  const ask = <T>(what: Ask): Promise<T> =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      child.send({ id: last, ask: what });
    });
  return { port, ask, stop: () => child.kill() };
};

const send = async (load: Omit<Load, 'connections'>): Promise<Loaded> => {
  const { stdout } = await run(process.execPath, [join(here, 'record-load.ts'), JSON.stringify({ ...load, connections })], {
    maxBuffer: 1 << 24,
  });
  return JSON.parse(stdout) as Loaded;
};

const figuresOf = (what: string, { perSecond, p50, p95, p99, failed }: Loaded, bar: number): readonly Figure[] => [
  { what, value: perSecond, unit: '/s', ...(bar > 0 && { bar: `≥ ${bar}` }) },
  { what: `  p50, p95 (bar) and p99 of it`, value: p50, unit: 'ms' },
  { what: '', value: p95, unit: 'ms', ...(bar > 0 && { bar: '≤ 25' }) },
  { what: '', value: p99, unit: 'ms' },
  ...(failed > 0 ? [{ what: '  answers other than 200', value: failed, unit: '' }] : []),
];

const share = (what: string, ours: number, limit: number, bar: number): readonly Figure[] => [
  { what: `  the limit: ${what}`, value: limit, unit: '/s' },
  { what: '  our share of it', value: (100 * ours) / limit, unit: '%', bar: `≥ ${bar}` },
];

/** The record under load: rates, waiting times, our share of what the machine gives, memory. The generator shares the cores. */
export const recordFigures = async (): Promise<readonly Figure[]> => {
  const loadBefore = loadavg()[0] ?? 0;
  const home = mkdtempSync(join(tmpdir(), 'shodo-bench-'));
  const folder = join(home, 'data');
  mkdirSync(folder);
  execFileSync(process.execPath, [join(here, 'record-fill.ts'), folder, String(incidents), String(entries)], { stdio: 'inherit' });
  const server = await startServer(await compileProgram('test/bench/record-server.ts'), folder);
  const { port, ask } = server;
  try {
    const settling = performance.now();
    await ask('settle');
    const settled = (performance.now() - settling) / 1000;
    const idOf = (i: number): string => incidentLog(i).slice('incident:'.length);
    const idle = await ask<Stats>('stats');
    const get = (paths: readonly string[], count: number) => send({ port, what: 'get', paths, count, seed: 0 });
    const ids = Array.from({ length: 1000 }, (_, i) => idOf(i * 10));
    const measured = async (what: string, paths: readonly string[], bar: number, count: number): Promise<readonly Figure[]> => {
      await get(paths, count / 4);
      const ours = await get(paths, count);
      await ask({ remember: paths[0] ?? '' });
      const limit = await get(['/bench/memory'], count);
      return [...figuresOf(what, ours, bar), ...share('the same bytes from memory, same route', ours.perSecond, limit.perSecond, 50)];
    };
    const list = await measured('list of incidents, 50 a page', ['/api/v1/incidents'], 1000, 8000);
    const read = await measured(
      'one incident with its entries',
      ids.map((id) => `/api/v1/incidents/${id}/entries`),
      1500,
      12_000,
    );
    const whole = await measured(
      'one incident whole, for other programs',
      ids.map((id) => `/api/v1/incidents/${id}`),
      1500,
      8000,
    );
    await ask('reset');
    const commits = await ask<number>({ commits: 3000 });
    const each = await ask<number>({ appends: 3000 });
    const created = await send({ port, what: 'create', count: 8000, seed: 2 });
    const appended = await send({ port, what: 'append', count: 12_000, seed: 3 });
    const limit = Math.max(each, await ask<number>({ appends: 3000 }));
    const bare = Math.max(commits, await ask<number>({ commits: 3000 }));
    const busy = await ask<Stats>('stats');
    await ask({ beside: ids.map((id) => `incident:${id}`) });
    await ask('reset');
    await new Promise((done) => setTimeout(done, besideMs));
    const quiet = await ask<Stats>('stats');
    await ask('reset');
    const beside = await send({ port, what: 'append', count: 8000, seed: 4 });
    const after = await ask<Stats>('stats');
    return [
      { what: 'load of the machine when this began and when it ended', value: loadBefore, unit: '' },
      { what: '', value: loadavg()[0] ?? 0, unit: '' },
      { what: 'all incidents summarised after', value: settled, unit: 's' },
      { what: `memory with ${incidents} incidents of ${entries} entries, idle`, value: idle.rss, unit: 'MB' },
      ...list,
      ...read,
      ...whole,
      ...figuresOf('create an incident, durable', created, 2100),
      ...share('the same entries, one commit each, no HTTP', created.perSecond, limit, 80),
      ...figuresOf('append an entry, durable', appended, 2100),
      ...share('the same entries, one commit each, no HTTP', appended.perSecond, limit, 80),
      { what: '  beside it: one bare row of the same size a commit', value: bare, unit: '/s' },
      { what: 'memory after all of it', value: busy.rss, unit: 'MB', bar: '≤ 256' },
      { what: 'event-loop delay p99 while export, backup and rebuild run', value: quiet.delayP99, unit: 'ms', bar: '≤ 50' },
      { what: '  exports in this time', value: quiet.exports, unit: '' },
      ...figuresOf('append beside export, backup and rebuild', beside, 0),
      { what: '  event-loop delay p99 beside all of it', value: after.delayP99, unit: 'ms', bar: '≤ 50' },
      { what: '  exports and backups since they began', value: after.exports, unit: '' },
      { what: '', value: after.backups, unit: '' },
      { what: 'memory after this', value: after.rss, unit: 'MB', bar: '≤ 256' },
    ];
  } finally {
    server.stop();
    rmSync(home, { recursive: true, force: true });
  }
};
