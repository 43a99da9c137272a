import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { bundleScript } from './bundle-script.ts';
import type { SiteFile } from './write-site.ts';

/** The service worker, with the list of everything it keeps. Its bytes change when any of them does. */
export const makeWorker = async (
  root: string,
  pages: readonly { readonly path: string; readonly html: string }[],
  assets: readonly SiteFile[],
): Promise<SiteFile> => {
  const hash = createHash('sha256');
  for (const { path, html } of pages) hash.update(path).update(html);
  for (const { path } of assets) hash.update(path);
  const shell = { version: hash.digest('hex').slice(0, 12), pages: pages.map(({ path }) => path), assets: assets.map(({ path }) => path) };
  const text = await bundleScript(join(root, 'src/web/worker/service-worker.ts'), { shodoShell: JSON.stringify(shell) });
  return { path: '/service-worker.js', bytes: Buffer.from(text) };
};
