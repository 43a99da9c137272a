// Adds to package-lock.json the optional platform builds that a partial registry left out (npm/cli issue 9846), so that
// `npm ci` works on every platform. `--check` only reports. The entries carry no hash until a full registry fills them.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const OS = ['android', 'darwin', 'freebsd', 'linux', 'win32', 'openharmony', 'netbsd', 'openbsd', 'sunos', 'aix'];
const CPU = ['x64', 'arm64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'loong64', 'wasm32'];
const RENAMED = { linuxmusl: 'linux', windows: 'win32', armv7: 'arm' };

const platformOf = (name) => {
  const parts = name.split('/').pop().split(/[-.]/);
  const find = (list) => parts.map((p) => RENAMED[p] ?? p).find((p) => list.includes(p));
  return { os: find(OS), cpu: find(CPU), libc: parts.some((p) => /musl/.test(p)) ? 'musl' : 'glibc' };
};

/** The optional dependencies that some package of the lock names and the lock does not list, as [name, version, parent]. */
export const incompleteEntries = ({ packages }) =>
  Object.values(packages).flatMap((parent) =>
    Object.entries(parent.optionalDependencies ?? {})
      .filter(([name, version]) => /^\d/.test(version) && !Object.keys(packages).some((k) => k.endsWith(`node_modules/${name}`)))
      .map(([name, version]) => [name, version, parent]),
  );

const complete = (lock) => {
  for (const [name, version, parent] of incompleteEntries(lock)) {
    const { os, cpu, libc } = platformOf(name);
    if (!os && !cpu) throw new Error(`cannot tell the platform of ${name}`);
    lock.packages[`node_modules/${name}`] = {
      version,
      optional: true,
      ...(parent.dev && { dev: true }),
      ...(os && { os: [os] }),
      ...(cpu && { cpu: [cpu] }),
      ...(os === 'linux' && { libc: [libc] }),
    };
  }
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  return lock;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = new URL('../package-lock.json', import.meta.url);
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const open = incompleteEntries(lock).map(([name]) => name);
  if (process.argv.includes('--check')) {
    if (open.length > 0) console.error(`package-lock.json lacks: ${open.join(', ')}. Run: node scripts/complete-lock.mjs`);
    process.exitCode = open.length > 0 ? 1 : 0;
  } else writeFileSync(file, `${JSON.stringify(complete(lock), null, 2)}\n`);
}
