import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { checkNext, partToJson, startChain } from '../../src/core/index.ts';
import { openSqliteStore } from '../../src/server/record/sqlite-store.ts';
import { incidentLog, nodeHasher, openDevice, reported } from '../support/pens.ts';
import { randomFrom } from '../support/random.ts';

export type Killed = { readonly acknowledged: number; readonly lost: readonly string[]; readonly broken: readonly string[] };

type Acknowledged = { readonly log: string; readonly seq: number; readonly chain: string };

const post = (agent: Agent, port: number, path: string, body: unknown): Promise<{ readonly status: number; readonly text: string }> =>
  new Promise((resolve, reject) => {
    const sent = request(
      { agent, host: '127.0.0.1', port, path, method: 'POST', headers: { 'content-type': 'application/json' } },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (piece: string) => {
          text += piece;
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
        answer.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(JSON.stringify(body));
  });

/** One device that writes as fast as it is answered, until the server is gone. */
const writeOn = async (agent: Agent, port: number, seed: number, said: Acknowledged[]): Promise<void> => {
  const device = openDevice(seed, { signs: false });
  const log = incidentLog(seed);
  for (let i = 0; ; i += 1) {
    const { part, ref } = device.words(`ことば ${i}`);
    const entry = i === 0 ? device.say(log, reported) : device.say(log, { kind: 'note.added', body: { text: ref } });
    const path = i === 0 ? '/api/v1/incidents' : `/api/v1/incidents/${log.slice('incident:'.length)}/entries`;
    const answer = await post(agent, port, path, { entries: [entry], parts: i === 0 ? [] : [partToJson(part)] }).catch(() => undefined);
    if (!answer) return;
    if (answer.status !== 200) throw new Error(answer.text);
    const { links } = JSON.parse(answer.text) as { readonly links: readonly { readonly seq: number; readonly chain: string }[] };
    for (const { seq, chain } of links) said.push({ log, seq, chain });
  }
};

const portOf = async (child: ChildProcess): Promise<number> => {
  const ended = once(child, 'close').then(() => {
    throw new Error('The server ended before it listened.');
  });
  const [said] = await Promise.race([once(child.stdout as NodeJS.ReadableStream, 'data'), ended]);
  ended.catch(() => {});
  return Number(String(said));
};

/** What lies in a folder: the chain at each place, and everything that does not hold. */
const readBack = async (folder: string): Promise<{ readonly chains: ReadonlyMap<string, string>; readonly broken: readonly string[] }> => {
  const store = openSqliteStore(folder, nodeHasher);
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
  return { chains, broken };
};

/** Starts the server in a file, writes over six connections, kills it (-9) at a random moment, and compares what it left with what it answered. */
export const killOnce = async (server: string, folder: string, seed: number): Promise<Killed> => {
  const child = spawn(process.execPath, [server, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await portOf(child);
  const agent = new Agent({ keepAlive: true, maxSockets: 6 });
  const said: Acknowledged[] = [];
  const writing = [0, 1, 2, 3, 4, 5].map((n) => writeOn(agent, port, seed * 100 + n, said));
  while (said.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  await new Promise((resolve) => setTimeout(resolve, randomFrom(seed).below(120)));
  const ended = once(child, 'close');
  child.kill('SIGKILL');
  await ended;
  await Promise.all(writing);
  agent.destroy();
  const { chains, broken } = await readBack(join(folder, 'data'));
  const lost = said.filter(({ log, seq, chain }) => chains.get(`${log} ${seq}`) !== chain).map(({ log, seq }) => `${log} ${seq}`);
  return { acknowledged: said.length, lost, broken };
};
