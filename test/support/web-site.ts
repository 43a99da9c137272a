import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needBundle, readVersion } from '../../src/cli/read-bundle.ts';
import { startServer } from '../../src/server/index.ts';

const root = join(import.meta.dirname, '../..');

export type WebSite = {
  /** Address of the server without a closing slash. */
  readonly base: string;
  /** Folder of the pages as served. */
  readonly folder: string;
  /** Every address of the pages, in the order of the site. */
  readonly routes: readonly string[];
  /** Ends the server and keeps what it has; `resume` starts it again at the same address. */
  readonly cut: () => Promise<void>;
  readonly resume: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const readRoutes = (): readonly string[] => JSON.parse(readFileSync(join(root, 'dist/site-routes.json'), 'utf8')) as string[];

/** Copies the pages as built, so that a build meanwhile does not change them under a test. */
const copySite = (folder: string): readonly string[] => {
  if (!existsSync(join(root, 'dist/site-routes.json'))) throw new Error('the pages are not built: npm run build');
  cpSync(join(root, 'dist/site'), folder, { recursive: true });
  const routes = readRoutes();
  const lacking = routes.filter((route) => !existsSync(join(folder, route, 'index.html')));
  if (lacking.length > 0) throw new Error(`the pages changed while they were copied: ${lacking[0]} is not there`);
  return routes;
};

/** The built site, served by the real server on a free port of loopback. */
export const serveSite = async (): Promise<WebSite> => {
  const home = mkdtempSync(join(tmpdir(), 'shodo-web-'));
  const folder = join(home, 'site');
  const routes = copySite(folder);
  const open = async (port: number) => {
    const started = await startServer({
      bundle: needBundle(root),
      site: folder,
      version: readVersion(root),
      host: '127.0.0.1',
      port,
      data: join(home, 'data'),
      keys: join(home, 'keys'),
    });
    if (!started.ok) throw new Error(started.error.en);
    return started.value;
  };
  let running: Awaited<ReturnType<typeof open>> | undefined = await open(0);
  const base = running.address;
  const cut = async (): Promise<void> => {
    await running?.close();
    running = undefined;
  };
  return {
    base,
    folder,
    routes,
    cut,
    resume: async () => {
      running ??= await open(Number(new URL(base).port));
    },
    stop: async () => {
      await cut();
      rmSync(home, { recursive: true, force: true });
    },
  };
};
