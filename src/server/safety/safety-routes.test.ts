import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { smallBundle } from '../../../test/support/small-bundle.ts';
import { startServer } from '../start-server.ts';

const top = mkdtempSync(join(tmpdir(), 'shodo-safety-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

const serve = async (name: string) => {
  const started = await startServer({
    bundle: { ...smallBundle, hash: 'b'.repeat(64) },
    site: top,
    version: '0',
    host: '127.0.0.1',
    port: 0,
    data: join(top, name),
    keys: join(top, `${name}-keys`),
    report: (line) => {
      throw new Error(line);
    },
  });
  if (!started.ok) throw new Error(started.error.en);
  afterAll(() => started.value.close());
  return started.value.address;
};
const [here, there] = [await serve('one'), await serve('two')];
const send = (to: string, path: string, body: string) =>
  fetch(`${to}/api/v1${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });

const begun = await send(
  here,
  '/incidents',
  JSON.stringify({
    sayings: [{ kind: 'incident.reported', body: { zone: 'Asia/Tokyo', bundle: 'b'.repeat(64), text: { text: '赤い画面' } } }],
  }),
);
const { id } = (await begun.json()) as { id: string };
const file = await (await fetch(`${here}/api/v1/incidents/${id}/export`)).text();

describe('a log over HTTP', () => {
  it('goes out whole with a signed head, and into another organisation, which keeps a trace [SAFE-14]', async () => {
    expect(begun.status).toBe(200);
    expect(file.trimEnd().split('\n').at(-1)).toContain('"witness"');
    expect(await (await fetch(`${here}/api/v1/incidents/${id}/export?words=no`)).text()).not.toContain('{"part":{');
    expect((await fetch(`${here}/api/v1/incidents/${id.replace(/^./, 'f')}/export`)).status).toBe(404);
    expect(await (await send(there, '/incidents/import', file)).json()).toMatchObject({ id, entries: 1, added: 1 });
    expect(await (await send(there, '/incidents/import', file)).json()).toMatchObject({ added: 0 });
    const trace = await (await fetch(`${there}/api/v1/organisation/entries`)).text();
    expect(trace.split('incident.imported')).toHaveLength(2);
    expect(readdirSync(join(top, 'two')).filter((name) => name.startsWith('.working'))).toEqual([]);
  });

  it('is refused with its place when it does not hold, or says something else [SAFE-14]', async () => {
    const changed = await send(there, '/incidents/import', file.replace('Asia/Tokyo', 'Asia/Seoul'));
    expect([changed.status, await changed.json()]).toMatchObject([
      422,
      { code: 'log-broken', message: { en: expect.stringContaining('seq 1') } },
    ]);
    expect((await send(there, '/incidents/import', '')).status).toBe(422);
    expect((await send(there, '/incidents/import', 'hello')).status).toBe(422);
  });
});

describe('the second place over HTTP', () => {
  it('is missing until it is named; the key is given until it is on paper [SAFE-24]', async () => {
    const state = async () => (await (await fetch(`${here}/api/v1/second-place`)).json()) as Record<string, unknown>;
    expect(await state()).toMatchObject({ folder: null, remindOn: expect.stringMatching(/^\d{4}-/) });
    const refused = await send(here, '/second-place', JSON.stringify({ folder: join(top, 'one') }));
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([422, 'bad-folder']);
    expect((await send(here, '/second-place', '{}')).status).toBe(400);
    const disk = join(top, 'disk');
    mkdirSync(disk);
    const say = async (body: object) => (await (await send(here, '/second-place', JSON.stringify(body))).json()) as Record<string, unknown>;
    const chosen = await say({ folder: disk });
    expect(chosen).toMatchObject({ folder: disk, keyWritten: false, recoveryKey: expect.stringMatching(/^AGE-SECRET-KEY-1/) });
    await expect.poll(async () => (await state()).lastCopyAt, { timeout: 10_000 }).toEqual(expect.any(String));
    expect(readdirSync(disk).filter((name) => name.endsWith('.age'))).toHaveLength(1);
    expect(await state()).not.toHaveProperty('recoveryKey');
    // An answer that was lost on its way costs nobody the key.
    expect(await say({ keyWritten: false })).toMatchObject({ recoveryKey: chosen.recoveryKey });
    expect(await say({ keyWritten: true })).toMatchObject({ keyWritten: true });
    for (const body of [{ folder: disk }, { keyWritten: false }]) expect(await say(body)).not.toHaveProperty('recoveryKey');
    expect(await say({ folder: null })).toMatchObject({ folder: null, keyWritten: true });
  });
});
