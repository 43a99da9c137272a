import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { smallBundle } from '../../test/support/small-bundle.ts';
import { createServer } from './create-server.ts';
import { diskTrouble } from './disk-trouble.ts';
import type { ServerRecord } from './record/open-record.ts';

const failing = (code: string): Error => Object.assign(new Error('the disk'), { code });

describe('a disk that fails is told apart from a mistake of ours', () => {
  it.each([
    ['SQLITE_FULL', 'disk-full'],
    ['ENOSPC', 'disk-full'],
    ['SQLITE_IOERR_WRITE', 'record-unusable'],
    ['SQLITE_READONLY_DBMOVED', 'record-unusable'],
    ['SQLITE_CONSTRAINT_UNIQUE', undefined],
    ['ENOENT', undefined],
  ])('%s is %s [API-19]', (code, trouble) => {
    expect(diskTrouble(failing(code))).toBe(trouble);
  });

  it.each([
    ['SQLITE_FULL', 507, 'disk-full'],
    ['SQLITE_CORRUPT', 503, 'record-unusable'],
    ['EPIPE', 500, 'internal'],
  ])('a write that ends with %s is answered with %i %s [API-19]', async (code, status, name) => {
    const propose = (): Promise<never> => Promise.reject(failing(code));
    const record = { propose, reads: {}, summaries: {}, live: {}, trouble: () => undefined } as unknown as ServerRecord;
    const app = createServer({ bundle: smallBundle, record, site: tmpdir(), version: '0', report: () => {} });
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/incidents',
      headers: { host: 'localhost:0' },
      payload: { entries: [] },
    });
    await app.close();
    expect([answer.statusCode, answer.json().code]).toEqual([status, name]);
  });
});
