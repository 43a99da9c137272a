// The system packages that the tests need, beyond what npm brings. As root on Debian (a container, CI) they are installed and
// this is said; on a person's machine nothing is installed behind their back, the one command is named.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const browsers = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser the tests drive; undefined where there is none. */
export const findChromium = () => browsers.find((path) => path && existsSync(path));

const hasJapaneseFont = () => {
  if (process.platform !== 'linux') return true;
  const found = spawnSync('fc-list', [':lang=ja', 'family'], { encoding: 'utf8' });
  return found.status === 0 && found.stdout.trim() !== '';
};

/** Shows what a program asks of the kernel; only Linux has it. */
const hasStrace = () => process.platform !== 'linux' || spawnSync('strace', ['-V']).status === 0;

const wanted = [
  { debian: 'chromium', here: () => findChromium() !== undefined, what: 'a Chromium browser' },
  { debian: 'fonts-noto-cjk', here: hasJapaneseFont, what: 'a Japanese font' },
  { debian: 'strace', here: hasStrace, what: 'strace' },
];

const isDebian = () => existsSync('/etc/os-release') && /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
const isRoot = () => process.getuid?.() === 0;

const install = (packages) => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { env, stdio: 'inherit' });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
};

/** Makes sure of the packages; returns what is still lacking, in words, with the command that would bring it. */
export const ensureSystemPackages = () => {
  const lacking = wanted.filter((w) => !w.here());
  if (lacking.length === 0) return [];
  const command = `apt-get install ${lacking.map((w) => w.debian).join(' ')}`;
  if (isDebian() && isRoot()) {
    console.log(`Installing what the tests need: ${command}`);
    try {
      install(lacking.map((w) => w.debian));
    } catch {
      console.log('That did not work; the tests that need it are left out.');
    }
  }
  return wanted.filter((w) => !w.here()).map((w) => `${w.what} (Debian: sudo ${command})`);
};
