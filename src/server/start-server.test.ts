import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer as listenTo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { smallBundle } from '../../test/support/small-bundle.ts';
import { type StartOptions, startServer } from './start-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'shodo-start-'));
const options: StartOptions = {
  bundle: smallBundle,
  site: folder,
  version: '0',
  host: '127.0.0.1',
  port: 0,
  data: join(folder, 'data'),
  keys: join(folder, 'keys'),
};

const refusalOf = async (more: Partial<StartOptions>): Promise<{ ja: string; en: string }> => {
  const started = await startServer({ ...options, ...more });
  if (!started.ok) return started.error;
  await started.value.close();
  throw new Error('it started');
};

describe('what keeps the server from starting is one sentence that names the cure', () => {
  it.each(['0.0.0.0', '::', '192.168.1.10', 'example.com', ''])('host %j [START-03]', async (host) => {
    expect((await refusalOf({ host })).en).toMatch(/--host/);
  });

  it('a port in use [START-05]', async () => {
    const other = listenTo();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const said = await refusalOf({ port });
    other.close();
    expect(said.ja).toContain(`ポート ${port}`);
    expect(said.en).toContain('--port');
  });

  it('an unwritable folder [START-05]', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect((await refusalOf({ data: join(folder, 'file', 'x') })).ja).toContain('--data');
  });

  it.each(['record.sqlite', 'server.lock'])('a damaged %s [START-05]', async (name) => {
    const data = mkdtempSync(join(folder, 'damaged-'));
    writeFileSync(join(data, name), 'no database, only words, longer than a header. '.repeat(40));
    const said = await refusalOf({ data });
    expect(said.ja).toContain('shodo restore');
    expect(said.en).toContain('SQLITE_NOTADB');
    const stands = mkdtempSync(join(folder, 'folder-'));
    mkdirSync(join(stands, name));
    expect((await refusalOf({ data: stands })).en).toContain('SQLITE_CANTOPEN');
  });

  it('listens on each name of this machine [START-03]', async () => {
    for (const host of ['127.0.0.1', 'localhost']) {
      const started = await startServer({ ...options, host });
      expect(started.ok && started.value.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      if (started.ok) await started.value.close();
    }
  });
});
