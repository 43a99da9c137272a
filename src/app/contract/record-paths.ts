import { foreign, type Json, json, problem, ref } from './describe-pieces.ts';

const query = (name: string, description: string, schema: Json): Json => ({ name, in: 'query', required: false, description, schema });

const unknown = { '404': problem('There is no incident under this id.') };
const id: Json = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } };
const after = query('after', 'Give what comes after this place.', { type: 'integer', minimum: 0 });
const limit = (most: number, usual: number): Json =>
  query('limit', 'How many at most.', { type: 'integer', minimum: 1, maximum: most, default: usual });
const seen: Json = {
  name: 'Last-Event-ID',
  in: 'header',
  required: false,
  description: 'Where to resume; a browser sends it by itself.',
  schema: { type: 'string' },
};

const sent: Json = {
  required: true,
  content: { 'application/json': { schema: { oneOf: [ref('ProposedEntries'), ref('Sayings')] } } },
};
const refusals = {
  '400': problem('Not JSON, or a field that is missing, unknown or of the wrong form.'),
  '403': problem('A write that another site asked for.'),
  '409': problem('Another entry has this id.'),
  '413': problem('More than 12 MB.'),
  '415': problem('Only application/json is taken.'),
  '422': problem('An unknown kind, a signature or a part that does not fit, or a value that cannot be.'),
  ...foreign,
};
const stream = {
  '200': {
    description: 'Events whose data is one linked entry with its parts; a comment every 15 seconds.',
    content: { 'text/event-stream': { schema: { type: 'string' } } },
  },
  '503': problem('Too many screens are listening.'),
  ...foreign,
};

