// `npm test`: system packages, every test, and at the end what was not run and why.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureSystemPackages } from './system-packages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const report = join(root, 'dist', 'test-report.json');

const lacking = ensureSystemPackages();
mkdirSync(join(root, 'dist'), { recursive: true });
rmSync(report, { force: true });

const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const args = [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile=${report}`, ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });

let counts;
try {
  counts = JSON.parse(readFileSync(report, 'utf8'));
} catch {
  console.error('The test runner stopped before it could report.');
  process.exit(status || 1);
}
const skipped = counts.numPendingTests + counts.numTodoTests;
if (skipped > 0 || lacking.length > 0) {
  console.log(`\nNot run: ${skipped} tests.`);
  for (const what of lacking) console.log(`  Lacking: ${what}`);
}
console.log(`\n${counts.numPassedTests} passed, ${counts.numFailedTests} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = status ?? 1;
