import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { type EdgeCode, statusByCode } from './problem-table.ts';
import { headersOf } from './security-headers.ts';
import { problemBody } from './send-problem.ts';

const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  417: 'Expectation Failed',
  431: 'Request Header Fields Too Large',
};

const codeOf = (error: NodeJS.ErrnoException): EdgeCode => {
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'too-slow';
  return error.code === 'HPE_HEADER_OVERFLOW' ? 'headers-too-large' : 'bad-request';
};

/** Status, headers and body of a refusal that no route and no hook sees. The language is unknown: Japanese stands first. */
const refusal = (code: EdgeCode) => {
  const id = randomUUID();
  const body = problemBody(code, 'ja', id);
  const headers = {
    ...headersOf(id),
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': 'ja',
    'content-length': String(Buffer.byteLength(body)),
    'cache-control': 'no-store',
    connection: 'close',
  };
  return { status: statusByCode[code], headers, body };
};

/** What cannot even be read as HTTP, or comes too slowly: the same problem and the same headers as any other refusal. */
export const answerBroken = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy(error);
    return;
  }
  const { status, headers, body } = refusal(codeOf(error));
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${reasons[status] ?? 'Bad Request'}\r\n${lines.join('')}\r\n${body}`);
};

/** Node answers an unknown `Expect` by itself, bare of every header, unless someone else does. */
export const answerUnmetExpectations = (app: FastifyInstance): void => {
  app.server.on('checkExpectation', (_request: unknown, response: ServerResponse) => {
    const { status, headers, body } = refusal('unmet-expectation');
    response.writeHead(status, headers).end(body);
  });
};
