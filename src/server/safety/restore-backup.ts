import { Decrypter } from 'age-encryption';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { fail, type Result, succeed } from '../../app/index.ts';
import { checkStore } from './check-store.ts';
import { type BackupManifest, manifestName, withWorkFolder } from './make-backup.ts';
import { readTar } from './tar.ts';

export type RestoreRefusal =
  | { readonly code: 'not-empty' | 'wrong-key' | 'not-a-backup' | 'ends-early' }
  /** A file differs from what the manifest says of it. */
  | { readonly code: 'file-differs'; readonly name: string }
  /** The database is damaged, or a log does not hold or does not reach where the manifest says. */
  | { readonly code: 'record-broken'; readonly name: string };

const isSafe = (name: string): boolean => /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(name);

const unpack = async (plain: AsyncIterable<Uint8Array>, into: string): Promise<Map<string, string>> => {
  const hashes = new Map<string, string>();
  for await (const { name, content } of readTar(plain)) {
    if (!isSafe(name)) throw new Error('this is no archive');
    const hash = createHash('sha256');
    mkdirSync(dirname(join(into, name)), { recursive: true, mode: 0o700 });
    await pipeline(
      content,
      async function* (pieces: AsyncIterable<Buffer>) {
        for await (const piece of pieces) {
          hash.update(piece);
          yield piece;
        }
      },
      createWriteStream(join(into, name), { flags: 'wx', mode: 0o600, flush: true }),
    );
    hashes.set(name, hash.digest('hex'));
  }
  return hashes;
};

const readManifest = (work: string): BackupManifest | undefined => {
  try {
    const read = JSON.parse(readFileSync(join(work, manifestName), 'utf8')) as BackupManifest;
    return read.shodo === 'backup' && read.version === 1 ? read : undefined;
  } catch {
    return undefined;
  }
};

const checkRestored = async (work: string, hashes: ReadonlyMap<string, string>): Promise<Result<BackupManifest, RestoreRefusal>> => {
  const manifest = readManifest(work);
  if (!manifest) return fail({ code: 'not-a-backup' });
  const named = new Map(manifest.files.map((file) => [file.name, file.sha256]));
  for (const name of new Set([...named.keys(), ...hashes.keys()]))
    if (name !== manifestName && named.get(name) !== hashes.get(name)) return fail({ code: 'file-differs', name });
  const { damage, logs } = await checkStore(work, new Set());
  if (damage.length > 0) return fail({ code: 'record-broken', name: 'record.sqlite' });
  for (const { log, seq, chain } of manifest.heads) {
    const proof = logs.find((p) => p.head.log === log);
    if (!proof || proof.breachCount > 0 || proof.head.seq !== seq || proof.head.chain !== chain)
      return fail({ code: 'record-broken', name: log });
  }
  return succeed(manifest);
};

const decrypt = async (from: string, identity: string): Promise<Result<AsyncIterable<Uint8Array>, RestoreRefusal>> => {
  const decrypter = new Decrypter();
  try {
    decrypter.addIdentity(identity);
    const sealed = Readable.toWeb(createReadStream(from, { highWaterMark: 1 << 18 })) as ReadableStream<Uint8Array>;
    const plain = await decrypter.decrypt(sealed);
    return succeed(Readable.fromWeb(plain as unknown as WebStream));
  } catch (error) {
    const text = error instanceof Error ? error.message : '';
    return fail({ code: /identit|recipient|matched/i.test(text) ? 'wrong-key' : 'not-a-backup' });
  }
};

/**
 * Brings a backup back into a folder that is empty or not there yet. Everything is checked before anything has its place:
 * each file, the database, every chain, every head. Nothing is ever written over.
 */
export const restoreBackup = async (from: string, into: string, identity: string): Promise<Result<BackupManifest, RestoreRefusal>> => {
  if (existsSync(into) && readdirSync(into).length > 0) return fail({ code: 'not-empty' });
  const plain = await decrypt(from, identity);
  if (!plain.ok) return plain;
  mkdirSync(into, { recursive: true, mode: 0o700 });
  return withWorkFolder(into, async (work) => {
    let hashes: Map<string, string>;
    try {
      hashes = await unpack(plain.value, work);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== undefined && (error as NodeJS.ErrnoException).syscall !== undefined) throw error;
      return fail({ code: 'ends-early' } as const);
    }
    const checked = await checkRestored(work, hashes);
    if (!checked.ok) return checked;
    for (const name of readdirSync(work)) {
      if (name === manifestName || /-(wal|shm)$/.test(name)) continue;
      renameSync(join(work, name), join(into, name));
    }
    return checked;
  });
};
