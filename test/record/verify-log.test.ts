import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { importLog, type LogProof, openMemoryStore, splitLines, verifyLog } from '../../src/app/index.ts';
import type { Breach } from '../../src/core/index.ts';
import { databasePath, openReadOnly } from '../../src/server/record/open-database.ts';
import { openSqliteStore } from '../../src/server/record/sqlite-store.ts';
import { openSealCheck } from '../../src/server/safety/check-seals.ts';
import { openInstallationKey, witnessHead } from '../../src/server/safety/key-folder.ts';
import { rawLines, storedLines } from '../../src/server/safety/stored-lines.ts';
import { incidentLog, linkAll, nodeHasher, openDevice, reported } from '../support/pens.ts';
import { casesOf, randomFrom } from '../support/random.ts';

const folder = mkdtempSync(join(tmpdir(), 'shodo-verify-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const signer = openInstallationKey(join(folder, 'keys'));
const tools = { hash: nodeHasher, check: openSealCheck(), own: new Set([signer.device]) };

const log = incidentLog(41);
const [a, b] = [openDevice(41), openDevice(42, { signs: false })];
const words = [a.words('経理部でも同じ画面'), a.words('まちがい'), a.words('電話した'), b.words('見た')] as const;
const linked = linkAll(
  log,
  [
    a.say(log, reported),
    a.say(log, { kind: 'note.added', body: { text: words[0].ref } }),
    a.say(log, { kind: 'note.added', body: { text: words[1].ref } }),
    b.say(log, { kind: 'note.added', body: { text: words[3].ref } }),
    a.say(log, { kind: 'incident.closed', body: { bundle: '0'.repeat(64), note: words[2].ref } }),
    a.say(log, { kind: 'part.erased', body: { parts: [words[1].part.id], reason: 'mistake' } }),
  ],
  { 4: 'duties-open' },
);
const chainAt = (seq: number): string => linked[seq - 1]?.link.chain ?? '';

const store = openSqliteStore(folder, nodeHasher);
await store.take(
  log,
  linked,
  words.map((w) => w.part),
);
await store.witness(witnessHead(signer, { log, seq: 3, chain: chainAt(3) }, '2026-11-25T01:00:00.000Z'));
await store.close();

const exported = (choice = {}): string => {
  const db = openReadOnly(folder);
  const text = [...storedLines(db, log, choice)].map((line) => `${line}\n`).join('');
  db.close();
  return text;
};
const file = Buffer.from(exported({ sign: (head: never) => witnessHead(signer, head, '2026-11-25T02:00:00.000Z') }));

const linesOf = (bytes: Uint8Array) =>
  splitLines(
    (async function* () {
      // Cut in awkward places: lines must not depend on how bytes come.
      for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
    })(),
  );
const check = (bytes: Uint8Array): Promise<LogProof> => verifyLog(linesOf(bytes), tools);
const stored = async (path: string): Promise<LogProof> => {
  const db = openReadOnly(path);
  const proof = await verifyLog(rawLines(storedLines(db, log)), tools);
  db.close();
  return proof;
};

describe('what a check proves', () => {
  it('says four things apart, of a file and of the rows [SAFE-01]', async () => {
    const proof = await check(file);
    expect(proof).toMatchObject({
      head: { log, seq: 6, chain: chainAt(6) },
      unbroken: true,
      completeTo: 6,
      authored: { signed: 5, unsigned: 1, devices: [{ entries: 5 }] },
      witnessed: [
        { seq: 3, signedAt: '2026-11-25T01:00:00.000Z', own: true },
        { seq: 6, own: true },
      ],
      parts: { present: 3, erased: 1, withheld: 0 },
      breachCount: 0,
    });
    expect(await stored(folder)).toMatchObject({ unbroken: true, completeTo: 3, breachCount: 0 });
    expect((await verifyLog(linesOf(file), { ...tools, own: new Set() })).witnessed.map((w) => w.own)).toEqual([false, false]);
  });

  it('holds without the words, and says how many are withheld [SAFE-02]', async () => {
    const text = exported({ withoutWords: true });
    expect(text).not.toContain('"part":{');
    expect(await check(Buffer.from(text))).toMatchObject({ unbroken: true, parts: { present: 0, erased: 1, withheld: 3 } });
  });

  it('finds an end that was cut off by the witness of it, or by the missing line feed [SAFE-03]', async () => {
    const lines = file.toString('utf8').trimEnd().split('\n');
    const cut = lines.filter((l) => !l.includes('"seq":6,"skewSeconds"') && !l.includes('"seq":5,"skewSeconds"'));
    cut[0] = `{"head":{"chain":"${chainAt(4)}","log":"${log}","seq":4},"shodo":"log","version":1}`;
    const { breaches } = await check(Buffer.from(`${cut.join('\n')}\n`));
    expect(breaches.map((x) => x.what)).toContain('beyond-log');
    expect((await check(file.subarray(0, -1))).breaches).toEqual([{ what: 'cut-short', line: lines.length }]);
    expect((await check(new Uint8Array())).breachCount).toBe(1);
  });
});

const lineAt = (at: number): number => file.subarray(0, at).filter((byte) => byte === 10).length + 1;
const kinds = file
  .toString('utf8')
  .trimEnd()
  .split('\n')
  .map((l) => (l.includes('"shodo"') ? 'head' : l.startsWith('{"entry"') ? 'entry' : l.startsWith('{"part"') ? 'part' : 'witness'));

/** Does one of the breaches lead to the line of a file? */
const leadsTo = (line: number, breaches: readonly Breach[]): boolean => {
  const near = (n: number | undefined): boolean => n === line || n === line + 1;
  switch (kinds[line - 1]) {
    case 'head':
      return breaches.some((x) => x.line === 1 || x.line === 2 || x.what === 'head-differs');
    case 'entry':
      return breaches.some((x) => near(x.line) || near((x.seq ?? -9) + 1));
    case 'part':
      return breaches.some((x) => near(x.line));
    default:
      return breaches.some((x) => near(x.line) || x.what.startsWith('witness') || x.what === 'beyond-log');
  }
};

describe('any one changed bit', () => {
  it('of a file is found, and found where it is [SAFE-04]', async () => {
    const random = randomFrom(43);
    const count = casesOf(file.length * 8, 1500);
    const missed: string[] = [];
    for (let i = 0; i < count; i++) {
      const bit = count === file.length * 8 ? i : random.below(file.length * 8);
      const changed = Buffer.from(file);
      const at = bit >> 3;
      changed[at] = (changed[at] ?? 0) ^ (1 << (bit & 7));
      const { breaches } = await check(changed);
      if (!leadsTo(lineAt(at), breaches)) missed.push(`${at}/${bit & 7}: ${JSON.stringify(breaches)}`);
    }
    expect(missed).toEqual([]);
  });

  const copy = (): { readonly path: string; readonly db: Database.Database } => {
    const path = mkdtempSync(join(folder, 'rows-'));
    const db = new Database(databasePath(path));
    db.exec(`ATTACH '${databasePath(folder)}' AS was`);
    const tables = db.prepare<[], { sql: string; name: string }>("SELECT sql, name FROM was.sqlite_schema WHERE type = 'table'").all();
    for (const { sql, name } of tables) db.exec(`${sql}; INSERT INTO ${name} SELECT * FROM was.${name}`);
    db.exec('DETACH was; PRAGMA journal_mode = WAL');
    return { path, db };
  };

  it('of the stored rows is found, whatever column it is in [SAFE-05]', async () => {
    const { path, db } = copy();
    const places: { readonly table: string; readonly column: string; readonly key: number; readonly place: (x: Breach) => boolean }[] = [];
    for (const { key, seq } of db.prepare<[], { key: number; seq: number }>('SELECT key, seq FROM entry').all())
      for (const column of ['id', 'seq', 'arrived_at', 'skew_seconds', 'refusal', 'chain', 'text'])
        places.push({
          table: 'entry',
          column,
          key,
          place: (x) => x.seq === seq || x.seq === seq + 1 || x.line === seq + 1 || x.line === seq + 2,
        });
    for (const { key } of db.prepare<[], { key: number }>('SELECT key FROM part').all())
      for (const column of ['id', 'salt', 'bytes'])
        places.push({ table: 'part', column, key, place: (x) => x.part !== undefined || x.line !== undefined });
    for (const column of ['seq', 'chain']) places.push({ table: 'log', column, key: 1, place: (x) => x.line === 1 });
    places.push({
      table: 'witness',
      column: 'text',
      key: 1,
      place: (x) => x.what.startsWith('witness') || x.what === 'beyond-log' || x.line !== undefined,
    });
    const random = randomFrom(44);
    const missed: string[] = [];
    for (const { table, column, key, place } of places) {
      const { was } =
        db.prepare<[number], { was: string | number | Buffer | null }>(`SELECT ${column} AS was FROM ${table} WHERE key = ?`).get(key) ??
        {};
      if (was === null || was === undefined) continue;
      const bytes = Buffer.from(typeof was === 'number' ? Uint8Array.of(was) : was);
      const bits = casesOf(bytes.length * 8, Math.min(bytes.length * 8, 12));
      for (let i = 0; i < bits; i++) {
        const bit = bits === bytes.length * 8 ? i : random.below(bytes.length * 8);
        const changed = Buffer.from(bytes);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        // A text column may come to hold bytes that are no text.
        const value = typeof was === 'number' ? changed[0] : changed;
        db.prepare(`UPDATE ${table} SET ${column} = ${typeof was === 'string' ? 'CAST(? AS TEXT)' : '?'} WHERE key = ?`).run(value, key);
        const { breaches } = await stored(path);
        if (!breaches.some(place)) missed.push(`${table}.${column} ${key} bit ${bit}: ${JSON.stringify(breaches)}`);
        db.prepare(`UPDATE ${table} SET ${column} = ? WHERE key = ?`).run(was, key);
      }
    }
    db.close();
    expect(missed).toEqual([]);
  });
});

describe('bringing a log in', () => {
  const bring = (into: ReturnType<typeof openMemoryStore>, bytes: Uint8Array) => importLog(into, () => linesOf(bytes), tools);

  it('keeps the very entries, parts and witnesses, and twice is once [SAFE-06]', async () => {
    const other = mkdtempSync(join(folder, 'other-'));
    const into = openSqliteStore(other, nodeHasher);
    expect(await bring(into, file)).toMatchObject({ ok: true, value: { log, entries: 6, added: 6 } });
    expect(await bring(into, file)).toMatchObject({ ok: true, value: { added: 0 } });
    await into.close();
    const db = openReadOnly(other);
    expect([...storedLines(db, log)].sort()).toEqual(file.toString('utf8').trimEnd().split('\n').sort());
    db.close();
  });

  it('goes on where a log ended, and refuses one that says something else [SAFE-07]', async () => {
    const into = openMemoryStore(nodeHasher);
    await into.take(log, linked.slice(0, 2), []);
    expect(await bring(into, file)).toMatchObject({ ok: true, value: { added: 4, head: { seq: 6 } } });
    expect((await into.read(log)).parts.filter((p) => !('erased' in p))).toHaveLength(3);
    const apart = openMemoryStore(nodeHasher);
    await apart.take(log, linkAll(log, [a.say(log, reported)]), []);
    expect(await bring(apart, file)).toEqual({ ok: false, error: { code: 'diverged', log, seq: 1 } });
    expect((await apart.read(log)).head.seq).toBe(1);
  });

  it('keeps nothing of a log that does not hold, and says where [SAFE-08]', async () => {
    const into = openMemoryStore(nodeHasher);
    const changed = Buffer.from(file);
    const at = file.indexOf('"bytes":"') + 12;
    changed[at] = changed[at] === 65 ? 66 : 65;
    const refused = await bring(into, changed);
    expect(refused).toMatchObject({ ok: false, error: { code: 'log-broken', proof: { breaches: [{ what: 'part-altered' }] } } });
    expect(await into.logs()).toEqual([]);
  });
});
