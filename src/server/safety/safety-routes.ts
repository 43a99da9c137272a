import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyInstance } from 'fastify';
import { importLog, type ImportRefusal, type Problem, sayProblem, splitLines } from '../../app/index.ts';
import { idOfLog, isUuid, type LogName } from '../../core/index.ts';
import { nodeHasher } from '../record/node-hasher.ts';
import type { ServerRecord } from '../record/open-record.ts';
import { sendProblem } from '../send-problem.ts';
import { openBackupKey } from './backup-key.ts';
import { openSealCheck } from './check-seals.ts';
import { forgetBegan, readBegan } from './former-record.ts';
import { withWorkFolder } from './make-backup.ts';
import type { SecondPlace, SecondPlaceState } from './second-place.ts';

const fileMost = 1024 * 1024 * 1024;
/** Small, so that reading a long file leaves room for other requests between the pieces. */
const pieceSize = 32 * 1024;

const placeOf = (refusal: ImportRefusal): string => {
  const [first] = refusal.code === 'log-broken' ? refusal.proof.breaches : [];
  if (!first) return refusal.code;
  const where = [first.seq !== undefined && `seq ${first.seq}`, first.line !== undefined && `line ${first.line}`, first.part];
  return [first.what, ...where.filter(Boolean)].join(' ');
};

const problemOf = (refusal: ImportRefusal): Problem =>
  ['diverged', 'gap', 'chain-broken', 'id-taken'].includes(refusal.code)
    ? sayProblem('log-diverged')
    : sayProblem('log-broken', { value: placeOf(refusal) });

/** Writes what comes to a file and says its hash. */
const spool = async (from: Readable, to: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(
    from,
    async function* (pieces: AsyncIterable<Buffer>) {
      for await (const piece of pieces) {
        hash.update(piece);
        yield piece;
      }
    },
    createWriteStream(to, { mode: 0o600 }),
  );
  return hash.digest('hex');
};

const takeFile = (record: ServerRecord, body: Readable) =>
  withWorkFolder(record.folder, async (work) => {
    const path = join(work, 'import.jsonl');
    const file = await spool(body, path);
    const tools = { hash: nodeHasher, check: openSealCheck(), own: new Set([record.signer.device]) };
    const done = await importLog(record.store, () => splitLines(createReadStream(path, { highWaterMark: pieceSize })), tools);
    if (!done.ok || done.value.added === 0) return done;
    const { log, entries, proof } = done.value;
    const signer = proof.witnessed.at(-1)?.signer;
    const trace = { log, head: proof.head.chain, entries, file, ...(signer !== undefined && { signer }) };
    await record.say({ sayings: [{ kind: 'incident.imported', body: trace }] }, record.organisation);
    return done;
  });

type Parts = { readonly record: ServerRecord; readonly secondPlace: SecondPlace; readonly keys: string };

/** Passing a log on, taking one in, and the second place. */
export const addSafetyRoutes = (app: FastifyInstance, { record, secondPlace, keys }: Parts): void => {
  app.get<{ Params: { id: string }; Querystring: { words?: string } }>('/api/v1/incidents/:id/export', async (request, reply) => {
    const { id } = request.params;
    const log: LogName = `incident:${id}`;
    if (!isUuid(id) || record.reads.headOf(log).seq === 0)
      return sendProblem(request, reply, sayProblem('unknown-incident', { field: 'id' }));
    const { words = 'yes' } = request.query;
    if (words !== 'yes' && words !== 'no') return sendProblem(request, reply, sayProblem('wrong-type', { field: 'words' }));
    await record.witness(log);
    return reply
      .type('application/x-ndjson; charset=utf-8')
      .header('content-disposition', `attachment; filename="shodo-${id}.jsonl"`)
      .send(record.reader.stream('export', { log, withoutWords: words === 'no' }));
  });

  // The file comes as it is: read piece by piece, never as one JSON value.
  app.register(async (scope) => {
    scope.removeContentTypeParser('application/json');
    scope.addContentTypeParser('application/json', (_request, payload, done) => done(null, payload));
    scope.post('/api/v1/incidents/import', { bodyLimit: fileMost }, async (request, reply) => {
      const done = await takeFile(record, request.body as Readable);
      if (!done.ok) return sendProblem(request, reply, problemOf(done.error));
      const { log, entries, added } = done.value;
      return reply.send({ id: idOfLog(log), log, entries, added });
    });
  });

  /** With the state goes, until it was read, that this record was begun where there was one before. */
  const shown = (state: SecondPlaceState): object => {
    const began = readBegan(record.folder);
    return { ...state, ...(began && { began }) };
  };
  app.get('/api/v1/second-place', async (_request, reply) => reply.send(shown(secondPlace.state())));
  // The recovery key goes out with an answer to a person's act, and only until they say that it is on paper.
  const withKey = async (state: SecondPlaceState): Promise<object> =>
    state.keyWritten ? shown(state) : { ...shown(state), recoveryKey: (await openBackupKey(keys)).identity };
  app.post('/api/v1/second-place', async (request, reply) => {
    const { folder, keyWritten, beganRead } = (request.body ?? {}) as Readonly<Record<'folder' | 'keyWritten' | 'beganRead', unknown>>;
    if (beganRead === true) forgetBegan(record.folder);
    if (beganRead === true) return reply.send(secondPlace.state());
    if (keyWritten === true) return reply.send(shown(secondPlace.noteKeyWritten()));
    if (keyWritten === false) return reply.send(await withKey(secondPlace.state()));
    if (folder === null) return reply.send(shown(secondPlace.stop()));
    if (typeof folder !== 'string') return sendProblem(request, reply, sayProblem('missing-field', { field: 'folder' }));
    const chosen = await secondPlace.choose(folder);
    if (!chosen.ok) return sendProblem(request, reply, { ...sayProblem('bad-folder', { field: 'folder' }), message: chosen.error });
    return reply.send(await withKey(chosen.value));
  });
};
