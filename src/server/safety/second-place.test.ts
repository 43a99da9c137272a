import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { incidentLog, linkAll, nodeHasher, openDevice, reported } from '../../../test/support/pens.ts';
import { openSqliteStore } from '../record/sqlite-store.ts';
import { openBackupKey } from './backup-key.ts';
import { makeBackup } from './make-backup.ts';
import { restoreBackup } from './restore-backup.ts';
import { openSecondPlace } from './second-place.ts';

const top = mkdtempSync(join(tmpdir(), 'shodo-second-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
const [data, keys, disk] = [join(top, 'data'), join(top, 'keys'), join(top, 'disk')];
mkdirSync(data);
mkdirSync(disk);
const store = openSqliteStore(data, nodeHasher);
afterAll(() => store.close());
const { identity, recipient } = await openBackupKey(keys);

let now = Date.parse('2026-11-25T00:00:00.000Z');
let seed = 60;
const change = async (): Promise<void> => {
  seed += 1;
  const log = incidentLog(seed);
  await store.take(log, linkAll(log, [openDevice(seed).say(log, reported)]), []);
};
let broken: string | undefined;
const place = openSecondPlace({
  data,
  keys,
  id: store.organisation.id,
  mark: () => String(store.db.prepare('SELECT coalesce(max(changed), 0) FROM log').pluck().get()),
  copy: async (to, madeAt) => {
    if (broken !== undefined) throw Object.assign(new Error(broken), { code: broken });
    await makeBackup(data, { to, recipient, madeAt });
  },
  now: () => now,
});
const later = async (ms: number): Promise<void> => {
  now += ms;
  await place.tick();
};
const copies = (): readonly string[] =>
  readdirSync(disk)
    .filter((name) => name.endsWith('.age'))
    .sort();

describe('the second place', () => {
  it('is missed once a day until the owner names one, and refuses what protects nothing [SAFE-20]', async () => {
    expect(place.state()).toEqual({ folder: null, lastCopyAt: null, behindSince: null, keyWritten: false, remindOn: '2026-11-25' });
    await later(1000);
    for (const wrong of ['disk', data, join(data, 'inside'), join(top, 'no', 'where')]) expect((await place.choose(wrong)).ok).toBe(false);
    writeFileSync(join(top, 'file'), '');
    expect((await place.choose(join(top, 'file'))).ok).toBe(false);
    expect(place.state().folder).toBeNull();
    expect([place.remind(), place.remind()]).toEqual([true, false]);
    await later(86_400_000);
    expect([place.remind(), place.remind()]).toEqual([true, false]);
  });

  it('has a copy at once, then after each rest, never five minutes behind; three are kept [SAFE-21]', async () => {
    await change();
    expect(await place.choose(disk)).toMatchObject({ ok: true, value: { folder: disk, sameDisk: true } });
    await later(0);
    expect(copies()).toHaveLength(1);
    await later(30_000);
    expect(copies()).toHaveLength(1);
    for (let minute = 0; minute < 8; minute++) {
      await change();
      await later(30_000);
      await later(30_000);
      await later(30_000);
      expect(place.state().behindSince).toBeNull();
    }
    expect(copies()).toHaveLength(3);
    expect(place.state().problem).toBeUndefined();
  });

  it('says in plain words when the disk is pulled, and keeps to its own disk [SAFE-22]', async () => {
    const last = place.state().lastCopyAt;
    renameSync(disk, join(top, 'pulled'));
    await later(30_000);
    expect(place.state()).toMatchObject({ lastCopyAt: last, problem: { ja: expect.stringContaining('見つかりません') } });
    // An empty folder where the disk was mounted is not the disk.
    mkdirSync(disk);
    await change();
    await later(120_000);
    expect(copies()).toEqual([]);
    rmSync(disk, { recursive: true });
    renameSync(join(top, 'pulled'), disk);
    expect(place.state().lastCopyAt).toBe(last);
    await later(30_000);
    expect(place.state().problem).toBeUndefined();
    expect(place.state().behindSince).toBeNull();
  });

  it.each([
    ['EROFS', '書けません'],
    ['ENOSPC', 'いっぱい'],
  ])('says so when the copy fails (%s), with the time of the last good one, and goes on later [SAFE-22]', async (code, says) => {
    const last = place.state().lastCopyAt;
    broken = code;
    await change();
    await later(30_000);
    await later(60_000);
    expect(place.state()).toMatchObject({ lastCopyAt: last, problem: { ja: expect.stringContaining(says) } });
    expect(place.state().behindSince).not.toBeNull();
    broken = undefined;
    await later(30_000);
    expect(place.state()).toMatchObject({ behindSince: null });
    expect(place.state().problem).toBeUndefined();
  });

  it('says at once that the disk is away, follows a change of mind while a copy is made, and stops [SAFE-26]', async () => {
    expect(place.noteKeyWritten()).toMatchObject({ folder: disk, keyWritten: true });
    renameSync(disk, join(top, 'pulled'));
    expect(place.state().problem).toMatchObject({ ja: expect.stringContaining('見つかりません') });
    renameSync(join(top, 'pulled'), disk);
    const other = join(top, 'other');
    await change();
    const copying = later(120_000);
    expect(await place.choose(` "${other}" `)).toMatchObject({ ok: true, value: { folder: other, lastCopyAt: null } });
    await copying;
    await later(0);
    expect(place.state()).toMatchObject({ folder: other, behindSince: null, lastCopyAt: expect.any(String), keyWritten: true });
    expect(readdirSync(other).filter((name) => name.endsWith('.age'))).toHaveLength(1);
    expect(place.stop()).toMatchObject({ folder: null, keyWritten: true });
    await change();
    await later(120_000);
    expect(readdirSync(other).filter((name) => name.endsWith('.age'))).toHaveLength(1);
    expect(place.remind()).toBe(false);
    expect(await place.choose(disk)).toMatchObject({ ok: true });
    await expect.poll(() => place.state()).toMatchObject({ folder: disk, behindSince: null, lastCopyAt: expect.any(String) });
  });

  it('gives back exactly what was there [SAFE-23]', async () => {
    await change();
    now += 5000;
    await place.close();
    const into = join(top, 'back');
    expect(await restoreBackup(join(disk, copies().at(-1) ?? ''), into, identity)).toMatchObject({ ok: true });
    const again = openSqliteStore(into, nodeHasher);
    for (const { log } of await store.logs()) expect(await again.read(log)).toEqual(await store.read(log));
    expect((await again.logs()).length).toBe((await store.logs()).length);
    await again.close();
    expect(existsSync(join(disk, '.part'))).toBe(false);
  });
});
