import type { FastifyInstance } from 'fastify';
import { assessCase, describeApi, type Health, listCases, listDirectory, sayProblem } from '../app/index.ts';
import type { Bundle } from '../core/index.ts';
import { sendProblem } from './send-problem.ts';

export type ApiOptions = { readonly bundle: Bundle; readonly version: string; readonly now: () => string };

/** /api/v1 and /healthz. Answers of the API are never kept by a cache. */
export const addApiRoutes = (app: FastifyInstance, { bundle, version, now }: ApiOptions): void => {
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/') || request.url === '/healthz') reply.header('cache-control', 'no-store');
  });

  app.post('/api/v1/assess', async (request, reply) => {
    const answer = assessCase(bundle, request.body, { now: now() });
    return answer.ok ? answer.value : sendProblem(request, reply, answer.error);
  });

  app.get('/api/v1/cases', async () => listCases(bundle));

  app.get<{ Querystring: { table?: string } }>('/api/v1/directory', async (request, reply) => {
    const { table } = request.query;
    if (table === undefined || table === 'before' || table === 'during') return listDirectory(bundle, table);
    return sendProblem(request, reply, sayProblem('wrong-type', { field: 'table' }));
  });

  app.get('/api/v1/openapi.json', async () => describeApi());

  app.get('/healthz', async (): Promise<Health> => ({ status: 'ok', version, bundle: { version: bundle.version, hash: bundle.hash } }));
};
