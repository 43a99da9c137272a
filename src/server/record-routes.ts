import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Problem, type Result, sayProblem } from '../app/index.ts';
import { type Bundle, idOfLog, isUuid, type LogName, uuidV7 } from '../core/index.ts';
import { bytesOf } from './record/hot-reads.ts';
import type { Said, ServerRecord } from './record/open-record.ts';
import { isSayings, readSayings } from './record/read-sayings.ts';
import { edgeProblem, sendProblem } from './send-problem.ts';

/** Entries with their pictures are larger than other requests. */
const entriesBodyMost = 12 * 1024 * 1024;

const pageMost = 100;
const pageUsual = 50;
const pieceMost = 1000;
const liveLogsMost = 50;

type WithId = { Params: { id: string } };
type Query = Readonly<Record<string, string | string[] | undefined>>;

const json = (reply: FastifyReply, text: string | Buffer): FastifyReply => reply.type('application/json; charset=utf-8').send(text);

const count = (query: Query, name: string, usual: number, most: number): number | undefined => {
  const said = query[name];
  if (said === undefined) return usual;
  return typeof said === 'string' && /^\d{1,15}$/.test(said) ? Math.min(Number(said), most) : undefined;
};

const wrong = (request: FastifyRequest, reply: FastifyReply, field: string) =>
  sendProblem(request, reply, sayProblem('wrong-type', { field }));

/** Where an entry went. Written by hand: every append answers with this. */
const placesText = ({ log, entries, links, head: { seq, chain } }: Said): string =>
  `{"id":"${idOfLog(log)}","log":"${log}","head":${JSON.stringify({ log, seq, chain })},"links":[${links
    .map(({ seq, arrivedAt, skewSeconds, refusal, chain }, i) =>
      JSON.stringify({ id: entries[i], seq, arrivedAt, skewSeconds, refusal, chain }),
    )
    .join(',')}]}`;

