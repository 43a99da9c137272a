import { type ChildProcess, spawn } from 'node:child_process';

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

export type Spawned = {
  readonly child: ChildProcess;
  /** Resolves once standard output holds the pattern; rejects when the program ends before. */
  readonly says: (pattern: RegExp) => Promise<RegExpExecArray>;
  readonly ended: Promise<Ended>;
};

/** Starts a program whose output a test reads while it runs. */
export const startProgram = (
  program: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Spawned => {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const texts = { out: '', err: '' };
  const watchers = new Set<() => void>();
  for (const [stream, which] of [
    [child.stdout, 'out'],
    [child.stderr, 'err'],
  ] as const)
    stream.setEncoding('utf8').on('data', (text: string) => {
      texts[which] += text;
      for (const watcher of watchers) watcher();
    });
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, ...texts })));
  const says = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(texts.out);
        if (!found) return;
        watchers.delete(look);
        resolve(found);
      };
      watchers.add(look);
      look();
      void ended.then(({ err }) => reject(new Error(`ended without saying ${pattern}: ${err}`)));
    });
  return { child, says, ended };
};
