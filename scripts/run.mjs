// `node scripts/run.mjs <task> [arguments]`: the one way npm scripts run. Any Node from 16 on can read this file.
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeProblem } from '../bin/start-up/check-node.mjs';
import { runChild } from '../bin/start-up/run-child.mjs';
import { say } from '../bin/start-up/say.mjs';
import { prepare } from './prepare.mjs';
import { tasks } from './tasks.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const runTask = async (name, args) => {
  const task = tasks[name];
  if (!task) {
    const names = Object.keys(tasks).join(', ');
    say({ ja: `「${name}」という作業はありません。あるもの：${names}`, en: `There is no task “${name}”. There are: ${names}` });
    return 2;
  }
  const node = await prepare(root, task.needs);
  // Tools that start `node` themselves must find the same one.
  const env = node === process.execPath ? process.env : { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH || ''}` };
  for (const [i, run] of task.runs.entries()) {
    const last = i === task.runs.length - 1;
    const code = await runChild(node, last ? [...run, ...args] : run, { cwd: root, env });
    if (code !== 0) return code;
  }
  return 0;
};

const problem = nodeProblem(process.versions.node);
if (problem) {
  say(problem);
  process.exitCode = 1;
} else {
  try {
    process.exitCode = await runTask(process.argv[2] || '', process.argv.slice(3));
  } catch (error) {
    if (!error?.text) throw error;
    say(error.text);
    process.exitCode = 1;
  }
}
