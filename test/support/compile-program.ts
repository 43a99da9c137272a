import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../house/source-files.ts';

/**
 * Compiles a program that starts a server to plain JavaScript, as the published form is, with the thread of longer reads
 * beside it. `file` from the root; returns the file to run. It lies under `dist`, so that the packages are found.
 */
export const compileProgram = async (file: string): Promise<string> => {
  const name = basename(file, '.ts');
  const outdir = join(root, 'dist', 'programs', name);
  await build({
    absWorkingDir: root,
    entryPoints: { [name]: file, 'reader-worker': 'src/server/record/reader-worker.ts' },
    outdir,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node24',
    logLevel: 'warning',
  });
  return join(outdir, `${name}.js`);
};
