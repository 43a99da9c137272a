import { resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';

/** Core and app do nothing when they are only loaded: what a script does not call is left out of it. */
const quietRooms: Plugin = {
  name: 'quiet-rooms',
  setup: (given) => {
    given.onResolve({ filter: /^\.\.?\// }, ({ resolveDir, path }) => {
      const file = resolve(resolveDir, path);
      return /[\\/]src[\\/](core|app)[\\/]/.test(file) ? { path: file, sideEffects: false } : undefined;
    });
  },
};

/** One file of the site from a TypeScript or style entry, small, for the browsers that we name. */
export const bundleScript = async (entry: string, define: Readonly<Record<string, string>> = {}): Promise<string> => {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: ['es2022', 'chrome111', 'firefox113', 'safari16.4'],
    charset: 'utf8',
    legalComments: 'none',
    // Imports for their effects alone stand in the contract, which no script of the pages uses.
    logOverride: { 'ignored-bare-import': 'silent' },
    logLevel: 'warning',
    plugins: [quietRooms],
    define,
  });
  return result.outputFiles[0]?.text ?? '';
};
