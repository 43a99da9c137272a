import type { FastifyInstance } from 'fastify';
import type { ServerRecord } from './record/open-record.ts';
import { edgeProblem, sendProblem } from './send-problem.ts';

/** Addresses that answer from the record. */
const ofRecord = /^\/(healthz$|api\/v1\/(incidents|organisation|live|deadlines|second-place)(\/|$))/;

/** Where the files of the record are lost, what is still open would be told as if it were kept: it is refused, with the cure. */
export const refuseLost = (app: FastifyInstance, record: ServerRecord): void => {
  app.addHook('onRequest', async (request, reply) => {
    const trouble = ofRecord.test(request.routeOptions.url ?? '') ? record.trouble() : undefined;
    return trouble && sendProblem(request, reply, { ...edgeProblem('record-unusable'), message: trouble.text });
  });
};
