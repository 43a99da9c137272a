import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { databasePath } from '../../src/server/record/open-database.ts';
import { startServer } from '../../src/server/start-server.ts';
import { smallBundle } from '../support/small-bundle.ts';

const top = mkdtempSync(join(tmpdir(), 'shodo-anew-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

const start = (data: string, keys: string) =>
  startServer({
    bundle: { ...smallBundle, hash: 'b'.repeat(64) },
    site: top,
    version: '0',
    host: '127.0.0.1',
    port: 0,
    data,
    keys,
    now: () => '2026-11-25T09:00:00+09:00',
    report: () => {},
  });
const serve = async (...folders: Parameters<typeof start>) => {
  const started = await start(...folders);
  if (!started.ok) throw new Error(started.error.en);
  const address = `${started.value.address}/api/v1`;
  const send = async (path: string, body?: object) => {
    const said = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    return (await (await fetch(address + path, said)).json()) as {
      id: string;
      began?: { at: string; text: { ja: string } };
      lastCopyAt?: string;
    };
  };
  return { ...started.value, send };
};
const newHome = (): readonly [data: string, keys: string, home: string] => {
  const home = mkdtempSync(join(top, 'home-'));
  return [join(home, 'data'), join(home, 'keys'), home];
};
const removeRecord = (data: string): void => {
  for (const end of ['', '-wal', '-shm']) rmSync(`${databasePath(data)}${end}`, { force: true });
};

describe('a server that starts without the record that was there', () => {
  it('says nothing at its very first start, nor while the record is there [LOSS-10]', async () => {
    const [data, keys] = newHome();
    for (let i = 0; i < 2; i++) {
      const { beganAnew, remindSecondPlace, send, close } = await serve(data, keys);
      remindSecondPlace();
      expect([beganAnew, (await send('/second-place')).began]).toEqual([undefined, undefined]);
      await close();
    }
  });

  it('says that a new one was begun, where the copies lie and what to do, until it was read [LOSS-10]', async () => {
    const [data, keys, home] = newHome();
    const disk = join(home, 'disk');
    mkdirSync(disk);
    const first = await serve(data, keys);
    await first.send('/incidents', { sayings: [{ kind: 'incident.reported', body: {} }] });
    await first.send('/second-place', { folder: disk });
    await expect.poll(async () => (await first.send('/second-place')).lastCopyAt, { timeout: 10_000 }).toEqual(expect.any(String));
    await first.close();
    const copies = readdirSync(disk);
    removeRecord(data);
    for (let i = 0; i < 2; i++) {
      const { beganAnew, send, close } = await serve(data, keys);
      const { began } = await send('/second-place');
      expect(began?.text).toEqual(beganAnew);
      for (const part of ['新しい記録を始めました', 'このフォルダーにありません', disk, 'npx shodo restore'])
        expect(beganAnew?.ja).toContain(part);
      if (i === 1) expect((await send('/second-place', { beganRead: true })).began).toBeUndefined();
      await close();
    }
    const after = await serve(data, keys);
    expect(after.beganAnew).toBeUndefined();
    await after.close();
    expect(readdirSync(disk)).toEqual(copies);
  });

  it('says so where the whole folder is gone and only the keys know of a record [LOSS-10]', async () => {
    const [data, keys] = newHome();
    const first = await serve(data, keys);
    first.remindSecondPlace();
    await first.close();
    rmSync(data, { recursive: true });
    const { beganAnew, close } = await serve(data, keys);
    expect(beganAnew?.ja).toContain('前に別の記録を使っていました');
    await close();
  });

  it('begins none beside what was written out when the files were lost, and goes on with it under its name [LOSS-11]', async () => {
    const [data, keys] = newHome();
    const first = await serve(data, keys);
    const { id } = await first.send('/incidents', { sayings: [{ kind: 'incident.reported', body: {} }] });
    removeRecord(data);
    await first.send('/incidents', { sayings: [{ kind: 'incident.reported', body: {} }] });
    await first.close();
    const [rescued = ''] = readdirSync(data).filter((name) => name.startsWith('rescued-'));
    const refused = await start(data, keys);
    expect(refused).toMatchObject({ ok: false, error: { ja: expect.stringContaining(rescued) } });
    expect(readdirSync(data)).not.toContain('record.sqlite');
    renameSync(join(data, rescued), databasePath(data));
    const { beganAnew, send, close } = await serve(data, keys);
    expect([beganAnew, (await send(`/incidents/${id}`)).id]).toEqual([undefined, id]);
    await close();
  });
});
