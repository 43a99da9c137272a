import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { startChain, checkNext } from '../../src/core/index.ts';
import { lockFolder } from '../../src/server/record/lock-folder.ts';
import { assertPragmas, databasePath, DatabaseRefused, openDatabase, openReadOnly } from '../../src/server/record/open-database.ts';
import { filesHolding, windowsOf } from '../../src/server/record/scrub-erased.ts';
import { openSqliteStore } from '../../src/server/record/sqlite-store.ts';
import { incidentLog, nodeHasher, openDevice, reported } from '../support/pens.ts';
import { openTestRecord } from '../support/test-record.ts';

const arrival = { arrivedAt: '2026-11-25T00:00:00.000Z', skewSeconds: 0 };
const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'shodo-sqlite-'));
  folders.push(folder);
  return folder;
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const pragmas = (db: Database.Database) =>
  ['journal_mode', 'synchronous', 'secure_delete', 'foreign_keys'].map((name) => db.pragma(name, { simple: true }));

describe('a connection to the record', () => {
  it('commits to the disk and overwrites what is erased, whoever opens it [STORE-14]', () => {
    const folder = newFolder();
    const db = openDatabase(folder);
    const reader = openReadOnly(folder);
    expect(pragmas(db)).toEqual(['wal', 2, 1, 1]);
    expect(pragmas(reader)).toEqual(['wal', 2, 1, 1]);
    expect(() => reader.exec('DELETE FROM log')).toThrow(/readonly/);
    reader.close();
    db.close();
    if (process.platform !== 'win32') expect(statSync(databasePath(folder)).mode & 0o077).toBe(0);
  });

  it('is refused where it cannot be safe [STORE-14]', () => {
    expect(() => assertPragmas(new Database(':memory:'))).toThrow(DatabaseRefused);
  });

  it('refuses the file of a newer program and leaves it as it is [STORE-15]', () => {
    const folder = newFolder();
    const db = openDatabase(folder);
    db.pragma('user_version = 99');
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    const before = readFileSync(databasePath(folder));
    expect(() => openDatabase(folder)).toThrow(/newer Shodo \(form 99/);
    expect(readFileSync(databasePath(folder))).toEqual(before);
  });

  it('is one server’s alone: a second is told who has the folder [STORE-16]', () => {
    const folder = newFolder();
    const first = lockFolder(folder);
    if (!('lock' in first)) throw new Error('held');
    first.lock.name('http://127.0.0.1:7119');
    expect(lockFolder(folder)).toEqual({ heldBy: { pid: process.pid, address: 'http://127.0.0.1:7119' } });
    first.lock.release();
    const again = lockFolder(folder);
    expect('lock' in again).toBe(true);
    if ('lock' in again) again.lock.release();
  });
});

describe('the one writer', () => {
  it('shares a commit among what comes at once, and reads anew what another process wrote [STORE-17]', async () => {
    const folder = newFolder();
    const [a, b] = [openSqliteStore(folder, nodeHasher), openSqliteStore(folder, nodeHasher)];
    let commits = 0;
    a.writer.onCommit(() => {
      commits += 1;
    });
    const log = incidentLog(1);
    const device = openDevice(1);
    await a.append({ log, entries: [device.say(log, reported)], parts: [] }, arrival);
    commits = 0;
    // A device of each, so that neither has to wait for the other's entries.
    const other = openDevice(11);
    const done = await Promise.all(
      Array.from({ length: 30 }, (_, i) => {
        const [store, by] = i % 3 ? [a, device] : [b, other];
        return store.append({ log, entries: [by.say(log, { kind: 'note.added', body: {} })], parts: [] }, arrival);
      }),
    );
    expect(done.every((d) => d.ok)).toBe(true);
    expect(commits).toBeLessThan(20);
    const { records } = await b.read(log);
    let chain = startChain(log);
    for (const record of records) {
      if (!record.link) throw new Error('waits');
      const next = checkNext(chain, { ...record, link: record.link }, nodeHasher);
      expect(next.breaches.filter((x) => x.what !== 'device-chain-broken')).toEqual([]);
      chain = next.state;
    }
    expect(chain.head.seq).toBe(31);
    await a.close();
    await b.close();
  });
});

describe('an erased part', () => {
  it('is in no file of the folder any more, neither words nor salt, also beside a long picture [STORE-18]', async () => {
    const { record, folder, remove } = await openTestRecord();
    const device = openDevice(2);
    const log = incidentLog(2);
    const words = device.words('山田太郎さんの携帯は 090-0000-0000 です');
    const picture = device.words('画像の代わりに長い文字列。'.repeat(2000));
    const kept = device.words('残しておくことば、消してはいけない');
    const say = (ref: typeof words.ref) => device.say(log, { kind: 'note.added', body: { text: ref } });
    const all = [words, picture, kept];
    await record.store.append(
      { log, entries: [device.say(log, reported), ...all.map((w) => say(w.ref))], parts: all.map((w) => w.part) },
      arrival,
    );
    await record.summaries.bring([log]);
    const gone = [words, picture].flatMap(({ part }) => [...windowsOf(part.bytes), ...windowsOf(part.salt)]);
    expect((await filesHolding(folder, gone)).length).toBeGreaterThan(0);
    const erase = device.say(log, { kind: 'part.erased', body: { parts: [words.part.id, picture.part.id], reason: 'personal-data' } });
    expect((await record.store.append({ log, entries: [erase], parts: [] }, arrival)).ok).toBe(true);
    for (const name of readdirSync(folder)) {
      const bytes = readFileSync(join(folder, name));
      for (const window of gone) expect(bytes.includes(window), name).toBe(false);
    }
    expect(await filesHolding(folder, windowsOf(kept.part.bytes))).not.toEqual([]);
    await remove();
  });
});

/** Whether another process could take the folder for its own server. */
const isFree = (folder: string): boolean => {
  const lock = new URL('../../src/server/record/lock-folder.ts', import.meta.url).href;
  const program = `const { lockFolder } = await import(${JSON.stringify(lock)}); console.log('lock' in lockFolder(${JSON.stringify(folder)}));`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' }).trim() === 'true';
};

describe('a folder that was looked through for erased words', () => {
  it('is still one server’s alone [SAFE-32]', async () => {
    const { folder, remove } = await openTestRecord();
    const held = lockFolder(folder);
    if (!('lock' in held)) throw new Error('held');
    await filesHolding(folder, [Buffer.from('erased words')]);
    expect(isFree(folder)).toBe(false);
    held.lock.release();
    expect(isFree(folder)).toBe(true);
    await remove();
  });
});

describe('what is derived', () => {
  it('is the same after it was dropped and computed anew, and holds no words [STORE-19]', async () => {
    const { record, folder, reports, remove } = await openTestRecord();
    const logs = await Promise.all(
      Array.from({ length: 30 }, async (_, i) => {
        const device = openDevice(100 + i);
        const log = incidentLog(100 + i);
        const { part, ref } = device.words('ひみつのことば');
        const entries = [device.say(log, reported), device.say(log, { kind: 'incident.named', body: { name: ref } })];
        await record.store.append({ log, entries, parts: [part] }, arrival);
        return log;
      }),
    );
    await record.summaries.bring(logs);
    const rows = () => record.store.db.prepare('SELECT log, seq, basis, line, view FROM derived_summary ORDER BY log').all();
    const before = rows();
    expect(before.length).toBe(30);
    expect(JSON.stringify(before)).not.toContain('ひみつ');
    await record.summaries.rebuild();
    expect(rows()).toEqual(before);
    expect(record.reads.behind()).toBe(0);
    expect(reports).toEqual([]);
    expect(folder).toBeTruthy();
    await remove();
  });

  it('is behind when the organisation’s answers change, and catches up by itself [STORE-20]', async () => {
    const { record, remove } = await openTestRecord();
    const device = openDevice(3);
    const log = incidentLog(3);
    await record.store.append({ log, entries: [device.say(log, reported)], parts: [] }, arrival);
    await record.summaries.bring([log]);
    const row = () => record.store.db.prepare<[], { basis: string }>('SELECT basis FROM derived_summary').get()?.basis;
    const before = row();
    const described = { kind: 'organisation.described', body: { facts: { personalDataInvolved: true } } };
    expect((await record.say({ sayings: [described] }, record.organisation)).ok).toBe(true);
    await expect.poll(row, { timeout: 25_000 }).not.toBe(before);
    await remove();
  });

  it('heads are signed where something was filed [STORE-21]', async () => {
    const { record, remove } = await openTestRecord();
    const log = incidentLog(4);
    const filed = {
      kind: 'filing.filed',
      body: { obligation: 'sample-report', stage: 'first', filedAt: '2026-11-25T10:00:00+09:00', bundle: '0'.repeat(64) },
    };
    const done = await record.say({ sayings: [{ kind: 'incident.reported', body: reported.body }, filed] }, log);
    expect(done.ok).toBe(true);
    expect((await record.store.witnesses(log)).map(({ seq, signer }) => [seq, signer])).toEqual([[2, record.signer.device]]);
    await remove();
  });
});
