import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findNpm } from '../../scripts/ensure-installed.mjs';
import { root } from '../house/source-files.ts';
import { startProgram } from '../support/spawned.ts';

const npm: string = findNpm();
const npx = join(dirname(npm), 'npx-cli.js');

/** The surroundings of a person's shell: nothing of the npm that runs this test. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
const run = (cwd: string, ...args: string[]): string => execFileSync(process.execPath, args, { cwd, env, encoding: 'utf8', stdio: 'pipe' });

const folder = mkdtempSync(join(tmpdir(), 'shodo-published-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npx shodo inside the clone', () => {
  it('prints its help [START-07]', () => {
    expect(run(root, npx, '--no', 'shodo', '--help', '--lang', 'en')).toContain('Usage:');
  });
});

describe('the published form', () => {
  it('is compiled, holds no sources, and runs where it was installed into an empty folder [START-08]', async () => {
    run(root, join(root, 'scripts/run.mjs'), 'build');
    run(root, npm, 'pack', '--ignore-scripts', '--pack-destination', folder);
    const packed = join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '');
    const home = join(folder, 'empty');
    mkdirSync(home);
    writeFileSync(join(home, 'package.json'), '{"private":true}');
    run(home, npm, 'install', '--prefer-offline', '--no-audit', '--no-fund', '--omit=optional', packed);

    const installed = join(home, 'node_modules/shodo');
    for (const part of ['src', 'scripts', 'test', 'node_modules/vite']) expect(existsSync(join(installed, part)), part).toBe(false);
    const bin = join(installed, 'bin/shodo.mjs');
    writeFileSync(join(home, 'facts.json'), '{"personalDataInvolved":true}');
    const assessed = JSON.parse(run(home, bin, 'assess', '--facts', 'facts.json', '--json'));
    expect(assessed.obligations.length).toBeGreaterThan(10);
    expect(run(home, npx, '--no', 'shodo', 'case', 'malware', '--lang', 'en')).toContain('P-01');

    const program = startProgram(process.execPath, [bin, 'start', '--port', '0', '--data', join(home, 'data')], { cwd: home, env });
    const [address] = await program.says(/http:\/\/127\.0\.0\.1:\d+/);
    expect((await fetch(`${address}/ja/cases/malware/`)).status).toBe(200);
    program.child.kill('SIGTERM');
    expect((await program.ended).code).toBe(0);
  }, 240_000);
});
