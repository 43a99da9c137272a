import dns from 'node:dns';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import tls from 'node:tls';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openTestRecord } from '../../test/support/test-record.ts';
import { smallBundle } from '../../test/support/small-bundle.ts';
import { createServer } from './create-server.ts';

afterEach(() => vi.restoreAllMocks());

describe('the network', () => {
  it('is never called by the server: no socket, no name looked up, on any route [HTTP-09]', async () => {
    const calls: string[] = [];
    const watch = (owner: object, name: string): void => {
      const original = Reflect.get(owner, name) as (...args: unknown[]) => unknown;
      vi.spyOn(owner as Record<string, () => unknown>, name).mockImplementation(function (this: unknown, ...args: unknown[]) {
        // Listening on an address goes through `lookup`, which asks nobody about a number.
        if (!(name === 'lookup' && net.isIP(String(args[0])))) calls.push(name);
        return original.apply(this, args);
      });
    };
    for (const name of ['connect', 'createConnection']) watch(net, name);
    watch(net.Socket.prototype, 'connect');
    watch(tls, 'connect');
    for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) watch(dns, name);
    for (const owner of [http, https]) for (const name of ['request', 'get']) watch(owner, name);
    watch(globalThis, 'fetch');

    const { record, remove } = await openTestRecord();
    const app = createServer({ bundle: smallBundle, record, site: import.meta.dirname, version: '0' });
    await app.listen({ host: '127.0.0.1', port: 0 });
    const address = app.server.address();
    const host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    const urls = [
      '/',
      '/ja/',
      '/en/',
      '/nowhere',
      '/quiet.test.ts',
      '/api/v1/cases',
      '/api/v1/directory',
      '/api/v1/openapi.json',
      '/api/v1/nothing',
      '/api/v1/incidents',
      '/api/v1/organisation/entries',
      '/api/v1/deadlines',
      '/healthz',
    ];
    for (const url of urls) await app.inject({ url, headers: { host } });
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/assess',
      headers: { host },
      payload: { facts: { personalDataInvolved: true } },
    });
    await app.inject({ url: '/', headers: { host: 'evil.example' } });
    await app.close();
    await remove();
    expect(answer.statusCode).toBe(200);
    expect(calls).toEqual([]);
  });

  it('is not among what the server’s own sources import [HTTP-09]', () => {
    const files = ['create-server', 'start-server', 'api-routes', 'site-routes', 'guard-requests', 'send-problem', 'data-folder'];
    for (const file of files)
      expect(readFileSync(`${import.meta.dirname}/${file}.ts`, 'utf8'), file).not.toMatch(/node:(net|tls|https?|dns|dgram)|fetch\(/);
  });
});
