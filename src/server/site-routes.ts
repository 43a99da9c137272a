import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { notFoundPage } from './not-found-page.ts';
import { edgeProblem, sendProblem } from './send-problem.ts';

const forever = 'public, max-age=31536000, immutable';

/** Files under assets/ carry their hash in their name; everything else may change with the next build. */
const cacheFor = (path: string): string => (/[\\/]assets[\\/]/.test(path) ? forever : 'no-cache');

const methodsByPath: Readonly<Record<string, string>> = {
  '/api/v1/assess': 'POST',
  '/api/v1/cases': 'GET, HEAD',
  '/api/v1/directory': 'GET, HEAD',
  '/api/v1/openapi.json': 'GET, HEAD',
  '/healthz': 'GET, HEAD',
  '/api/v1/incidents': 'GET, HEAD, POST',
  '/api/v1/incidents/import': 'POST',
  '/api/v1/live': 'GET, HEAD',
  '/api/v1/organisation': 'GET, HEAD',
  '/api/v1/organisation/entries': 'GET, HEAD, POST',
  '/api/v1/organisation/live': 'GET, HEAD',
  '/api/v1/deadlines': 'GET, HEAD',
  '/api/v1/second-place': 'GET, HEAD, POST',
};

const methodsByPattern: readonly (readonly [pattern: RegExp, methods: string])[] = [
  [/^\/api\/v1\/incidents\/[^/]+\/entries$/, 'GET, HEAD, POST'],
  [/^\/api\/v1\/incidents\/[^/]+(\/(live|export))?$/, 'GET, HEAD'],
];

const methodsOf = (path: string): string | undefined =>
  methodsByPath[path] ?? methodsByPattern.find(([pattern]) => pattern.test(path))?.[1];

/** The pages' style sheet, under whatever name its bytes gave it. */
const styleOf = (site: string): string | undefined => {
  const assets = join(site, 'assets');
  const name = existsSync(assets) ? readdirSync(assets).find((file) => /^style-\w+\.css$/.test(file)) : undefined;
  return name && `/assets/${name}`;
};

const answerNotFound =
  (site: string) =>
  (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const path = request.url.split('?', 1)[0] ?? '/';
    const allowed = methodsOf(path) ?? (request.method === 'GET' || request.method === 'HEAD' ? undefined : 'GET, HEAD');
    if (allowed !== undefined) return sendProblem(request, reply.header('allow', allowed), edgeProblem('wrong-method'));
    if (path.startsWith('/api/')) return sendProblem(request, reply, edgeProblem('not-found'));
    const lang = path === '/en' || path.startsWith('/en/') ? 'en' : 'ja';
    return reply
      .code(404)
      .headers({ 'cache-control': 'no-cache', 'content-language': lang })
      .type('text/html; charset=utf-8')
      .send(notFoundPage(lang, styleOf(site)));
  };

/** The built pages and assets, as they lie on disk (already compressed), and a kind page where there is none. */
export const addSiteRoutes = (app: FastifyInstance, site: string): void => {
  const home = existsSync(join(site, 'index.html')) ? 'index.html' : 'ja/index.html';
  app.register(fastifyStatic, {
    root: site,
    preCompressed: true,
    cacheControl: false,
    redirect: true,
    setHeaders: (reply, path) => {
      reply.header('cache-control', cacheFor(path));
    },
  });
  app.get('/', async (_request, reply) => reply.sendFile(home));
  app.setNotFoundHandler(answerNotFound(site));
};
