import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** Changes when a file of what was built is missing, added or of another size: damage from outside is built anew. */
const resultPrint = (root, part) => {
  const hash = createHash('sha256');
  for (const file of filesUnder(join(root, part.keeps))) hash.update(`${file.slice(root.length)} ${statSync(file).size}\n`);
  return hash.digest('hex');
};

/** What the last build read and left; two empty strings when it never ended. */
const lastBuild = (root, part) => {
  const stamp = stampOf(root, part);
  const [read = '', left = ''] = existsSync(stamp) ? readFileSync(stamp, 'utf8').split('\n') : [];
  return { read, left };
};

const isWhole = (root, part) => existsSync(join(root, part.makes)) && lastBuild(root, part).left === resultPrint(root, part);

const isFresh = (root, part) => isWhole(root, part) && lastBuild(root, part).read === fingerprint(root, part);

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Takes the lock, or says whose it is (0 where that cannot be read). */
const takeLock = (lock) => {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return undefined;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return 0;
  }
};

const patience = 3 * 60_000;

/** Two commands started at once must not build into the same folder: the second waits for the first. */
const withLock = async (root, work) => {
  const lock = join(root, 'dist', '.building');
  mkdirSync(join(root, 'dist'), { recursive: true });
  const since = Date.now();
  for (let holder = takeLock(lock); holder !== undefined; holder = takeLock(lock)) {
    // A lock whose builder is gone was left by a crash.
    if (holder !== 0 && !isAlive(holder)) rmSync(lock, { force: true });
    else if (Date.now() - since < patience) await pause(100);
    else
      throw new StartUpError({
        ja: `別の組み立てが終わりません。dist/.building を消して、もう一度実行してください。`,
        en: 'Another build does not end: delete dist/.building and run this again.',
      });
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
};

/** Runs one program of a build. Its report is shown only when it fails; what it warns of, always. */
const runStep = (root, node, step) => {
  const { status, stdout, stderr } = spawnSync(node, step, {
    cwd: root,
    // A build that a test starts must not leave the development form of the screens in the pages.
    env: { ...process.env, NODE_ENV: 'production', NODE_DISABLE_COMPILE_CACHE: '1' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  process.stderr.write(status === 0 ? stderr : `${stdout}${stderr}`);
  if (status === 0) return;
  throw new StartUpError({
    ja: `組み立てが途中で止まりました（${step[0]}）。上の知らせを直して、もう一度実行してください。`,
    en: `The build stopped at ${step[0]}: mend what is reported above and run this again.`,
  });
};

const build = (root, node, part) => {
  say(part.says);
  // Taken before: a file saved meanwhile makes the part stale again.
  const print = fingerprint(root, part);
  if (!isWhole(root, part)) for (const note of part.notes) rmSync(join(root, note), { force: true });
  for (const step of part.runs) runStep(root, node, step);
  writeFileSync(stampOf(root, part), `${print}\n${resultPrint(root, part)}`);
};

/** Builds the parts that are stale. `wanted` is `all`, `none` or the id of one part. */
export const ensureBuilt = async (root, node, wanted, known = buildParts) => {
  const parts = known.filter((part) => wanted === 'all' || part.id === wanted);
  if (parts.every((part) => isFresh(root, part))) return;
  await withLock(root, () => {
    for (const part of parts) if (!isFresh(root, part)) build(root, node, part);
  });
};
