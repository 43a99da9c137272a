import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { EdgeCode } from './problem-table.ts';
import { edgeProblem, sendProblem } from './send-problem.ts';

const ownNames = ['localhost', '127.0.0.1', '[::1]'];
const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Host headers that mean this machine at this port. A page that rebinds its name to 127.0.0.1 sends its own name. */
const ownHosts = (port: number): ReadonlySet<string> =>
  new Set(ownNames.flatMap((name) => [`${name}:${port}`, ...(port === 80 ? [name] : [])]));

const hostsNamed = (rawHeaders: readonly string[]): number => {
  let named = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] as string;
    if (name.length === 4 && name.toLowerCase() === 'host') named += 1;
  }
  return named;
};

const essenceOf = (contentType: string | undefined): string => (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

const carriesBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';

/**
 * Loopback is not private: any page open in the same browser can send requests here. Returns why a request is refused.
 * A write needs our own Origin (or none: not a browser), no foreign Sec-Fetch-Site, and JSON, which no plain form can send.
 */
const refuseRequest = (request: FastifyRequest, own: ReadonlySet<string>): EdgeCode | undefined => {
  const { headers, method } = request;
  const host = headers.host?.toLowerCase();
  // Named twice, or with another name in its address (`GET http://…`): which one is meant is not ours to guess.
  const once = hostsNamed(request.raw.rawHeaders) <= 1 && request.raw.url?.startsWith('/');
  if (host === undefined || !once || !own.has(host)) return 'wrong-host';
  if (reading.has(method)) return undefined;
  const { origin } = headers;
  if (origin !== undefined && origin.toLowerCase() !== `http://${host}`) return 'cross-site';
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'cross-site';
  const packed = (headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity';
  if (carriesBody(request) && (packed || essenceOf(headers['content-type']) !== 'application/json')) return 'not-json';
  return undefined;
};

const portOf = (app: FastifyInstance): number => {
  const address = app.server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

/** Puts the guard before every route, also before “not found”. */
export const guardRequests = (app: FastifyInstance): void => {
  let port = 0;
  let own = ownHosts(port);
  app.addHook('onRequest', (request, reply, done) => {
    // Known only once the server listens, and the same from then on.
    if (port === 0) {
      port = portOf(app);
      own = ownHosts(port);
    }
    const code = refuseRequest(request, own);
    if (code === undefined) done();
    else sendProblem(request, reply, edgeProblem(code));
  });
};
