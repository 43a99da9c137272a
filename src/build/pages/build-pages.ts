import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isReference } from '../../web/pages/knowledge/render-knowledge.ts';
import { renderSite } from '../../web/pages/render-site.ts';
import { loadKnowledge } from '../load-knowledge.ts';
import { type AssetFile, bundleAssets } from './bundle-assets.ts';
import { cutPhrases } from './phrases.ts';
import { makeWorker } from './write-worker.ts';
import { gzip, type SiteFile, writeSite } from './write-site.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What the pages hang on: the knowledge and its reader, the sources of pages, styles and module, the duties check as built. */
const inputFiles = (): readonly string[] => {
  const below = (dir: string): readonly string[] =>
    existsSync(join(root, dir))
      ? readdirSync(join(root, dir), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
          .map((entry) => join(entry.parentPath, entry.name))
          .sort()
      : [];
  const sources = ['pages', 'styles', 'moves', 'record', 'worker'].map((room) => `src/web/${room}`);
  const folders = ['knowledge', ...sources, 'src/client', 'src/app', 'src/core', 'src/build', 'dist/web/.vite', 'dist/web/assets'];
  const single = ['src/web/messages.ts', 'package.json', 'package-lock.json'].map((file) => join(root, file));
  return [...folders.flatMap(below), ...single];
};

const inputHash = (): string => {
  const hash = createHash('sha256');
  for (const file of inputFiles()) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex');
};

/** Every address that a device keeps, as the site was last built, for tests that walk it. Empty before the first build. */
export const routes = (): readonly string[] => {
  const file = join(root, 'dist/site-routes.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : [];
};

/** Gzipped bytes of one page and of what it loads. */
export type PageWeight = { readonly path: string; readonly html: number; readonly css: number; readonly js: number };

const weigh = (pages: readonly SiteFile[], assets: readonly AssetFile[]): readonly PageWeight[] => {
  const size = (part: RegExp): number =>
    assets.filter(({ path }) => part.test(path)).reduce((sum, { bytes }) => sum + gzip(bytes).length, 0);
  const css = size(/\/style-.*\.css$/);
  const js = { ja: size(/\/moves-ja-.*\.js$/), en: size(/\/moves-en-.*\.js$/) };
  return pages.map(({ path, bytes }) => ({ path, html: gzip(bytes).length, css, js: js[path.startsWith('/en/') ? 'en' : 'ja'] }));
};

/**
 * Builds dist/site from knowledge/ when something it hangs on changed since the last build.
 * The duties check is part of the site when its own build ran before.
 */
export const buildPages = async (): Promise<{ readonly built: boolean; readonly weights: readonly PageWeight[] }> => {
  const stamp = join(root, 'dist/site-input.sha256');
  const hash = inputHash();
  if (existsSync(join(root, 'dist/site/index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash)
    return { built: false, weights: [] };
  const { bundle, files: knowledge } = loadKnowledge(join(root, 'knowledge'));
  const { assets, files } = await bundleAssets(root, bundle);
  const pages = renderSite({ bundle, assets, phrases: cutPhrases, ownContacts: knowledge.contacts, examples: knowledge.examples });
  const kept = pages.filter(({ path }) => !isReference(path));
  const pageFiles = pages.map(({ path, html }) => ({ path: `${path}index.html`, bytes: Buffer.from(html), seldom: isReference(path) }));
  writeSite(join(root, 'dist/site'), [...pageFiles, ...files, await makeWorker(root, kept, files)]);
  writeFileSync(join(root, 'dist/site-routes.json'), JSON.stringify(kept.map(({ path }) => path)));
  writeFileSync(stamp, hash);
  return { built: true, weights: weigh(pageFiles, files) };
};

const main = async (): Promise<void> => {
  const { built, weights } = await buildPages();
  if (!built) return console.log('pages are up to date');
  for (const { path, html, css, js } of weights.filter(({ path }) => path.includes('/cases/'))) {
    console.log(`${path} ${html + css + js} bytes gzipped (html ${html}, css ${css}, js ${js})`);
  }
  console.log(`${weights.length} pages built`);
};

if (import.meta.main) await main();
