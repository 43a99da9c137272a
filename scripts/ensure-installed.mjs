import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { say, StartUpError } from '../bin/start-up/say.mjs';

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Does what npm put on disk agree with the lock? Packages for other platforms may be missing. */
const agrees = (root) => {
  const hidden = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const installed = readJson(hidden).packages;
  return Object.entries(readJson(join(root, 'package-lock.json')).packages).every(([path, wanted]) => {
    if (path === '' || wanted.link) return true;
    const found = installed[path];
    return found ? found.version === wanted.version : wanted.optional === true || wanted.peer === true;
  });
};

/** npm's own program, so that no shell is needed to run it; undefined when it cannot be found. */
export const findNpm = ({ env = process.env, execPath = process.execPath } = {}) => {
  const here = dirname(execPath);
  const beside = [
    join(here, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(here, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const onPath = (env.PATH || env.Path || '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => [join(folder, 'npm'), join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js')])
    .filter((file) => existsSync(file))
    .map((file) => realpathSync(file));
  return [env.npm_execpath, ...beside, ...onPath].find((file) => file && /npm-cli\.js$/.test(file) && existsSync(file));
};

/** `npx shodo` inside the clone finds this link at once instead of packing the folder first. */
const linkOwnBin = (root) => {
  if (process.platform === 'win32') return;
  const folder = join(root, 'node_modules', '.bin');
  const link = join(folder, 'shodo');
  const target = join('..', '..', 'bin', 'shodo.mjs');
  try {
    if (lstatSync(link).isSymbolicLink() && readlinkSync(link) === target) return;
    unlinkSync(link);
  } catch {
    // There is no link yet.
  }
  try {
    mkdirSync(folder, { recursive: true });
    symlinkSync(target, link);
    chmodSync(join(root, 'bin', 'shodo.mjs'), 0o755);
  } catch {
    // Without the link everything works, only more slowly.
  }
};

const failed = {
  ja: '部品を入れられませんでした。ネットワークにつながっているかを確かめて、もう一度実行してください。',
  en: 'The dependencies could not be installed: check the network connection and run this again.',
};

/** Runs `npm ci` when the dependencies are missing or differ from the lock; says so. Throws a StartUpError on failure. */
export const ensureInstalled = (root) => {
  const stamp = join(root, 'node_modules', '.shodo-lock');
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (!agrees(root)) {
    const npm = findNpm();
    if (!npm)
      throw new StartUpError({
        ja: 'npm が見つかりません。Node.js に付いている npm を使えるようにしてください。',
        en: 'npm was not found: make the npm that comes with Node.js available.',
      });
    say({ ja: '部品を入れています。1〜2分かかります…', en: 'Installing the dependencies. This takes a minute or two…' });
    // npm's report goes to stderr too: standard output belongs to the command that follows.
    const run = spawnSync(process.execPath, [npm, 'ci', '--loglevel=error', '--no-fund', '--no-audit'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    });
    if (run.status !== 0) throw new StartUpError(failed);
  }
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(stamp, wanted);
  linkOwnBin(root);
};