/** The record over HTTP: incidents, the organisation, their entries, and what comes of them. */
export const addRecordRoutes = (
  app: FastifyInstance,
  { record, bundle }: { readonly record: ServerRecord; readonly bundle: Bundle },
): void => {
  const { reads, summaries } = record;
  const large = { bodyLimit: entriesBodyMost };

  const answerPlaces = (request: FastifyRequest, reply: FastifyReply, done: Result<Said, Problem>): FastifyReply => {
    return done.ok ? json(reply, placesText(done.value)) : sendProblem(request, reply, done.error);
  };

  const take = async (request: FastifyRequest, reply: FastifyReply, log: LogName): Promise<FastifyReply> => {
    if (!isSayings(request.body)) return answerPlaces(request, reply, await record.propose(request.body, log));
    const read = readSayings(bundle, request.body, false);
    return read.ok ? answerPlaces(request, reply, await record.say(read.value, log)) : sendProblem(request, reply, read.error);
  };

  const piece = (request: FastifyRequest, reply: FastifyReply, log: LogName): FastifyReply => {
    const query = request.query as Query;
    const after = count(query, 'after', 0, Number.MAX_SAFE_INTEGER);
    const limit = count(query, 'limit', pieceMost, pieceMost);
    if (after === undefined) return wrong(request, reply, 'after');
    if (limit === undefined || limit === 0) return wrong(request, reply, 'limit');
    const text = reads.piece(log, after, limit);
    return text === undefined ? sendProblem(request, reply, sayProblem('unknown-incident', { field: 'id' })) : json(reply, text);
  };

  /** The log of an incident that an address names; a problem was sent where it names none. */
  const logOf = (request: FastifyRequest, reply: FastifyReply): LogName | undefined => {
    const { id } = request.params as { id: string };
    if (isUuid(id)) return `incident:${id}`;
    sendProblem(request, reply, sayProblem('unknown-incident', { field: 'id' }));
    return undefined;
  };

  const listen = (request: FastifyRequest, reply: FastifyReply, from: ReadonlyMap<string, number>): FastifyReply => {
    if (record.live.isFull()) return sendProblem(request, reply.header('retry-after', '10'), edgeProblem('too-many-listeners'));
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
    });
    raw.on('error', () => raw.destroy());
    record.live.join(raw, from);
    return reply;
  };

  /** The place to resume at: what the browser saw last stands before what the address says. */
  const resumeAt = (request: FastifyRequest, log: LogName, after: number): number => {
    const seen = request.headers['last-event-id'];
    const places = typeof seen === 'string' ? seen.split(' ') : [];
    const mine =
      places.find((place) => place.startsWith(`${log}:`))?.slice(log.length + 1) ?? (places.length === 1 ? places[0] : undefined);
    return mine !== undefined && /^\d{1,15}$/.test(mine) ? Number(mine) : after;
  };

  const liveOf = (request: FastifyRequest, reply: FastifyReply, log: LogName): FastifyReply => {
    const after = count(request.query as Query, 'after', 0, Number.MAX_SAFE_INTEGER);
    return after === undefined ? wrong(request, reply, 'after') : listen(request, reply, new Map([[log, resumeAt(request, log, after)]]));
  };

  app.post('/api/v1/incidents', large, async (request, reply) => {
    if (!isSayings(request.body)) return answerPlaces(request, reply, await record.propose(request.body, undefined));
    const read = readSayings(bundle, request.body, true);
    if (!read.ok) return sendProblem(request, reply, read.error);
    const id = read.value.id ?? uuidV7(Date.now(), randomBytes(10));
    return answerPlaces(request, reply, await record.say(read.value, `incident:${id}`));
  });

  app.get('/api/v1/incidents', async (request, reply) => {
    const query = request.query as Query;
    const limit = count(query, 'limit', pageUsual, pageMost);
    const cursor = count(query, 'cursor', Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
    if (limit === undefined || limit === 0) return wrong(request, reply, 'limit');
    if (cursor === undefined) return wrong(request, reply, 'cursor');
    const basis = summaries.basis();
    let page = reads.page(basis, cursor, limit);
    if (!page.isFresh) {
      await summaries.bring(reads.stalePage(basis, cursor, limit));
      page = reads.page(basis, cursor, limit);
    }
    const next = page.next === undefined ? 'null' : `"${page.next}"`;
    return json(reply, bytesOf('{"incidents":[', page.lines, `],"next":${next},"behind":${reads.behind()}}`));
  });

  app.get<WithId>('/api/v1/incidents/:id', async (request, reply) => {
    const log = logOf(request, reply);
    if (log === undefined) return reply;
    const row = reads.log(log);
    if (!row || row.seq === 0) return sendProblem(request, reply, sayProblem('unknown-incident', { field: 'id' }));
    const found = reads.summary(row.key);
    if (found?.seq === row.seq && found.basis === summaries.basis()) return json(reply, reads.shown(log, row, found));
    await summaries.bring([log]);
    // Someone may have gone on meanwhile: the view says its own place in `incident.seq`, the entries theirs in `head`.
    const [now, fresh] = [reads.log(log), reads.summary(row.key)];
    // Without a summary a row may be damaged: reading the entries says which.
    if (!fresh) reads.piece(log, 0, row.seq);
    return now && fresh ? json(reply, reads.shown(log, now, fresh)) : sendProblem(request, reply, edgeProblem('internal'));
  });

  app.get<WithId>('/api/v1/incidents/:id/entries', async (request, reply) => {
    const log = logOf(request, reply);
    return log === undefined ? reply : piece(request, reply, log);
  });

  app.post<WithId>('/api/v1/incidents/:id/entries', large, async (request, reply) => {
    const log = logOf(request, reply);
    return log === undefined ? reply : take(request, reply, log);
  });

  app.get<WithId>('/api/v1/incidents/:id/live', async (request, reply) => {
    const log = logOf(request, reply);
    return log === undefined ? reply : liveOf(request, reply, log);
  });

  app.get('/api/v1/live', async (request, reply) => {
    const said = (request.query as Query).log;
    const places = (Array.isArray(said) ? said : [said ?? '']).map((place) =>
      /^((?:incident|organisation):[0-9a-f-]{36}):(\d{1,15})$/.exec(place),
    );
    if (places.length > liveLogsMost || places.some((place) => !place)) return wrong(request, reply, 'log');
    return listen(
      request,
      reply,
      new Map(places.flatMap((place) => (place ? [[place[1] as string, resumeAt(request, place[1] as string, Number(place[2]))]] : []))),
    );
  });

  app.get('/api/v1/organisation', async (_request, reply) =>
    json(reply, JSON.stringify({ id: idOfLog(record.organisation), log: record.organisation, head: reads.headOf(record.organisation) })),
  );
  app.get('/api/v1/organisation/entries', async (request, reply) => piece(request, reply, record.organisation));
  app.post('/api/v1/organisation/entries', large, async (request, reply) => take(request, reply, record.organisation));
  app.get('/api/v1/organisation/live', async (request, reply) => liveOf(request, reply, record.organisation));

  app.get('/api/v1/deadlines', async (request, reply) => {
    const limit = count(request.query as Query, 'limit', pageUsual, pieceMost);
    if (limit === undefined || limit === 0) return wrong(request, reply, 'limit');
    return json(reply, `{"deadlines":[${reads.deadlines(limit).join(',')}],"behind":${reads.behind()}}`);
  });
};
