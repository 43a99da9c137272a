import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { databasePath } from '../../src/server/record/open-database.ts';
import { openSqliteStore } from '../../src/server/record/sqlite-store.ts';
import { startServer } from '../../src/server/start-server.ts';
import { nodeHasher } from '../support/pens.ts';
import { smallBundle } from '../support/small-bundle.ts';

const top = mkdtempSync(join(tmpdir(), 'shodo-lost-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

const serve = async () => {
  const home = mkdtempSync(join(top, 'one-'));
  const data = join(home, 'data');
  const reports: string[] = [];
  const started = await startServer({
    bundle: { ...smallBundle, hash: 'b'.repeat(64) },
    site: top,
    version: '0',
    host: '127.0.0.1',
    port: 0,
    data,
    keys: join(home, 'keys'),
    report: (line) => reports.push(line),
  });
  if (!started.ok) throw new Error(started.error.en);
  open.push(started.value.close);
  const base = `${started.value.address}/api/v1`;
  const get = async (path: string) => {
    const answer = await fetch(`${base}${path}`);
    return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
  };
  const post = async (path: string, body: unknown) => {
    const answer = await fetch(`${base}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
  };
  const begin = () => post('/incidents', { sayings: [{ kind: 'incident.reported', body: {} }] });
  return { home, data, path: databasePath(data), reports, base, address: started.value.address, get, post, begin };
};

/** Ways to lose a file that is open. Where a system keeps an open file in its place, only its emptying can be met. */
const losses: readonly (readonly [string, (data: string, home: string) => void])[] = [
  ['the file is deleted', (data) => rmSync(databasePath(data))],
  ['the whole folder is deleted', (data) => rmSync(data, { recursive: true })],
  ['the folder is moved away', (data, home) => renameSync(data, join(home, 'elsewhere'))],
  ['the write-ahead log is deleted', (data) => rmSync(`${databasePath(data)}-wal`)],
  [
    'another file takes its place',
    (data, home) => {
      copyFileSync(databasePath(data), join(home, 'copy'));
      renameSync(join(home, 'copy'), databasePath(data));
    },
  ],
];

/** Incidents that a file of a record holds. */
const incidentsIn = async (file: string): Promise<readonly string[]> => {
  const folder = mkdtempSync(join(top, 'look-'));
  copyFileSync(file, databasePath(folder));
  const store = openSqliteStore(folder, nodeHasher);
  const logs = (await store.logs()).map(({ log }) => log).filter((log) => log.startsWith('incident:'));
  await store.close();
  return logs;
};

describe.skipIf(process.platform === 'win32')('a record whose files are lost under the running server', () => {
  it.each(losses)(
    'acknowledges nothing from then on, says so once, and writes out what it held: %s [LOSS-01] [LOSS-02]',
    async (_way, lose) => {
      const { data, home, reports, get, post, begin } = await serve();
      const first = await begin();
      expect(first.status).toBe(200);
      lose(data, home);
      // The very next write already, without waiting for a look.
      const refused = await begin();
      expect([refused.status, refused.json]).toMatchObject([
        503,
        { code: 'record-unusable', message: { ja: expect.stringContaining('もう何も書き込めません') } },
      ]);
      for (const path of ['/incidents', `/incidents/${first.json.id}`, '/organisation', '/deadlines', '/second-place'])
        expect([path, (await get(path)).status]).toEqual([path, 503]);
      expect((await post('/second-place', { folder: null })).status).toBe(503);
      expect((await get('/cases')).status).toBe(200);
      expect(reports).toHaveLength(1);
      expect(JSON.parse(reports[0] as string)).toMatchObject({
        ja: expect.stringContaining('初動を止め'),
        en: expect.stringContaining('stop Shodo'),
      });
      const rescued = readdirSync(data).filter((name) => name.startsWith('rescued-'));
      expect(rescued).toHaveLength(1);
      expect(statSync(join(data, rescued[0] as string)).mode & 0o077).toBe(0);
      expect(await incidentsIn(join(data, rescued[0] as string))).toContain(`incident:${first.json.id}`);
    },
  );

  it.each([
    ['emptied', (path: string) => truncateSync(path, 0)],
    ['overwritten with something else', (path: string) => writeFileSync(path, 'no record at all. '.repeat(1000))],
  ])('acknowledges nothing where the file was %s in its place [LOSS-01]', async (_way, spoil) => {
    const { path, data, reports, begin } = await serve();
    expect((await begin()).status).toBe(200);
    spoil(path);
    expect((await begin()).status).toBe(503);
    expect(reports).toHaveLength(1);
    expect(readdirSync(data).filter((name) => name.startsWith('rescued-'))).toEqual([]);
  });

  it('leaves nothing half written where it cannot be written out [LOSS-02]', async () => {
    const { data, path, home, begin } = await serve();
    await begin();
    renameSync(data, join(home, 'elsewhere'));
    // A file stands where the folder was.
    writeFileSync(data, '');
    const refused = await begin();
    expect([refused.status, refused.json]).toMatchObject([503, { message: { ja: expect.stringContaining('npx shodo restore') } }]);
    expect(existsSync(path)).toBe(false);
  });

  it('is noticed without any write: who listens is let go and finds out why [LOSS-03]', async () => {
    const { path, base, address, begin } = await serve();
    const { id } = (await begin()).json;
    const live = await fetch(`${base}/incidents/${id}/live`);
    rmSync(path);
    // Ends when the server lets the listener go.
    await live.text();
    expect((await fetch(`${base}/incidents/${id}/live`)).status).toBe(503);
    expect((await fetch(`${address}/healthz`)).status).toBe(503);
  });

  it('is not copied to the second place, whatever lies there now [LOSS-04]', async () => {
    const { home, path, get, post, begin } = await serve();
    const disk = join(home, 'disk');
    mkdirSync(disk);
    await begin();
    await post('/second-place', { folder: disk });
    await expect.poll(async () => (await get('/second-place')).json.lastCopyAt, { timeout: 10_000 }).toEqual(expect.any(String));
    const copies = readdirSync(disk);
    await begin();
    rmSync(path);
    writeFileSync(path, '');
    expect((await begin()).status).toBe(503);
    for (const close of open.splice(0)) await close();
    expect(readdirSync(disk)).toEqual(copies);
    expect(existsSync(path)).toBe(true);
  });
});

describe('the file of a record at rest', () => {
  it('holds everything without its write-ahead log, also while the server runs [LOSS-05]', async () => {
    const { path, begin } = await serve();
    const { id } = (await begin()).json;
    await expect.poll(() => incidentsIn(path), { timeout: 20_000, interval: 500 }).toContain(`incident:${id}`);
  });
});
