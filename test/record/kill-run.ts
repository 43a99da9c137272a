import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { checkNext, startChain } from '../../src/core/index.ts';
import { openSqliteStore } from '../../src/server/record/sqlite-store.ts';
import { nodeHasher } from '../support/pens.ts';
import { randomFrom } from '../support/random.ts';

export type Killed = { readonly acknowledged: number; readonly lost: readonly string[]; readonly broken: readonly string[] };

/** Starts a writer, kills it (-9) at a random moment, opens what it left, and compares it with what it had acknowledged. */
export const killOnce = async (folder: string, seed: number): Promise<Killed> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'kill-child.ts'), folder, String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  const first = new Promise<void>((resolve) =>
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      resolve();
    }),
  );
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  await first;
  await new Promise((resolve) => setTimeout(resolve, randomFrom(seed).below(120)));
  child.kill('SIGKILL');
  await ended;

  const store = openSqliteStore(folder, nodeHasher);
  const lines = out.split('\n').slice(0, -1);
  const chains = new Map<string, string>();
  const broken: string[] = [];
  for (const { log } of await store.logs()) {
    let state = startChain(log);
    for (const record of (await store.read(log)).records) {
      if (!record.link) continue;
      const next = checkNext(state, { ...record, link: record.link }, nodeHasher);
      for (const { what, seq } of next.breaches) broken.push(`${log} ${seq} ${what}`);
      state = next.state;
      chains.set(`${log} ${record.link.seq}`, record.link.chain);
    }
  }
  const check = store.db.pragma('integrity_check', { simple: true });
  if (check !== 'ok') broken.push(String(check));
  await store.close();
  const lost = lines.filter((line) => {
    const [log, seq, chain] = line.split(' ');
    return chains.get(`${log} ${seq}`) !== chain;
  });
  return { acknowledged: lines.length, lost, broken };
};
