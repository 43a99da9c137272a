import { randomUUID } from 'node:crypto';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { sayProblem } from '../app/index.ts';
import type { Bundle } from '../core/index.ts';
import { answerBroken, answerUnmetExpectations } from './answer-broken.ts';
import { addApiRoutes } from './api-routes.ts';
import { diskTrouble } from './disk-trouble.ts';
import { guardRequests } from './guard-requests.ts';
import type { ServerRecord } from './record/open-record.ts';
import { RecordTrouble } from './record/record-trouble.ts';
import { addRecordRoutes } from './record-routes.ts';
import { refuseLost } from './refuse-lost.ts';
import { addSafetyRoutes } from './safety/safety-routes.ts';
import type { SecondPlace } from './safety/second-place.ts';
import { headersFor, setSecurityHeaders } from './security-headers.ts';
import { addSiteRoutes } from './site-routes.ts';
import { edgeProblem, sendProblem } from './send-problem.ts';

export type ServerOptions = {
  readonly bundle: Bundle;
  readonly record: ServerRecord;
  /** Where the encrypted copy goes, and the folder of the keys. Without it no log goes out or in, as in some tests. */
  readonly safety?: { readonly secondPlace: SecondPlace; readonly keys: string };
  /** Folder of the built pages. */
  readonly site: string;
  /** Version of the program. */
  readonly version: string;
  /** RFC 3339, now. */
  readonly now?: () => string;
  /** Where the operator reads of failures; one line of JSON each. */
  readonly report?: (line: string) => void;
};

const megabyte = 1024 * 1024;

/** Milliseconds that one request may take to arrive. */
const patience = 30_000;

const answerError =
  (report: (line: string) => void) =>
  (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    if (error.statusCode === 413) return sendProblem(request, reply, edgeProblem('too-large'));
    if (error.statusCode === 415) return sendProblem(request, reply, edgeProblem('not-json'));
    // One of our own that came from what is stored is no mistake of who asked.
    if (
      (error instanceof SyntaxError && error.statusCode === 400) ||
      error.code === 'FST_ERR_CTP_INVALID_JSON_BODY' ||
      error.code === 'FST_ERR_CTP_EMPTY_JSON_BODY'
    )
      return sendProblem(request, reply, sayProblem('bad-json'));
    if (error.statusCode !== undefined && error.statusCode < 500)
      return sendProblem(request, reply, edgeProblem(error.statusCode === 404 ? 'not-found' : 'bad-request'));
    // Lost files are reported once, by who found it out.
    const isTold = error instanceof RecordTrouble && error.code === 'SQLITE_READONLY_DBMOVED';
    // What was sent is never written down: it may tell of an incident.
    if (!isTold)
      report(
        JSON.stringify({
          level: 'error',
          requestId: request.id,
          method: request.method,
          path: request.url.split('?', 1)[0],
          error: error.stack ?? error.message,
        }),
      );
    const problem = edgeProblem(diskTrouble(error) ?? 'internal');
    return sendProblem(request, reply, error instanceof RecordTrouble ? { ...problem, message: error.text } : problem);
  };

/** The HTTP server, not yet listening. It opens no connection of its own. */
export const createServer = ({
  bundle,
  record,
  safety,
  site,
  version,
  now = () => new Date().toISOString(),
  report = console.error,
}: ServerOptions): FastifyInstance => {
  const onError = answerError(report);
  const app = fastify({
    logger: false,
    bodyLimit: megabyte,
    genReqId: () => randomUUID(),
    requestTimeout: patience,
    // A missing Host meets our own guard, which says so; slow requests are looked for often enough to end near their limit.
    // Node takes the longer of the two limits for the whole request, so that of the headers is given too.
    http: { requireHostHeader: false, headersTimeout: 15_000, requestTimeout: patience, connectionsCheckingInterval: 5_000 },
    clientErrorHandler: answerBroken,
    forceCloseConnections: true,
    return503OnClosing: true,
    // An address that cannot be decoded reaches no hook: the headers of every answer are set here.
    frameworkErrors: (error, request, reply) => {
      onError(error, request, reply.headers(headersFor(request)));
    },
  });
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler(onError);
  answerUnmetExpectations(app);
  setSecurityHeaders(app);
  guardRequests(app);
  refuseLost(app, record);
  addApiRoutes(app, { bundle, version, now });
  addRecordRoutes(app, { record, bundle });
  if (safety) addSafetyRoutes(app, { record, ...safety });
  addSiteRoutes(app, site);
  return app;
};
