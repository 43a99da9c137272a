import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sealFile } from '../../web/pages/icons.ts';
import type { Bundle, Lang } from '../../core/index.ts';
import type { Assets, Built } from '../../web/pages/page.ts';
import { dutiesOf, responseOf } from '../load-knowledge.ts';
import { bundleScript } from './bundle-script.ts';
import { pickTokens } from './token-values.ts';

export type AssetFile = { readonly path: string; readonly bytes: Uint8Array };

const hashed = (name: string, extension: string, text: string): AssetFile => {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return { path: `/assets/${name}-${hash}.${extension}`, bytes: Buffer.from(text) };
};

type Chunk = { readonly file: string; readonly css?: readonly string[]; readonly imports?: readonly string[] };
type Manifest = Readonly<Record<string, Chunk>>;

/** The styles of a screen and of every piece it shares with others, those first. */
const stylesOf = (manifest: Manifest, key: string): readonly string[] => {
  const { css = [], imports = [] } = manifest[key] ?? { file: '' };
  return [...new Set([...imports.flatMap((other) => stylesOf(manifest, other)), ...css.map((file) => `/${file}`)])];
};

const screens = {
  duties: 'src/web/duties/main.tsx',
  incident: 'src/web/incident/main.tsx',
  incidents: 'src/web/incidents/main.tsx',
} as const;

/** The screens as their own build left them under dist/web; absent until that build ran. */
const readScreens = (
  root: string,
): { readonly built: { readonly [K in keyof typeof screens]?: Built }; readonly files: readonly AssetFile[] } => {
  const dir = join(root, 'dist/web');
  const manifestFile = join(dir, '.vite/manifest.json');
  if (!existsSync(manifestFile)) return { built: {}, files: [] };
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest;
  const built = Object.fromEntries(
    Object.entries(screens).flatMap(([name, key]) => {
      const entry = manifest[key];
      return entry ? [[name, { js: `/${entry.file}`, css: stylesOf(manifest, key) }]] : [];
    }),
  );
  const files = readdirSync(join(dir, 'assets')).map((name) => ({
    path: `/assets/${name}`,
    bytes: readFileSync(join(dir, 'assets', name)),
  }));
  return { built, files };
};

/** Every file the pages load, under names that change with their bytes, and the addresses the pages need. */
export const bundleAssets = async (
  root: string,
  bundled: Bundle,
): Promise<{ readonly assets: Assets; readonly files: readonly AssetFile[] }> => {
  const css = await bundleScript(join(root, 'src/web/styles/index.css'));
  const tokens = readFileSync(join(root, 'node_modules/@digital-go-jp/design-tokens/dist/tokens.css'), 'utf8');
  const style = hashed('style', 'css', pickTokens(css, tokens) + css);
  const movesIn = async (lang: Lang): Promise<AssetFile> =>
    hashed(`moves-${lang}`, 'js', await bundleScript(join(root, 'src/web/moves/main.ts'), { pageLang: JSON.stringify(lang) }));
  const moves = { ja: await movesIn('ja'), en: await movesIn('en') };
  const log = hashed('log-kept', 'js', await bundleScript(join(root, 'src/web/moves/log-kept.ts')));
  const logHere = hashed('log-here', 'js', await bundleScript(join(root, 'src/web/moves/log-here.ts')));
  const card = hashed('card', 'js', await bundleScript(join(root, 'src/web/moves/card-form.ts')));
  const cardShow = hashed('card-show', 'js', await bundleScript(join(root, 'src/web/moves/card.ts')));
  const secondPlace = hashed('second-place', 'js', await bundleScript(join(root, 'src/web/moves/second-place.ts')));
  const icon = hashed('seal', 'svg', sealFile);
  const knowledge = hashed('duties-knowledge', 'json', JSON.stringify(dutiesOf(bundled)));
  const response = hashed('response-knowledge', 'json', JSON.stringify(responseOf(bundled)));
  const { built, files } = readScreens(root);
  return {
    assets: {
      css: style.path,
      moves: { ja: moves.ja.path, en: moves.en.path },
      log: log.path,
      logHere: logHere.path,
      card: card.path,
      cardShow: cardShow.path,
      secondPlace: secondPlace.path,
      icon: icon.path,
      knowledge: knowledge.path,
      response: response.path,
      ...built,
    },
    files: [style, moves.ja, moves.en, log, logHere, card, cardShow, secondPlace, icon, knowledge, response, ...files],
  };
};
