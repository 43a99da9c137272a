import type { FastifyInstance } from 'fastify';
import { fail, type Result, succeed } from '../app/index.ts';
import type { Text } from '../core/index.ts';
import { createServer, type ServerOptions } from './create-server.ts';
import { probeFolder } from './data-folder.ts';

export type StartOptions = ServerOptions & { readonly host: string; readonly port: number; readonly data: string };

export type Started = { readonly app: FastifyInstance; readonly address: string; close(): Promise<void> };

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

/** Checks the host and the data folder, then listens. What a person can cure comes back as one sentence. */
export const startServer = async ({ host, port, data, ...options }: StartOptions): Promise<Result<Started, Text>> => {
  const bound = loopback[host.toLowerCase()];
  if (bound === undefined) return fail(hostProblem(host));
  const broken = probeFolder(data);
  if (broken !== undefined) return fail(folderProblem(data, broken));
  const app = createServer(options);
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
  return succeed({ app, address: `http://${bound === '::1' ? '[::1]' : bound}:${actual}`, close: () => app.close() });
};