/** What the OpenAPI document says of the record. */
export const recordPaths: Json = {
  '/api/v1/incidents': {
    get: {
      operationId: 'listIncidents',
      summary: 'The incidents with their coming deadlines, the newest first.',
      parameters: [query('cursor', '`next` of the page before.', { type: 'string' }), limit(100, 50)],
      responses: { '200': json('IncidentList', 'A page.'), '400': problem('A parameter of the wrong form.'), ...foreign },
    },
    post: {
      operationId: 'beginIncident',
      summary: 'Begins an incident; the first entry is incident.reported. Sent twice, it is one.',
      requestBody: sent,
      responses: { '200': json('Places', 'Kept, and put in order.'), ...refusals, ...unknown },
    },
  },
  '/api/v1/incidents/{id}': {
    get: {
      operationId: 'showIncident',
      summary: 'One incident whole, for other programs: what it comes to, duties, words, entries.',
      parameters: [id],
      responses: { '200': json('IncidentShown', 'The incident.'), ...unknown, ...foreign },
    },
  },
  '/api/v1/incidents/{id}/entries': {
    get: {
      operationId: 'readIncident',
      summary: 'A stretch of the log with its parts, as replicas read it.',
      parameters: [id, after, limit(1000, 1000)],
      responses: { '200': json('LogPage', 'The stretch.'), '400': problem('A parameter of the wrong form.'), ...unknown, ...foreign },
    },
    post: {
      operationId: 'addEntries',
      summary: 'Adds entries. Those that may not take effect are kept with the reason in `refusal`. Sent twice, they are there once.',
      parameters: [id],
      requestBody: sent,
      responses: { '200': json('Places', 'Kept on the disk, and put in order.'), ...refusals, ...unknown },
    },
  },
  '/api/v1/incidents/{id}/live': {
    get: {
      operationId: 'followIncident',
      summary: 'What is added to an incident, as it is added.',
      parameters: [id, after, seen],
      responses: stream,
    },
  },
  '/api/v1/live': {
    get: {
      operationId: 'followLogs',
      summary: 'What is added to several logs, over one connection.',
      parameters: [
        {
          name: 'log',
          in: 'query',
          required: true,
          description: '`incident:<uuid>:<after>`, once for each log.',
          schema: { type: 'array', items: { type: 'string' }, maxItems: 50 },
        },
        seen,
      ],
      responses: { ...stream, '400': problem('A log of the wrong form.') },
    },
  },
  '/api/v1/organisation': {
    get: {
      operationId: 'showOrganisation',
      summary: 'The organisation of this server.',
      responses: { '200': json('OrganisationHead', 'Its id and how far its log reaches.'), ...foreign },
    },
  },
  '/api/v1/organisation/entries': {
    get: {
      operationId: 'readOrganisation',
      summary: 'A stretch of the organisation’s log with its parts.',
      parameters: [after, limit(1000, 1000)],
      responses: { '200': json('LogPage', 'The stretch.'), '400': problem('A parameter of the wrong form.'), ...foreign },
    },
    post: {
      operationId: 'addOrganisationEntries',
      summary: 'Adds entries to the organisation’s log: its card.',
      requestBody: sent,
      responses: { '200': json('Places', 'Kept on the disk, and put in order.'), ...refusals },
    },
  },
  '/api/v1/organisation/live': {
    get: {
      operationId: 'followOrganisation',
      summary: 'What is added to the organisation’s log.',
      parameters: [after, seen],
      responses: stream,
    },
  },
  '/api/v1/deadlines': {
    get: {
      operationId: 'listDeadlines',
      summary: 'Coming deadlines over all open incidents, the earliest first.',
      parameters: [limit(1000, 50)],
      responses: { '200': json('DeadlineList', 'The deadlines.'), '400': problem('A parameter of the wrong form.'), ...foreign },
    },
  },
  '/api/v1/incidents/{id}/export': {
    get: {
      operationId: 'exportIncident',
      summary: 'The whole log as one file, its head signed now (docs/log-format.md).',
      parameters: [
        id,
        query('words', '`no` leaves out what people wrote; the chain still holds.', { type: 'string', enum: ['yes', 'no'] }),
      ],
      responses: {
        '200': { description: 'One canonical JSON object a line.', content: { 'application/x-ndjson': { schema: { type: 'string' } } } },
        '400': problem('A parameter of the wrong form.'),
        ...unknown,
        ...foreign,
      },
    },
  },
  '/api/v1/incidents/import': {
    post: {
      operationId: 'importIncident',
      summary: 'Takes an exported log, after all of it was checked. The same file twice is once.',
      requestBody: { required: true, content: { 'application/json': { schema: { type: 'string', description: 'The file as it is.' } } } },
      responses: {
        '200': json('Imported', 'Taken in.'),
        '403': problem('A write that another site asked for.'),
        '409': problem('The same incident is here and says something else.'),
        '413': problem('More than 1 GB.'),
        '415': problem('Only application/json is taken.'),
        '422': problem('The log does not hold; says where.'),
        ...foreign,
      },
    },
  },
  '/api/v1/second-place': {
    get: {
      operationId: 'showSecondPlace',
      summary: 'The folder that holds an encrypted copy of the record, and how far behind it is.',
      responses: { '200': json('SecondPlace', 'The state.'), ...foreign },
    },
    post: {
      operationId: 'chooseSecondPlace',
      summary: 'Names the folder (the first copy follows at once), stops with null, or tells that the recovery key is on paper.',
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              anyOf: [
                { type: 'object', required: ['folder'], properties: { folder: { type: ['string', 'null'] } } },
                {
                  type: 'object',
                  required: ['keyWritten'],
                  properties: {
                    keyWritten: { type: 'boolean', description: 'False asks for the key, which is given until true was sent.' },
                  },
                },
                {
                  type: 'object',
                  required: ['beganRead'],
                  properties: { beganRead: { const: true, description: 'The owner has read that a new record was begun.' } },
                },
              ],
            },
          },
        },
      },
      responses: {
        '200': json('SecondPlaceChosen', 'Done. Until the owner has it on paper, the key is shown.'),
        '400': problem('Not JSON, or without a folder.'),
        '403': problem('A write that another site asked for.'),
        '415': problem('Only application/json is taken.'),
        '422': problem('The folder cannot be used; says why.'),
        ...foreign,
      },
    },
  },
};
