import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync, closeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { databasePath } from '../../src/server/record/open-database.ts';
import { openSqliteStore } from '../../src/server/record/sqlite-store.ts';
import { checkStore } from '../../src/server/safety/check-store.ts';
import { createServer } from '../../src/server/create-server.ts';
import { incidentLog, nodeHasher, openDevice, reported } from '../support/pens.ts';
import { smallBundle } from '../support/small-bundle.ts';
import { openTestRecord } from '../support/test-record.ts';

const top = mkdtempSync(join(tmpdir(), 'shodo-damaged-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

const pageSize = 4096;
const arrival = { arrivedAt: '2026-11-25T00:00:00.000Z', skewSeconds: 0 };

/** A whole record of some incidents in one file, as bytes. */
const wholeRecord = async (): Promise<Buffer> => {
  const folder = mkdtempSync(join(top, 'whole-'));
  const store = openSqliteStore(folder, nodeHasher);
  for (let seed = 0; seed < 8; seed++) {
    const [device, log] = [openDevice(seed), incidentLog(seed)];
    const words = Array.from({ length: 12 }, (_, i) => device.words(`電話で聞いたこと ${i}`));
    const entries = [device.say(log, reported), ...words.map((w) => device.say(log, { kind: 'note.added', body: { text: w.ref } }))];
    await store.append({ log, entries, parts: words.map((w) => w.part) }, arrival);
  }
  await store.close();
  return readFileSync(databasePath(folder));
};

describe('a record with a damaged page', () => {
  it('is checked to its end whichever page it is: named as damaged, never thrown [SAFE-30]', async () => {
    const bytes = await wholeRecord();
    const folder = mkdtempSync(join(top, 'page-'));
    const pages = bytes.length / pageSize;
    const places: string[] = [];
    for (let page = 1; page < pages; page++) {
      writeFileSync(databasePath(folder), bytes);
      const file = openSync(databasePath(folder), 'r+');
      writeSync(file, Buffer.alloc(pageSize, 0x5a), 0, pageSize, page * pageSize);
      closeSync(file);
      for (const only of [undefined, () => [incidentLog(3)]]) {
        const { damage, logs } = await checkStore(folder, new Set(), only);
        expect([page, damage.length > 0]).toEqual([page, true]);
        expect(only === undefined || logs.length === 1).toBe(true);
        places.push(...damage);
      }
    }
    expect(places.some((line) => /^incident:[0-9a-f-]{36}, after \d+ rows: /.test(line))).toBe(true);
  });
});

describe('a row that is no JSON any more', () => {
  it('is named by its log and place and never handed out; the other incidents go on [SAFE-31]', async () => {
    const { record, reports, remove } = await openTestRecord();
    const app = createServer({ bundle: smallBundle, record, site: tmpdir(), version: '0', report: () => {} });
    const logs = [incidentLog(41), incidentLog(42)] as const;
    for (const [i, log] of logs.entries()) {
      const device = openDevice(41 + i);
      const entries = [device.say(log, reported), device.say(log, { kind: 'severity.set', body: { level: 'L2' } })];
      await record.store.append({ log, entries, parts: [] }, arrival);
    }
    record.store.db
      .prepare(
        'UPDATE entry SET text = substr(text, 1, 200) || char(1) || substr(text, 202) WHERE seq = 2 AND log = (SELECT key FROM log WHERE name = ?)',
      )
      .run(logs[0]);
    const ask = async (path: string, payload?: object) => {
      const answer = await app.inject({
        method: payload ? 'POST' : 'GET',
        url: `/api/v1${path}`,
        headers: { host: 'localhost:0' },
        ...(payload && { payload }),
      });
      return { status: answer.statusCode, json: answer.json() };
    };
    const path = `/incidents/${logs[0].slice(9)}`;
    const closing = { sayings: [{ kind: 'incident.closed', body: { bundle: '0'.repeat(64) } }] };
    for (const answer of [
      await ask(path),
      await ask(`${path}/entries`),
      await ask(`${path}/entries?after=1`),
      await ask(`${path}/entries`, closing),
    ])
      expect(answer).toMatchObject({
        status: 503,
        json: { code: 'record-unusable', message: { en: expect.stringContaining(`Entry 2 of “${logs[0]}”`) } },
      });
    expect((await ask(`${path}/entries?limit=1`)).json.entries).toHaveLength(1);
    const list = await ask('/incidents');
    expect(list.json.incidents.map((one: { id: string }) => one.id)).toEqual([logs[1].slice(9)]);
    await ask('/incidents');
    expect(reports.filter((line) => line.includes('Entry 2 of'))).toHaveLength(1);
    await app.close();
    await remove();
  });
});
