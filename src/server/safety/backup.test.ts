import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Decrypter, generateX25519Identity } from 'age-encryption';
import { afterAll, describe, expect, it } from 'vitest';
import { incidentLog, linkAll, nodeHasher, openDevice, reported } from '../../../test/support/pens.ts';
import { openSqliteStore } from '../record/sqlite-store.ts';
import { openBackupKey, readBackupKey } from './backup-key.ts';
import { checkStore } from './check-store.ts';
import { makeBackup, tidyWorkFolders } from './make-backup.ts';
import { restoreBackup } from './restore-backup.ts';

const top = mkdtempSync(join(tmpdir(), 'shodo-backup-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

const folder = join(top, 'data');
mkdirSync(join(folder, 'more'), { recursive: true });
writeFileSync(join(folder, 'more', 'plan.txt'), '手順');
const [one, two] = [incidentLog(51), incidentLog(52)];
const device = openDevice(51);
const words = device.words('経理部の佐藤さんが開いた');
const entries = linkAll(one, [device.say(one, reported), device.say(one, { kind: 'note.added', body: { text: words.ref } })]);
const store = openSqliteStore(folder, nodeHasher);
afterAll(() => store.close());
await store.take(one, entries, [words.part]);
await store.take(two, linkAll(two, [device.say(two, reported)]), []);

const { identity, recipient } = await openBackupKey(join(top, 'keys'));
const file = join(top, 'copy.age');
const made = await makeBackup(folder, { to: file, recipient, madeAt: '2026-11-25T00:00:00.000Z' });

describe('a backup', () => {
  it('is made while the store is open, is sealed, and leaves nothing beside it [SAFE-10]', () => {
    expect(made.heads.map((h) => h.seq).sort()).toEqual([1, 2]);
    expect(made.files.map((f) => f.name)).toEqual(['record.sqlite', 'more/plan.txt']);
    const bytes = readFileSync(file);
    expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
    expect(bytes.includes('佐藤')).toBe(false);
    expect(readdirSync(top).filter((n) => n.includes('.part'))).toEqual([]);
    expect(readdirSync(folder).filter((n) => n.startsWith('.'))).toEqual([]);
  });

  it('never takes the place of another file, and cleans up after one that was killed [SAFE-10]', async () => {
    await expect(makeBackup(folder, { to: file, recipient, madeAt: '' })).rejects.toThrow(/EEXIST/);
    mkdirSync(join(folder, '.working-left'));
    tidyWorkFolders(folder);
    expect(existsSync(join(folder, '.working-left'))).toBe(false);
  });

  it('comes back whole into an empty folder, checked before it has its place [SAFE-11]', async () => {
    const into = join(top, 'back');
    expect(await restoreBackup(file, into, identity)).toMatchObject({ ok: true });
    expect(readdirSync(into).sort()).toEqual(['more', 'record.sqlite']);
    const again = openSqliteStore(into, nodeHasher);
    expect(await again.read(one)).toEqual(await store.read(one));
    expect(again.organisation.id).toBe(store.organisation.id);
    await again.close();
    expect((await checkStore(into, new Set())).logs.map((l) => l.unbroken)).toEqual([true, true]);
  });

  it('opens with age and tar alone, its key being the whole secret [SAFE-11]', async () => {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const tar = join(top, 'plain.tar');
    writeFileSync(tar, await decrypter.decrypt(new Uint8Array(readFileSync(file))));
    expect(execFileSync('tar', ['-tf', tar], { encoding: 'utf8' }).trim().split('\n')).toEqual([
      'manifest.json',
      'record.sqlite',
      'more/plan.txt',
    ]);
  });

  it('is refused over anything that is there, with another key, changed or cut, and leaves nothing [SAFE-12]', async () => {
    const refusal = async (from: string, key = identity) => {
      const into = mkdtempSync(join(top, 'refused-'));
      const answer = await restoreBackup(from, into, key);
      expect(readdirSync(into)).toEqual([]);
      return answer.ok ? 'ok' : answer.error.code;
    };
    expect(await restoreBackup(file, folder, identity)).toEqual({ ok: false, error: { code: 'not-empty' } });
    expect(await refusal(file, await generateX25519Identity())).toBe('wrong-key');
    const bytes = readFileSync(file);
    const write = (name: string, content: Uint8Array): string => {
      writeFileSync(join(top, name), content);
      return join(top, name);
    };
    expect(await refusal(write('cut.age', bytes.subarray(0, bytes.length - 100)))).toBe('ends-early');
    const flipped = Buffer.from(bytes);
    flipped[bytes.length - 500] = (flipped[bytes.length - 500] ?? 0) ^ 1;
    expect(await refusal(write('flipped.age', flipped))).toBe('ends-early');
    expect(await refusal(write('other.age', Buffer.from('hello')))).toBe('not-a-backup');
  });

  it('takes its key as it was written on paper, or from a file [SAFE-12]', () => {
    expect(readBackupKey(identity.toLowerCase().replace(/(.{10})/g, '$1 '))).toBe(identity);
    expect(readBackupKey(join(top, 'keys', 'backup.key'))).toBe(identity);
    expect(readBackupKey(file)).toBeUndefined();
  });
});
