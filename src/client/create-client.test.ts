import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, runServer } from '../../test/support/running-server.ts';
import { createClient } from './create-client.ts';

let server: Running;
beforeAll(async () => {
  server = await runServer();
});
afterAll(() => server.stop());

describe('the client', () => {
  it('gets typed answers that hold to the contract [HTTP-10]', async () => {
    const client = createClient(server.base);
    const assessed = await client.assess({ id: 'c', facts: { personalDataInvolved: true, sensitiveInfo: true, strongProtection: false } });
    expect(assessed.ok && assessed.value.obligations[0]?.applies).toBe('yes');
    const cases = await client.listCases();
    expect(cases.ok && cases.value.cases.map((c) => c.slug)).toEqual(['sample']);
    const during = await client.listDirectory('during');
    expect(during.ok && during.value.entries.length).toBe(1);
    const health = await client.health();
    expect(health.ok && health.value.status).toBe('ok');
  });

  it('gets problems as values, in its language [HTTP-10]', async () => {
    const refused = await createClient(server.base, { lang: 'en' }).assess({ facts: { sensitiveinfo: true } });
    expect(!refused.ok && refused.error).toMatchObject({
      code: 'unknown-fact',
      nearest: 'sensitiveInfo',
      title: 'The content has a mistake',
    });
  });
});
