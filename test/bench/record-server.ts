// The server that is measured, in a process of its own, with two routes more: the bytes of the first answers from memory.
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createServer } from '../../src/server/create-server.ts';
import { assertPragmas } from '../../src/server/record/open-database.ts';
import { openRecord } from '../../src/server/record/open-record.ts';
import { openBackupKey } from '../../src/server/safety/backup-key.ts';
import { openSqliteStore } from '../../src/server/record/sqlite-store.ts';
import { incidentLog, nodeHasher, openDevice } from '../support/pens.ts';
import { entriesOf, incidentSaying } from './record-entries.ts';
import { needBundle } from '../../src/cli/read-bundle.ts';

export type Ask =
  | 'reset'
  | 'stats'
  | 'settle'
  | { readonly beside: readonly string[] }
  | { readonly remember: string }
  | { readonly commits: number }
  | { readonly appends: number };

export type Stats = {
  readonly delayP99: number;
  readonly delayMax: number;
  readonly rss: number;
  readonly processor: number;
  readonly thread: number;
  readonly backups: number;
  readonly exports: number;
};

const [folder = '', root = ''] = process.argv.slice(2);
const bundle = needBundle(root);
const record = await openRecord({
  folder,
  keys: join(folder, '..', 'keys'),
  bundle,
  version: '0',
  now: () => new Date().toISOString(),
  report: (line) => console.error(line),
});
const app = createServer({ bundle, record, site: folder, version: '0' });
let remembered = '';
app.get('/bench/memory', async (_request, reply) => reply.type('application/json; charset=utf-8').send(remembered));
await app.listen({ host: '127.0.0.1', port: 0 });
const address = app.server.address();
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();

/** Bare rows of the same size, one commit each, without HTTP: what this disk and this library give. */
const commitEach = (count: number): number => {
  const other = join(folder, '..', 'bare');
  mkdirSync(other, { recursive: true });
  const db = new Database(join(mkdtempSync(join(other, 'x')), 'bare.sqlite'));
  assertPragmas(db);
  db.exec('CREATE TABLE entry (key INTEGER PRIMARY KEY, text TEXT)');
  const add = db.prepare('INSERT INTO entry (text) VALUES (?)');
  const text = 'x'.repeat(800);
  const before = performance.now();
  for (let i = 0; i < count; i += 1) add.run(text);
  const seconds = (performance.now() - before) / 1000;
  db.close();
  return count / seconds;
};

/** The same entries given to a store of its own, one commit each, without HTTP and signatures. */
const appendEach = async (count: number): Promise<number> => {
  const other = join(folder, '..', 'each');
  mkdirSync(other, { recursive: true });
  const store = openSqliteStore(mkdtempSync(join(other, 'x')), nodeHasher, { checkpoints: false });
  const logs = 64;
  const lists = Array.from({ length: logs }, (_, i) => {
    const device = openDevice(5000 + i, { signs: false });
    const log = incidentLog(5_000_000 + i);
    const first = { signed: device.say(log, incidentSaying), parts: [] };
    return [first, ...entriesOf(device, log, Math.ceil(count / logs) - 1)].map(({ signed, parts }) => ({ log, entries: [signed], parts }));
  });
  const batches = Array.from({ length: Math.ceil(count / logs) }, (_, i) => lists.flatMap((list) => list[i] ?? [])).flat();
  const before = performance.now();
  for (const batch of batches) {
    const done = await store.append(batch, { arrivedAt: new Date().toISOString(), skewSeconds: 0 });
    if (!done.ok) throw new Error(done.error.code);
  }
  const seconds = (performance.now() - before) / 1000;
  await store.close();
  return batches.length / seconds;
};

/** Of the whole process and of the thread that answers, in microseconds since it began. */
const spent = (): Pick<Stats, 'processor' | 'thread'> => {
  const [all, own] = [process.cpuUsage(), process.threadCpuUsage()];
  return { processor: all.user + all.system, thread: own.user + own.system };
};

const stats = (): Stats => ({
  delayP99: delay.percentile(99) / 1e6,
  delayMax: delay.max / 1e6,
  rss: process.memoryUsage().rss / 1048576,
  ...spent(),
  ...counts,
});

const counts = { backups: 0, exports: 0 };

/** A rebuild of everything derived, backup after backup and export after export, all at once until the server is stopped. */
const workBeside = async (logs: readonly string[]): Promise<void> => {
  const fails = (error: unknown): void => console.error(error);
  const { recipient } = await openBackupKey(join(folder, '..', 'keys'));
  const backups = async (): Promise<never> => {
    for (;;) {
      const to = join(folder, '..', `copy-${counts.backups}.age`);
      await record.reader.run('backup', { to, recipient, madeAt: new Date().toISOString() });
      rmSync(to);
      counts.backups += 1;
    }
  };
  const exports = async (): Promise<never> => {
    for (let i = 0; ; i += 1) {
      for await (const _ of record.reader.stream('export', { log: logs[i % logs.length] ?? '', withoutWords: false }));
      counts.exports += 1;
    }
  };
  void record.summaries.rebuild().catch(fails);
  void backups().catch(fails);
  void exports().catch(fails);
};

const answer = async (ask: Ask): Promise<unknown> => {
  if (ask === 'reset') return delay.reset();
  if (ask === 'stats') return stats();
  if (ask === 'settle') {
    while (record.reads.behind() > 0) await new Promise((done) => setTimeout(done, 100));
    return undefined;
  }
  if ('commits' in ask) return commitEach(ask.commits);
  if ('appends' in ask) return appendEach(ask.appends);
  if ('beside' in ask) return workBeside(ask.beside);
  remembered = (await app.inject({ url: ask.remember, headers: { host: `127.0.0.1:${typeof address === 'object' ? address?.port : 0}` } }))
    .body;
  return remembered.length;
};

process.on('message', ({ id, ask }: { id: number; ask: Ask }) => void answer(ask).then((value) => process.send?.({ id, value })));
process.on('disconnect', () => process.exit(0));
process.send?.({ port: typeof address === 'object' ? address?.port : 0 });
