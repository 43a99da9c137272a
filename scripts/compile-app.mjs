// Compiles the command line and the server to plain JavaScript for the published form (dist/app). Dependencies stay
// outside; the server is a chunk of its own, so that a command does not load it.
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const outdir = join(root, 'dist', 'app');

rmSync(outdir, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  // The thread of longer reads is loaded by its file, so it is an entry point beside the command line.
  entryPoints: { 'run-cli': 'src/cli/run-cli.ts', 'reader-worker': 'src/server/record/reader-worker.ts' },
  outdir,
  bundle: true,
  splitting: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node24',
  legalComments: 'none',
  logLevel: 'warning',
});
