import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Running, runServer } from '../../test/support/running-server.ts';

let server: Running;
beforeAll(async () => {
  server = await runServer();
});
afterAll(() => server.stop());

const json = { 'content-type': 'application/json' };
const body = JSON.stringify({ facts: {} });
const post = (headers: Record<string, string>, sent: string = body): Promise<Answer> =>
  server.ask('/api/v1/assess', { method: 'POST', headers: { ...json, ...headers }, body: sent });
const codeOf = ({ text }: Answer): string => (JSON.parse(text) as { code: string }).code;

/** What comes back for bytes that no HTTP client would send. */
const sendRaw = (port: number, text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let came = '';
    socket.on('data', (chunk) => {
      came += chunk;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(came));
  });

describe('what is not rightly HTTP', () => {
  const own = () => `Host: 127.0.0.1:${server.port}`;
  it.each([
    ['garbage', () => '\u0016\u0003\u0001\r\n\r\n', 400, 'bad-request'],
    ['an unknown method', () => `FOO / HTTP/1.1\r\n${own()}\r\n\r\n`, 400, 'bad-request'],
    [
      'two lengths',
      () => `POST / HTTP/1.1\r\n${own()}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
      'bad-request',
    ],
    ['headers without end', () => `GET / HTTP/1.1\r\n${own()}\r\nX: ${'a'.repeat(70_000)}\r\n\r\n`, 431, 'headers-too-large'],
    ['a wish we cannot meet', () => `GET / HTTP/1.1\r\n${own()}\r\nExpect: wonders\r\nConnection: close\r\n\r\n`, 417, 'unmet-expectation'],
  ])('%s: the same problem, request id and headers as any refusal [HTTP-12]', async (_what, text, status, code) => {
    const [head = '', sent = ''] = (await sendRaw(server.port, text())).split('\r\n\r\n');
    const problem = JSON.parse(sent) as Record<string, unknown>;
    expect([head.split(' ')[1], problem.status, problem.code]).toEqual([String(status), status, code]);
    expect(head).toContain(`x-request-id: ${problem.requestId}`);
    expect(head).toContain("content-security-policy: default-src 'self'");
    expect(head).not.toContain('access-control');
  });
});

describe('a name rebound to this machine', () => {
  it.each(['evil.example', 'evil.example:80', '127.0.0.1.evil.example', 'localhost.evil.example', '0.0.0.0'])(
    'Host %s is answered 421, on every route [HTTP-02]',
    async (name) => {
      const host = name.includes(':') ? name : `${name}:${server.port}`;
      for (const path of ['/', '/ja/', '/assets/app-1a2b.js', '/api/v1/cases', '/healthz', '/nowhere']) {
        const answer = await server.ask(path, { headers: { host } });
        expect([path, answer.status, codeOf(answer)]).toEqual([path, 421, 'wrong-host']);
      }
    },
  );

  it('is answered 421 with our name and another port, or without one [HTTP-02]', async () => {
    for (const host of ['localhost', '127.0.0.1:1', `127.0.0.1:${server.port}0`])
      expect((await server.ask('/', { headers: { host } })).status).toBe(421);
  });

  it('is answered 421 where the name is missing, said twice, or another stands in the address [HTTP-11]', async () => {
    const own = `Host: 127.0.0.1:${server.port}`;
    const heads = [
      'GET /healthz HTTP/1.1',
      `GET /healthz HTTP/1.1\r\n${own}\r\nHost: evil.example`,
      `GET http://evil.example/ HTTP/1.1\r\n${own}`,
    ];
    for (const head of heads)
      expect((await sendRaw(server.port, `${head}\r\nConnection: close\r\n\r\n`)).split('\r\n')[0]).toContain('421');
  });

  it('leaves our own names alone [HTTP-02]', async () => {
    for (const name of ['localhost', '127.0.0.1', '[::1]', 'LOCALHOST'])
      expect((await server.ask('/', { headers: { host: `${name}:${server.port}` } })).status).toBe(200);
  });
});

describe('a packed body', () => {
  it('is refused before it is opened [HTTP-13]', async () => {
    for (const packing of ['gzip', 'br', 'gzip, identity']) expect((await post({ 'content-encoding': packing })).status).toBe(415);
    expect((await post({ 'content-encoding': 'identity' })).status).toBe(200);
  });
});

describe('a hostile page in the same browser', () => {
  it.each(['https://evil.example', 'null', 'http://localhost:1', 'https://127.0.0.1'])(
    'cannot write with Origin %s [HTTP-03]',
    async (origin) => {
      const answer = await post({ origin });
      expect([answer.status, codeOf(answer)]).toEqual([403, 'cross-site']);
    },
  );

  it('cannot write from the other name of this machine [HTTP-03]', async () => {
    const answer = await post({ host: `127.0.0.1:${server.port}`, origin: `http://localhost:${server.port}` });
    expect(answer.status).toBe(403);
  });

  it.each(['cross-site', 'same-site'])('cannot write with Sec-Fetch-Site %s, even without Origin [HTTP-03]', async (site) => {
    expect((await post({ 'sec-fetch-site': site })).status).toBe(403);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain; application/json', ''])(
    'cannot send a form of type %j [HTTP-04]',
    async (type) => {
      const answer = await server.ask('/api/v1/assess', { method: 'POST', headers: { 'content-type': type }, body });
      expect([answer.status, codeOf(answer)]).toEqual([415, 'not-json']);
    },
  );

  it('gets no permission by a preflight, and no CORS header anywhere [HTTP-03]', async () => {
    const asked = {
      origin: 'https://evil.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    };
    const answers = [
      await server.ask('/api/v1/assess', { method: 'OPTIONS', headers: asked }),
      await server.ask('/api/v1/cases', { headers: { origin: 'https://evil.example' } }),
      await server.ask('/', { headers: { origin: 'https://evil.example' } }),
    ];
    expect(answers[0]?.status).toBe(405);
    expect(answers.flatMap((a) => Object.keys(a.headers).filter((name) => name.startsWith('access-control-')))).toEqual([]);
  });

  it('does not keep our own page from writing [HTTP-03]', async () => {
    const host = `localhost:${server.port}`;
    expect((await post({ host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect((await post({})).status).toBe(200);
  });
});

describe('headers of every answer', () => {
  it('keep out inline script, frames, other origins and sniffing [HTTP-05]', async () => {
    const answers = [
      await server.ask('/'),
      await server.ask('/api/v1/cases'),
      await server.ask('/nowhere'),
      await server.ask('/', { headers: { host: 'evil.example' } }),
      await server.ask('/%'),
    ];
    for (const { headers } of answers) {
      expect(headers['content-security-policy']).toBe(
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
      );
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers['permissions-policy']).toContain('geolocation=()');
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers).not.toHaveProperty('x-powered-by');
    }
  });
});
