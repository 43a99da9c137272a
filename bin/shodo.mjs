#!/usr/bin/env node
// Inside the clone this installs and builds what is missing, then runs the sources; the published form runs dist/app.
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeProblem } from './start-up/check-node.mjs';
import { findNode } from './start-up/find-node.mjs';
import { runChild } from './start-up/run-child.mjs';
import { say } from './start-up/say.mjs';

const self = realpathSync(fileURLToPath(import.meta.url));
const root = join(dirname(self), '..');
const inClone = existsSync(join(root, 'src', 'cli', 'run-cli.ts'));
const args = process.argv.slice(2);

const start = async () => {
  if (inClone) {
    const { prepare } = await import('../scripts/prepare.mjs');
    await prepare(root, args[0] === 'start' ? 'all' : 'knowledge');
  }
  const node = findNode({ root });
  if (node !== process.execPath) return runChild(node, [self, ...args]);
  const { runCli } = await import(inClone ? '../src/cli/run-cli.ts' : '../dist/app/run-cli.js');
  return runCli({ args, root, env: process.env });
};

const problem = nodeProblem(process.versions.node);
if (problem) {
  say(problem);
  process.exitCode = 1;
} else {
  try {
    process.exitCode = await start();
  } catch (error) {
    if (!error?.text) throw error;
    say(error.text);
    process.exitCode = 1;
  }
}
