import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from '../bin/start-up/run-child.mjs';
import { say, StartUpError } from '../bin/start-up/say.mjs';
import { buildParts } from './build-parts.mjs';

const filesUnder = (path) => {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !name.includes('.test.'))
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
};

/** Changes when a file that the part reads is added, removed, resized or written. */
const fingerprint = (root, part) => {
  const hash = createHash('sha256').update(JSON.stringify(part.runs));
  const skipped = part.skips.map((path) => join(root, path));
  const files = [...part.reads, 'package-lock.json'].flatMap((path) => filesUnder(join(root, path)));
  for (const file of files) {
    if (skipped.some((path) => file.startsWith(path))) continue;
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file.slice(root.length)} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
};

const stampOf = (root, part) => join(root, 'dist', `.built-${part.id}`);

const isFresh = (root, part) => {
  const stamp = stampOf(root, part);
  return existsSync(join(root, part.makes)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root, part);
};

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Two commands started at once must not build into the same folder: the second waits for the first. */
const withLock = async (root, work) => {
  const lock = join(root, 'dist', '.building');
  mkdirSync(join(root, 'dist'), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
      // An empty lock is being written this moment; one whose builder is gone was left by a crash.
      if (holder && !isAlive(holder)) rmSync(lock, { force: true });
      else await pause(100);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
};

const build = async (root, node, part) => {
  say(part.says);
  const print = fingerprint(root, part);
  for (const run of part.runs) {
    const code = await runChild(node, run, { cwd: root, quiet: true });
    if (code === 0) continue;
    throw new StartUpError({
      ja: `組み立てが途中で止まりました（${run[0]}）。上の知らせを直して、もう一度実行してください。`,
      en: `The build stopped at ${run[0]}: mend what is reported above and run this again.`,
    });
  }
  writeFileSync(stampOf(root, part), print);
};

/** Builds the parts that are stale. `wanted` is `all`, `none` or the id of one part. */
export const ensureBuilt = async (root, node, wanted) => {
  const parts = buildParts.filter((part) => wanted === 'all' || part.id === wanted);
  if (parts.every((part) => isFresh(root, part))) return;
  await withLock(root, async () => {
    for (const part of parts) if (!isFresh(root, part)) await build(root, node, part);
  });
};
