import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeProblem } from '../../bin/start-up/check-node.mjs';
import { findNode } from '../../bin/start-up/find-node.mjs';
import { runChild } from '../../bin/start-up/run-child.mjs';
import { ensureBuilt } from '../../scripts/ensure-built.mjs';
import { ensureInstalled } from '../../scripts/ensure-installed.mjs';
import { tasks } from '../../scripts/tasks.mjs';
import { root } from '../house/source-files.ts';

const sandbox = (): string => mkdtempSync(join(tmpdir(), 'shodo-clone-'));

describe('the Node that starts it', () => {
  it('is refused below 20 in one sentence of each language that names the cure [START-01]', () => {
    for (const version of ['16.20.2', '18.19.0', '19.9.0']) {
      const said = nodeProblem(version);
      expect(said.ja).toMatch(/20 以上.*。$/);
      expect(said.en).toContain(`Node.js ${version} is too old`);
    }
    for (const version of ['20.0.0', '22.1.0', '24.21.0', '26.0.0']) expect(nodeProblem(version)).toBeUndefined();
  });

  it('can be read by Node 16: the files it meets first use no newer syntax [START-01]', () => {
    const files = [
      'scripts/run.mjs',
      'scripts/prepare.mjs',
      'scripts/ensure-installed.mjs',
      'scripts/ensure-built.mjs',
      'scripts/build-parts.mjs',
    ];
    const others = [
      'scripts/tasks.mjs',
      'bin/shodo.mjs',
      ...['check-node', 'find-node', 'run-child', 'say'].map((n) => `bin/start-up/${n}.mjs`),
    ];
    const esbuild = join(root, 'node_modules/esbuild/bin/esbuild');
    for (const file of [...files, ...others]) {
      const written = execFileSync(esbuild, ['--target=node16.20', '--format=esm', join(root, file)], { encoding: 'utf8' });
      const asIs = execFileSync(esbuild, ['--target=esnext', '--format=esm', join(root, file)], { encoding: 'utf8' });
      expect(written, file).toBe(asIs);
    }
  });

  it('runs the program itself from 24 on, else the Node 24 that npm brought [START-02]', () => {
    expect(findNode({ root, version: '24.0.0', execPath: 'this' })).toBe('this');
    expect(() => findNode({ root: sandbox(), version: '20.20.2', platform: 'win32', arch: 'x64' })).toThrow(/install Node.js 24/);
    if (process.platform === 'linux') {
      const found = findNode({ root, version: '20.20.2' });
      expect(execFileSync(found, ['--version'], { encoding: 'utf8' })).toMatch(/^v24\./);
    }
  });
});

describe('tasks', () => {
  it('stand behind every npm script [START-02]', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
    for (const line of Object.values(scripts)) {
      const task = /^node scripts\/run\.mjs (\w+)$/.exec(line)?.[1] ?? line;
      expect(Object.keys(tasks)).toContain(task);
      for (const [program] of tasks[task].runs) expect(existsSync(join(root, program)), `${task}: ${program}`).toBe(true);
    }
  });

  it('that do not exist are named, with those that do [START-02]', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/run.mjs'), 'strat'], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, expect.stringContaining('start, test')]);
  });

  it('keep the exit code of what they run, also of a signal [START-02]', async () => {
    expect(await runChild(process.execPath, ['-e', 'process.exit(7)'])).toBe(7);
    expect(await runChild(process.execPath, ['-e', 'process.kill(process.pid, "SIGTERM")'])).toBe(143);
  });
});

describe('dependencies', () => {
  const clone = (dependencies: Record<string, string>, packages: Record<string, object> = {}): string => {
    const folder = sandbox();
    mkdirSync(join(folder, 'bin'));
    writeFileSync(join(folder, 'bin', 'shodo.mjs'), '');
    const manifest = { name: 'x', version: '1.0.0', dependencies };
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    const lock = { name: 'x', version: '1.0.0', lockfileVersion: 3, packages: { '': manifest, ...packages } };
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
    writeFileSync(join(folder, '.npmrc'), 'registry=http://127.0.0.1:9/\nfetch-retries=0\n');
    return folder;
  };

  it('are installed when missing, once, and the command is linked [START-02]', () => {
    const folder = clone({});
    ensureInstalled(folder);
    const stamp = readFileSync(join(folder, 'node_modules/.shodo-lock'), 'utf8');
    expect(stamp).toMatch(/^[0-9a-f]{64}$/);
    if (process.platform !== 'win32') expect(lstatSync(join(folder, 'node_modules/.bin/shodo')).isSymbolicLink()).toBe(true);
    ensureInstalled(folder);
    expect(readFileSync(join(folder, 'node_modules/.shodo-lock'), 'utf8')).toBe(stamp);
    rmSync(folder, { recursive: true });
  });

  it('are not installed anew where `npm ci` was run by hand [START-02]', () => {
    const folder = clone(
      { a: '1.0.0' },
      { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0', optional: true } },
    );
    mkdirSync(join(folder, 'node_modules'));
    writeFileSync(
      join(folder, 'node_modules/.package-lock.json'),
      JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } }),
    );
    ensureInstalled(folder);
    expect(existsSync(join(folder, 'node_modules/.shodo-lock'))).toBe(true);
    rmSync(folder, { recursive: true });
  });

  it('that cannot be fetched end in one sentence [START-02]', () => {
    const folder = clone({ a: '1.0.0' }, { 'node_modules/a': { version: '1.0.0', resolved: 'http://127.0.0.1:9/a/-/a-1.0.0.tgz' } });
    expect(() => ensureInstalled(folder)).toThrow(/check the network connection/);
    rmSync(folder, { recursive: true });
  });
});

