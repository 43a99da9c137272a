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
  const started = await startServer({
    bundle: needBundle(root),
    site: folder,
    version: readVersion(root),
    host: '127.0.0.1',
    port: 0,
    data: join(home, 'data'),
  });
  if (!started.ok) throw new Error(started.error.en);
  const { address, close } = started.value;
  const stop = async (): Promise<void> => {
    await close();
    rmSync(home, { recursive: true, force: true });
  };
  return { base: address, folder, routes, stop };
};
