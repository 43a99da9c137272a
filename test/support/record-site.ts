import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needBundle, readVersion } from '../../src/cli/read-bundle.ts';
import { type Started, startServer } from '../../src/server/start-server.ts';

const root = join(import.meta.dirname, '../..');

type Linked = {
  readonly entry: { readonly id: string; readonly kind: string; readonly body: Readonly<Record<string, unknown>>; readonly device: string };
};

export type RecordSite = {
  readonly base: string;
  readonly routes: readonly string[];
  /** Stops the server where it is; what it keeps stays. */
  readonly cut: () => Promise<void>;
  /** Starts it again at the same address. */
  readonly heal: () => Promise<void>;
  /** Starts it again at the same address without its record, as after its file was deleted. */
  readonly lose: () => Promise<void>;
  /** What the server has of an incident, in order. */
  readonly entries: (id: string) => Promise<readonly Linked['entry'][]>;
  readonly stop: () => Promise<void>;
};

/** The built site with its record, on a server that can be cut and come back. */
export const serveRecord = async (): Promise<RecordSite> => {
  const home = mkdtempSync(join(tmpdir(), 'shodo-record-'));
  const site = join(home, 'site');
  cpSync(join(root, 'dist/site'), site, { recursive: true });
  const start = async (port: number): Promise<Started> => {
    const started = await startServer({
      bundle: needBundle(root),
      site,
      version: readVersion(root),
      host: '127.0.0.1',
      port,
      data: join(home, 'data'),
      keys: join(home, 'keys'),
    });
    if (!started.ok) throw new Error(started.error.en);
    return started.value;
  };
  let running: Started | undefined = await start(0);
  const base = running.address;
  const cut = async (): Promise<void> => {
    await running?.close();
    running = undefined;
  };
  return {
    base,
    routes: JSON.parse(readFileSync(join(root, 'dist/site-routes.json'), 'utf8')) as string[],
    cut,
    heal: async () => {
      running ??= await start(Number(new URL(base).port));
    },
    lose: async () => {
      await cut();
      for (const end of ['', '-wal', '-shm']) rmSync(join(home, 'data', `record.sqlite${end}`), { force: true });
      running = await start(Number(new URL(base).port));
    },
    entries: async (id) => {
      const answer = await fetch(`${base}/api/v1/incidents/${id}/entries`);
      if (!answer.ok) return [];
      return ((await answer.json()) as { readonly entries: readonly Linked[] }).entries.map(({ entry }) => entry);
    },
    stop: async () => {
      await cut();
      rmSync(home, { recursive: true, force: true });
    },
  };
};
