import { Encrypter } from 'age-encryption';
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import type { Head } from '../../core/index.ts';
import { databasePath, openDatabase, openReadOnly } from '../record/open-database.ts';
import { storedLogs } from './stored-lines.ts';
import { tarEnd, tarHeader, tarPadding } from './tar.ts';
import { writeWhole } from './write-whole.ts';

/** The first file of a backup: what is in it, and how far each log reached. */
export type BackupManifest = {
  readonly shodo: 'backup';
  readonly version: 1;
  readonly madeAt: string;
  readonly files: readonly { readonly name: string; readonly size: number; readonly sha256: string }[];
  readonly heads: readonly Head[];
};

/** Stands first in the tar. */
export const manifestName = 'manifest.json';

/** Temporary folders inside the data folder begin with this, and are removed at the next start. */
const temporary = '.working-';

/** Removes what a program that was killed left behind. */
export const tidyWorkFolders = (folder: string): void => {
  for (const { name } of readdirSync(folder, { withFileTypes: true }).filter((f) => f.isDirectory() && f.name.startsWith(temporary)))
    rmSync(join(folder, name), { recursive: true, force: true });
};

/** A folder for the time of one piece of work, inside the data folder. */
export const withWorkFolder = async <T>(folder: string, work: (path: string) => Promise<T>): Promise<T> => {
  const path = join(folder, `${temporary}${randomUUID()}`);
  mkdirSync(path, { mode: 0o700 });
  try {
    return await work(path);
  } finally {
    // A write that was broken off may still be opening its file.
    await rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 });
  }
};

const hashFile = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(piece);
  return hash.digest('hex');
};

/** Says only that a server runs now. */
const isOfServer = (name: string): boolean => /^server\.(json|lock)/.test(name);

/** Other files of the data folder. Those of the database are copied as one moment of it. */
const otherFiles = (folder: string): readonly string[] => {
  const database = basename(databasePath(folder));
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((f) => f.isFile())
    .map((f) =>
      join(f.parentPath, f.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((name) => !name.startsWith(temporary) && !name.startsWith(database) && !basename(name).startsWith('.') && !isOfServer(name));
};

type Source = { readonly name: string; readonly path: string };

async function* archive(manifest: BackupManifest, sources: readonly Source[]): AsyncGenerator<Buffer> {
  const text = Buffer.from(JSON.stringify(manifest));
  yield tarHeader(manifestName, text.length);
  yield text;
  yield tarPadding(text.length);
  for (const [i, { name, path }] of sources.entries()) {
    const size = manifest.files[i]?.size ?? 0;
    yield tarHeader(name, size);
    let sent = 0;
    for await (const piece of createReadStream(path, { highWaterMark: 1 << 18 })) {
      sent += piece.length;
      yield piece;
    }
    if (sent !== size) throw new Error(`${name} changed while it was copied`);
    yield tarPadding(size);
  }
  yield tarEnd;
}

export type BackupAsk = { readonly to: string; readonly recipient: string; readonly madeAt: string };

/**
 * Copies the whole data folder, while others go on writing, into one file that only the holder of the key can open: a tar
 * with the manifest first, encrypted with age. The file has its name only when it is whole and on the disk.
 */
export const makeBackup = (folder: string, { to, recipient, madeAt }: BackupAsk): Promise<BackupManifest> =>
  withWorkFolder(folder, async (work) => {
    const name = basename(databasePath(folder));
    const snapshot = join(work, name);
    const db = openReadOnly(folder);
    try {
      db.prepare('VACUUM INTO ?').run(snapshot);
    } finally {
      db.close();
    }
    // Opened once for writing, so that the copy begins in the same journal mode as the record.
    const copy = openDatabase(work);
    const heads = storedLogs(copy);
    copy.close();
    const sources = [{ name, path: snapshot }, ...otherFiles(folder).map((file) => ({ name: file, path: join(folder, file) }))];
    const files: BackupManifest['files'][number][] = [];
    for (const source of sources) files.push({ name: source.name, size: statSync(source.path).size, sha256: await hashFile(source.path) });
    const manifest: BackupManifest = { shodo: 'backup', version: 1, madeAt, files, heads };

    const encrypter = new Encrypter();
    encrypter.addRecipient(recipient);
    const plain = Readable.toWeb(Readable.from(archive(manifest, sources))) as ReadableStream<Uint8Array>;
    const sealed = await encrypter.encrypt(plain);
    await writeWhole(to, Readable.fromWeb(sealed as unknown as WebStream));
    return manifest;
  });
