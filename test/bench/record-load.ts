// Sends requests over so many connections as fast as they are answered, from a process of its own. Everything it sends is
// made and signed before the clock starts. It shares the cores with the server.
import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';
import { partToJson } from '../../src/core/index.ts';
import { incidentLog, openDevice } from '../support/pens.ts';
import { percentile } from './measure.ts';
import { entriesOf, incidentSaying } from './record-entries.ts';

export type Load = {
  readonly port: number;
  readonly what: 'get' | 'create' | 'append';
  readonly paths?: readonly string[];
  readonly connections: number;
  readonly count: number;
  readonly seed: number;
};
export type Loaded = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly failed: number;
};

const load = JSON.parse(process.argv[2] ?? '{}') as Load;

const getOf = (path: string): Buffer => Buffer.from(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${load.port}\r\n\r\n`);
const postOf = (path: string, body: unknown): Buffer => {
  const bytes = Buffer.from(JSON.stringify(body));
  const head = `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${load.port}\r\ncontent-type: application/json\r\ncontent-length: ${bytes.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), bytes]);
};

/** One list of requests for each connection, so that the entries of one incident arrive in their order. */
const requestsFor = (connection: number): readonly Buffer[] => {
  const each = Math.ceil(load.count / load.connections);
  const { paths = [] } = load;
  if (load.what === 'get')
    return Array.from({ length: each }, (_, i) => getOf(paths[(connection * 7919 + i * 104_729) % paths.length] ?? '/'));
  const device = openDevice(load.seed * 1000 + connection);
  if (load.what === 'create')
    return Array.from({ length: each }, (_, i) => {
      const log = incidentLog(load.seed * 1_000_000 + connection * 10_000 + i);
      return postOf('/api/v1/incidents', { sentAt: new Date().toISOString(), entries: [device.say(log, incidentSaying)], parts: [] });
    });
  const log = incidentLog(load.seed * 1_000_000 + connection * 10_000);
  const path = `/api/v1/incidents/${log.slice('incident:'.length)}/entries`;
  return [{ signed: device.say(log, incidentSaying), parts: [] }, ...entriesOf(device, log, each - 1)].map(({ signed, parts }) =>
    postOf(path, { sentAt: new Date().toISOString(), entries: [signed], parts: parts.map(partToJson) }),
  );
};

const times: number[] = [];
let failed = 0;

const run = (requests: readonly Buffer[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = connect(load.port, '127.0.0.1');
    socket.setNoDelay(true);
    let [next, begun] = [0, 0];
    let [seen, need] = ['', -1];
    const send = (): void => {
      const request = requests[next];
      if (!request) {
        socket.end();
        resolve();
        return;
      }
      next += 1;
      begun = performance.now();
      socket.write(request);
    };
    socket.setEncoding('latin1');
    socket.on('data', (text) => {
      seen += text;
      if (need < 0) {
        const end = seen.indexOf('\r\n\r\n');
        if (end < 0) return;
        need = end + 4 + Number(/content-length: (\d+)/i.exec(seen.slice(0, end))?.[1] ?? 0);
        if (!seen.startsWith('HTTP/1.1 200')) failed += 1;
      }
      if (seen.length < need) return;
      times.push(performance.now() - begun);
      [seen, need] = ['', -1];
      send();
    });
    socket.on('connect', send);
    socket.on('error', reject);
  });

const lists = Array.from({ length: load.connections }, (_, i) => requestsFor(i));
const before = performance.now();
await Promise.all(lists.map(run));
const seconds = (performance.now() - before) / 1000;
times.sort((a, b) => a - b);
const loaded: Loaded = {
  perSecond: times.length / seconds,
  p50: percentile(times, 0.5),
  p95: percentile(times, 0.95),
  p99: percentile(times, 0.99),
  failed,
};
console.log(JSON.stringify(loaded));
