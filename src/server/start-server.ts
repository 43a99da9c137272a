import type { FastifyInstance } from 'fastify';
import { fail, type Result, succeed } from '../app/index.ts';
import type { Text } from '../core/index.ts';
import { createServer, type ServerOptions } from './create-server.ts';
import { mkdirSync } from 'node:fs';
import { probeFolder } from './data-folder.ts';
import { sayUnopened } from './disk-trouble.ts';
import { keepSecondPlace } from './safety/copy-record.ts';
import { findFormer, noteBegan, readBegan, sayRescued } from './safety/former-record.ts';
import { tidyWorkFolders } from './safety/make-backup.ts';
import { lockFolder } from './record/lock-folder.ts';
import { DatabaseRefused } from './record/open-database.ts';
import { openRecord, type ServerRecord } from './record/open-record.ts';
import { defaultKeyFolder } from './safety/key-folder.ts';

export type StartOptions = Omit<ServerOptions, 'record' | 'safety'> & {
  readonly host: string;
  readonly port: number;
  readonly data: string;
  /** Folder of the keys; by default that of this system, outside the data folder. */
  readonly keys?: string;
};

export type Started = {
  readonly app: FastifyInstance;
  readonly address: string;
  /** True once a day while the record has no second place. */
  readonly remindSecondPlace: () => boolean;
  /** That a new record was begun where there was one before; until the owner has read it. */
  readonly beganAnew: Text | undefined;
  close(): Promise<void>;
};

/** Names of this machine that a person may type; `localhost` is not looked up. */
const loopback: Readonly<Record<string, string>> = { localhost: '127.0.0.1', '127.0.0.1': '127.0.0.1', '::1': '::1', '[::1]': '::1' };

const hostProblem = (host: string): Text => ({
  ja: `「${host}」では始められません。利用者の確認がまだないため、この機械の中（127.0.0.1・localhost・::1）だけで使えます。--host を外してください。`,
  en: `Cannot listen on “${host}”: there is no sign-in yet, so only this machine itself is served (127.0.0.1, localhost, ::1). Leave --host out.`,
});

const folderProblem = (folder: string, code: string): Text => {
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return {
      ja: `記録の置き場所「${folder}」に書き込めません（そこにあるのはファイルです）。書き込めるフォルダーを --data で指定してください。`,
      en: `The data folder “${folder}” cannot be written to (a file stands there): name a writable folder with --data.`,
    };
  return {
    ja: `記録の置き場所「${folder}」に書き込めません（${code}）。書き込めるフォルダーを --data で指定してください。`,
    en: `The data folder “${folder}” cannot be written to (${code}): name a writable one with --data.`,
  };
};

const listenProblem = (port: number, code: string): Text => {
  if (code === 'EADDRINUSE')
    return {
      ja: `ポート ${port} はほかで使われています。--port で別の番号を指定するか、使っているものを止めてください。`,
      en: `Port ${port} is already in use: choose another with --port, or stop what is using it.`,
    };
  if (code === 'EACCES')
    return {
      ja: `ポート ${port} を使う権限がありません。--port で 1024 以上の番号を指定してください。`,
      en: `There is no permission to use port ${port}: choose one from 1024 up with --port.`,
    };
  return {
    ja: `ポート ${port} で待ち受けられません（${code}）。--port で別の番号を指定してください。`,
    en: `Cannot listen on port ${port} (${code}): choose another with --port.`,
  };
};

const heldProblem = (folder: string, holder: { readonly pid: number; readonly address?: string } | undefined): Text => {
  const who = holder ? (holder.address ?? `pid ${holder.pid}`) : undefined;
  return {
    ja: `記録の置き場所「${folder}」は、動いている別の初動${who === undefined ? '' : `（${who}）`}が使っています。そちらを開くか、止めるか、--data で別のフォルダーを指定してください。`,
    en: `Another running Shodo${who === undefined ? '' : ` (${who})`} uses the data folder “${folder}”: open that one, stop it, or name another folder with --data.`,
  };
};

const keysProblem = (folder: string, code: string): Text => ({
  ja: `鍵の置き場所「${folder}」を使えません（${code}）。書き込めるフォルダーを --keys で指定してください。`,
  en: `The key folder “${folder}” cannot be used (${code}): name a writable one with --keys.`,
});

type Opened = {
  readonly record: ServerRecord;
  readonly keys: string;
  readonly named: (address: string) => void;
  readonly release: () => void;
};

/** Takes the folder for this server alone and opens the record in it; a damaged file comes back as a sentence. */
const openFolder = async (...args: Parameters<typeof takeFolder>): Promise<Result<Opened, Text>> => {
  try {
    return await takeFolder(...args);
  } catch (error) {
    const text = error instanceof DatabaseRefused ? error.text : sayUnopened(args[0].data, error);
    if (text) return fail(text);
    throw error;
  }
};

const takeFolder = async (
  { data, keys = defaultKeyFolder(), ...options }: StartOptions,
  report: (line: string) => void,
  now: () => string,
): Promise<Result<Opened, Text>> => {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const former = findFormer(data, keys);
  const held = lockFolder(data);
  if (!('lock' in held)) return fail(heldProblem(data, held.heldBy));
  const { name, release } = held.lock;
  const brokenKeys = probeFolder(keys);
  if (brokenKeys !== undefined) {
    release();
    return fail(keysProblem(keys, brokenKeys));
  }
  if (former?.rescued !== undefined) {
    release();
    return fail(sayRescued(data, former.rescued));
  }
  try {
    tidyWorkFolders(data);
    if (former) noteBegan(data, former, now());
    const record = await openRecord({ folder: data, keys, bundle: options.bundle, version: options.version, now, report });
    return succeed({ record, keys, named: name, release });
  } catch (error) {
    release();
    throw error;
  }
};

/** Checks the host and the data folder, then listens. What a person can cure comes back as one sentence. */
export const startServer = async ({ host, port, data, ...options }: StartOptions): Promise<Result<Started, Text>> => {
  const bound = loopback[host.toLowerCase()];
  if (bound === undefined) return fail(hostProblem(host));
  const broken = probeFolder(data);
  if (broken !== undefined) return fail(folderProblem(data, broken));
  const { report = console.error, now = () => new Date().toISOString() } = options;
  const opened = await openFolder({ ...options, host, port, data }, report, now);
  if (!opened.ok) return opened;
  const { record, keys, named, release } = opened.value;
  const secondPlace = keepSecondPlace(record, keys, now, report);
  const app = createServer({ ...options, record, safety: { secondPlace, keys }, report, now });
  // Listeners are let go first, so that closing does not wait for them.
  app.addHook('preClose', async () => record.live.close());
  app.addHook('onClose', async () => {
    await secondPlace.close();
    await record.close();
    release();
  });
  try {
    await app.listen({ host: bound, port });
  } catch (error) {
    await app.close();
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return fail(listenProblem(port, code));
  }
  const address = app.server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  const at = `http://${bound === '::1' ? '[::1]' : bound}:${actual}`;
  named(at);
  return succeed({ app, address: at, remindSecondPlace: secondPlace.remind, beganAnew: readBegan(data)?.text, close: () => app.close() });
};
