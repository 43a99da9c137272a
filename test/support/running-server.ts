import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Started, startServer } from '../../src/server/start-server.ts';
import { smallBundle } from './small-bundle.ts';

export type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string };

type Asked = { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string | Uint8Array };

export type Running = {
  readonly port: number;
  readonly base: string;
  readonly reports: readonly string[];
  /** Any request a stranger could send: Host, Origin and the rest are as given. */
  readonly ask: (path: string, asked?: Asked) => Promise<Answer>;
  readonly stop: () => Promise<void>;
};

const page = (lang: string): string => `<!doctype html><html lang="${lang}"><title>home ${lang}</title>`;

const writeSite = (folder: string): void => {
  for (const path of ['ja', 'en', 'assets']) mkdirSync(join(folder, path), { recursive: true });
  writeFileSync(join(folder, 'index.html'), page('ja'));
  writeFileSync(join(folder, 'ja/index.html'), page('ja'));
  writeFileSync(join(folder, 'en/index.html'), page('en'));
  writeFileSync(join(folder, 'assets/app-1a2b.js'), 'export {};');
  writeFileSync(join(folder, 'assets/app-1a2b.js.br'), 'pretend');
};

/** A server on a free port of loopback, with the small bundle and a site of three pages. */
export const runServer = async (): Promise<Running> => {
  const folder = mkdtempSync(join(tmpdir(), 'shodo-test-'));
  writeSite(join(folder, 'site'));
  const reports: string[] = [];
  const started = await startServer({
    bundle: { ...smallBundle, hash: smallBundle.hash.repeat(16) },
    site: join(folder, 'site'),
    version: '0.0.0',
    host: '127.0.0.1',
    port: 0,
    data: join(folder, 'data'),
    keys: join(folder, 'keys'),
    now: () => '2026-11-24T12:00:00+09:00',
    report: (line) => reports.push(line),
  });
  if (!started.ok) throw new Error(started.error.en);
  const { address, close } = started.value as Started;
  const port = Number(new URL(address).port);
  const ask = (path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const sent = httpRequest({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString() }),
        );
      });
      sent.on('error', reject);
      sent.end(body);
    });
  const stop = async (): Promise<void> => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { port, base: address, reports, ask, stop };
};