describe('what is built', () => {
  const part = {
    id: 'part',
    reads: ['in'],
    skips: ['in/skipped'],
    makes: 'dist/out',
    keeps: 'dist/out',
    notes: [],
    says: { ja: '', en: '' },
    runs: [['build.mjs']],
  };
  const workshop = (program: string): string => {
    const folder = sandbox();
    mkdirSync(join(folder, 'in'));
    writeFileSync(join(folder, 'in/a'), '1');
    writeFileSync(join(folder, 'package-lock.json'), '');
    writeFileSync(join(folder, 'build.mjs'), program);
    return folder;
  };
  const counting = "import fs from 'node:fs'; fs.appendFileSync('dist/out', 'x');";
  const built = (folder: string): number => readFileSync(join(folder, 'dist/out'), 'utf8').length;
  const run = (folder: string) => ensureBuilt(folder, process.execPath, 'all', [part]);

  it('is built when missing or when something it reads changed, and only then [START-02]', async () => {
    const folder = workshop(counting);
    await run(folder);
    await run(folder);
    writeFileSync(join(folder, 'in/skipped'), 'x');
    writeFileSync(join(folder, 'in/a.test.ts'), 'x');
    await run(folder);
    expect(built(folder)).toBe(1);
    utimesSync(join(folder, 'in/a'), 1, 1);
    await run(folder);
    writeFileSync(join(folder, 'in/b'), 'x');
    await run(folder);
    rmSync(join(folder, 'in/b'));
    await run(folder);
    expect(built(folder)).toBe(4);
    await ensureBuilt(folder, process.execPath, 'none', [part]);
    rmSync(folder, { recursive: true });
  });

  it('is built anew when what was built is damaged: a file gone, added or cut short [START-09]', async () => {
    const folder = workshop(
      "import fs from 'node:fs'; fs.mkdirSync('dist/site', { recursive: true }); fs.writeFileSync('dist/site/a', 'whole'); fs.writeFileSync('dist/site/b', ''); fs.appendFileSync('dist/times', 'x'); if (!fs.existsSync('dist/note')) fs.writeFileSync('dist/note', '');",
    );
    const site = { ...part, makes: 'dist/site/a', keeps: 'dist/site', notes: ['dist/note'] };
    const runSite = () => ensureBuilt(folder, process.execPath, 'all', [site]);
    const times = (): number => readFileSync(join(folder, 'dist/times'), 'utf8').length;
    await runSite();
    await runSite();
    expect(times()).toBe(1);
    writeFileSync(join(folder, 'dist/site/a'), 'who');
    await runSite();
    rmSync(join(folder, 'dist/site/b'));
    await runSite();
    await runSite();
    expect([times(), readFileSync(join(folder, 'dist/site/a'), 'utf8')]).toEqual([3, 'whole']);
    rmSync(folder, { recursive: true });
  });

  it('leaves nothing outside the clone: no compile cache of Node [START-10]', async () => {
    const folder = workshop("import fs from 'node:fs'; fs.writeFileSync('dist/out', process.env.NODE_DISABLE_COMPILE_CACHE ?? '');");
    await run(folder);
    expect(readFileSync(join(folder, 'dist/out'), 'utf8')).toBe('1');
    rmSync(folder, { recursive: true });
  });

  it('is built once when two commands start together, and again after a crash left its lock [START-02]', async () => {
    const folder = workshop(counting);
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist/.building'), '999999999');
    await Promise.all([run(folder), run(folder)]);
    expect([built(folder), existsSync(join(folder, 'dist/.building'))]).toEqual([1, false]);
    rmSync(folder, { recursive: true });
  });

  it('that fails ends in one sentence and is tried again the next time [START-02]', async () => {
    const folder = workshop('process.exit(3)');
    await expect(run(folder)).rejects.toThrow(/build stopped at build.mjs/);
    await expect(run(folder)).rejects.toThrow(/build stopped at build.mjs/);
    rmSync(folder, { recursive: true });
  });
});
