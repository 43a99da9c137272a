import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { runCli } from '../../src/cli/run-cli.ts';
import { smallBundle } from './small-bundle.ts';

export type Ran = { readonly code: number; readonly out: string; readonly err: string };

/** A folder like that of the program, with the small bundle in it, for files of a test too. */
export const programFolder = (): string => {
  const root = mkdtempSync(join(tmpdir(), 'shodo-cli-'));
  mkdirSync(join(root, 'dist', 'knowledge'), { recursive: true });
  writeFileSync(join(root, 'package.json'), '{"version":"9.8.7"}');
  writeFileSync(join(root, 'dist', 'knowledge', 'bundle.json'), JSON.stringify(smallBundle));
  return root;
};

/** Runs one command line in this process, at noon of 2026-11-24 in Tokyo. */
export const runCommand = async (
  root: string,
  args: readonly string[],
  { input = '', env = {} as Record<string, string> } = {},
): Promise<Ran> => {
  const texts = { out: '', err: '' };
  const into = (which: 'out' | 'err'): Writable =>
    new Writable({
      write(chunk, _encoding, done) {
        texts[which] += String(chunk);
        done();
      },
    });
  const code = await runCli({
    args,
    root,
    env,
    stdin: Readable.from([Buffer.from(input)]),
    stdout: into('out'),
    stderr: into('err'),
    now: () => '2026-11-24T12:00:00+09:00',
  });
  return { code, ...texts };
};
