import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { sealFile } from '../../web/pages/icons.ts';
import type { Bundle } from '../../core/index.ts';
import type { Assets } from '../../web/pages/page.ts';
import { dutiesOf } from '../load-knowledge.ts';
import { pickTokens } from './token-values.ts';

export type AssetFile = { readonly path: string; readonly bytes: Uint8Array };

const hashed = (name: string, extension: string, text: string): AssetFile => {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return { path: `/assets/${name}-${hash}.${extension}`, bytes: Buffer.from(text) };
};

const bundle = async (entry: string): Promise<string> => {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: ['es2022', 'chrome111', 'firefox113', 'safari16.4'],
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  });
  return result.outputFiles[0]?.text ?? '';
};

type Manifest = Readonly<Record<string, { readonly file: string; readonly css?: readonly string[]; readonly isEntry?: boolean }>>;

/** The duties check as its own build left it under dist/web; absent until that build ran. */
const readDuties = (root: string): { readonly duties?: NonNullable<Assets['duties']>; readonly files: readonly AssetFile[] } => {
  const dir = join(root, 'dist/web');
  const manifestFile = join(dir, '.vite/manifest.json');
  if (!existsSync(manifestFile)) return { files: [] };
  const entry = (JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest)['src/web/duties/main.tsx'];
  if (!entry) return { files: [] };
  const files = readdirSync(join(dir, 'assets')).map((name) => ({
    path: `/assets/${name}`,
    bytes: readFileSync(join(dir, 'assets', name)),
  }));
  return { duties: { js: `/${entry.file}`, css: (entry.css ?? []).map((file) => `/${file}`) }, files };
};

/** Every file the pages load, under names that change with their bytes, and the addresses the pages need. */
export const bundleAssets = async (
  root: string,
  bundled: Bundle,
): Promise<{ readonly assets: Assets; readonly files: readonly AssetFile[] }> => {
  const css = await bundle(join(root, 'src/web/styles/index.css'));
  const tokens = readFileSync(join(root, 'node_modules/@digital-go-jp/design-tokens/dist/tokens.css'), 'utf8');
  const style = hashed('style', 'css', pickTokens(css, tokens) + css);
  const moves = hashed('moves', 'js', await bundle(join(root, 'src/web/moves/main.ts')));
  const icon = hashed('seal', 'svg', sealFile);
  const knowledge = hashed('duties-knowledge', 'json', JSON.stringify(dutiesOf(bundled)));
  const { duties, files } = readDuties(root);
  return {
    assets: { css: style.path, moves: moves.path, icon: icon.path, knowledge: knowledge.path, ...(duties && { duties }) },
    files: [style, moves, icon, knowledge, ...files],
  };
};
