import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Running, runServer } from '../../test/support/running-server.ts';
import { openTestRecord } from '../../test/support/test-record.ts';
import { smallBundle } from '../../test/support/small-bundle.ts';
import { problemCodes } from '../app/index.ts';
import { createServer } from './create-server.ts';
import { edgeMessages, statusByCode, titles } from './problem-table.ts';
import { langOf } from './send-problem.ts';

let server: Running;
beforeAll(async () => {
  server = await runServer();
});
afterAll(() => server.stop());

const post = (body: string, headers: Record<string, string> = {}): Promise<Answer> =>
  server.ask('/api/v1/assess', { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
const problemOf = ({ text }: Answer) => JSON.parse(text) as Record<string, unknown>;

describe('the API', () => {
  it('assesses, lists cases and the directory, and describes itself [HTTP-06]', async () => {
    const assessed = await post(JSON.stringify({ id: 'x', facts: { personalDataInvolved: true, sensitiveInfo: true } }));
    expect([assessed.status, JSON.parse(assessed.text).id]).toEqual([200, 'x']);
    expect(JSON.parse((await server.ask('/api/v1/cases')).text).cases[0].paths).toEqual({
      ja: '/ja/cases/sample/',
      en: '/en/cases/sample/',
    });
    const directory = JSON.parse((await server.ask('/api/v1/directory')).text);
    expect(directory.entries[0]).toMatchObject({ id: 'desk', url: 'https://desk.example/', readOn: '2026-11-23', checkedOn: null });
    expect(JSON.parse((await server.ask('/api/v1/directory?table=before')).text).entries).toEqual([]);
    expect(JSON.parse((await server.ask('/api/v1/openapi.json')).text).openapi).toBe('3.1.0');
    expect(JSON.parse((await server.ask('/healthz')).text)).toMatchObject({ status: 'ok', bundle: { hash: 'feed'.repeat(16) } });
  });

  it('is never kept by a cache [HTTP-06]', async () => {
    for (const path of ['/api/v1/cases', '/healthz', '/api/v1/nothing'])
      expect((await server.ask(path)).headers['cache-control']).toBe('no-store');
  });
});

describe('errors', () => {
  it('are problem+json with status, code, request id, and words in the language asked for [HTTP-07]', async () => {
    const ja = await post(JSON.stringify({ facts: { sensitiveinfo: true } }));
    const en = await post(JSON.stringify({ facts: { sensitiveinfo: true } }), { 'accept-language': 'en-GB,en;q=0.9,ja;q=0.5' });
    expect(ja.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(problemOf(ja)).toMatchObject({
      type: 'urn:shodo:problem:unknown-fact',
      title: '内容に誤りがあります',
      status: 422,
      code: 'unknown-fact',
      field: 'sensitiveinfo',
      nearest: 'sensitiveInfo',
      requestId: ja.headers['x-request-id'],
    });
    expect(problemOf(en)).toMatchObject({ title: 'The content has a mistake' });
    expect(problemOf(en).detail).toContain('Did you mean “sensitiveInfo”?');
    expect([ja.headers['content-language'], en.headers['content-language']]).toEqual(['ja', 'en']);
  });

  it.each([
    ['{"facts":', 400, 'bad-json'],
    ['', 400, 'bad-json'],
    ['[]', 400, 'not-an-object'],
    ['{}', 400, 'missing-field'],
    ['{"__proto__":{"x":1},"facts":{}}', 400, 'bad-json'],
    [`{"facts":{},"id":"${'x'.repeat(1024 * 1024)}"}`, 413, 'too-large'],
  ])('%.30s → %i %s [HTTP-07]', async (body, status, code) => {
    const answer = await post(body);
    expect([answer.status, problemOf(answer).code]).toEqual([status, code]);
  });

  it('say which methods an address takes [HTTP-07]', async () => {
    const answer = await server.ask('/api/v1/assess');
    expect([answer.status, answer.headers.allow]).toEqual([405, 'POST']);
    expect((await server.ask('/ja/', { method: 'DELETE' })).status).toBe(405);
    expect(problemOf(await server.ask('/api/v1/nothing')).code).toBe('not-found');
  });

  it('tell the operator of a bug by request id, never what was sent [HTTP-07]', async () => {
    const answer = await server.ask('/%');
    expect([answer.status, problemOf(answer).code]).toEqual([400, 'bad-request']);
    expect(server.reports).toEqual([]);
  });

  it('have one status and words in both languages for every code [HTTP-07]', () => {
    for (const code of problemCodes) expect(titles[statusByCode[code]]?.ja).toBeTruthy();
    for (const code of Object.keys(edgeMessages) as (keyof typeof edgeMessages)[]) expect(titles[statusByCode[code]]?.en).toBeTruthy();
  });
});

describe('a slow request', () => {
  it('is given up after half a minute, its headers after a quarter [HTTP-12]', async () => {
    const { record, remove } = await openTestRecord();
    const app = createServer({ bundle: smallBundle, record, site: tmpdir(), version: '0' });
    await remove();
    expect([app.server.requestTimeout, app.server.headersTimeout]).toEqual([30_000, 15_000]);
  });
});

describe('pages', () => {
  it('come in Japanese at / and in English at /en/, always asked anew [HTTP-08]', async () => {
    const home = await server.ask('/');
    expect([home.status, home.headers['cache-control']]).toEqual([200, 'no-cache']);
    expect(home.text).toContain('lang="ja"');
    expect((await server.ask('/en/')).text).toContain('lang="en"');
    expect((await server.ask('/ja')).headers.location).toBe('/ja/');
  });

  it('load assets that never change, compressed beforehand [HTTP-08]', async () => {
    const plain = await server.ask('/assets/app-1a2b.js');
    expect(plain.headers['cache-control']).toContain('immutable');
    expect(plain.headers['content-type']).toContain('javascript');
    const brotli = await server.ask('/assets/app-1a2b.js', { headers: { 'accept-encoding': 'br' } });
    expect([brotli.headers['content-encoding'], brotli.text]).toEqual(['br', 'pretend']);
    expect(brotli.headers['cache-control']).toContain('immutable');
  });

  it('that do not exist say where to go, in the language of the address [HTTP-08]', async () => {
    const [ja, en] = [await server.ask('/ja/nowhere/'), await server.ask('/en/nowhere')];
    expect([ja.status, en.status]).toEqual([404, 404]);
    expect(ja.text).toContain('ページが見つかりません');
    expect(en.text).toContain('href="/en/"');
  });

  it('never lead out of their folder [HTTP-08]', async () => {
    for (const path of ['/../package.json', '/..%2f..%2fetc/passwd', '/ja/%2e%2e/%2e%2e/x', '/%5c..%5cx', '//evil.example/..'])
      expect((await server.ask(path)).status, path).toBeGreaterThanOrEqual(400);
  });
});

describe('the language of a problem', () => {
  it.each([
    [undefined, 'ja'],
    ['', 'ja'],
    ['en', 'en'],
    ['ja,en;q=0.9', 'ja'],
    ['en-US,en;q=0.9,ja;q=0.8', 'en'],
    ['fr, en;q=0.2', 'en'],
    ['en;q=0', 'ja'],
    ['*', 'ja'],
  ])('%j → %s [HTTP-07]', (header, lang) => expect(langOf(header)).toBe(lang));
});
