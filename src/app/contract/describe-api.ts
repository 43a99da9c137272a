import * as z from 'zod/mini';
import './assess.ts';
import './lists.ts';
import './problem.ts';
import './record.ts';
import './safety.ts';
import { foreign, type Json, json, problem, ref } from './describe-pieces.ts';
import { recordPaths } from './record-paths.ts';
import { contractSchemas } from './registry.ts';

const paths: Json = {
  '/api/v1/assess': {
    post: {
      operationId: 'assess',
      summary: 'Which duties apply, to whom, by when, why, and what to ask next.',
      requestBody: { required: true, content: { 'application/json': { schema: ref('AssessRequest') } } },
      responses: {
        '200': json('AssessResult', 'The answer. A missing fact is never “no”.'),
        '400': problem('Not JSON, or not a request of this contract.'),
        '403': problem('A write that another site asked for.'),
        '413': problem('More than 1 MB.'),
        '415': problem('Only application/json is taken.'),
        '422': problem('An unknown fact, an unknown value, or a moment that cannot be read; names the nearest.'),
        ...foreign,
      },
    },
  },
  '/api/v1/cases': {
    get: {
      operationId: 'listCases',
      summary: 'The kinds of thing that happened.',
      responses: { '200': json('CaseList', 'All cases.'), ...foreign },
    },
  },
  '/api/v1/directory': {
    get: {
      operationId: 'listDirectory',
      summary: 'Whom to call and what to read.',
      parameters: [{ name: 'table', in: 'query', required: false, schema: { type: 'string', enum: ['before', 'during'] } }],
      responses: { '200': json('Directory', 'The entries.'), '400': problem('There is no such table.'), ...foreign },
    },
  },
  '/api/v1/openapi.json': {
    get: {
      operationId: 'describeApi',
      summary: 'This document.',
      responses: { '200': { description: 'OpenAPI 3.1.', content: { 'application/json': { schema: { type: 'object' } } } }, ...foreign },
    },
  },
  ...recordPaths,
  '/healthz': {
    get: {
      operationId: 'health',
      summary: 'Is the server up, and with which knowledge?',
      responses: { '200': json('Health', 'It is.'), ...foreign },
    },
  },
};

const componentsOf = (): Json => {
  const { schemas } = z.toJSONSchema(contractSchemas, {
    metadata: contractSchemas,
    io: 'input',
    uri: (id) => `#/components/schemas/${id}`,
  });
  const bare = Object.entries(schemas).map(([name, { $schema: _dialect, $id: _id, id: _name, ...schema }]) => [name, schema] as const);
  return Object.fromEntries(bare.sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** The OpenAPI 3.1 document of the HTTP interface, from the very schemas that read requests. */
export const describeApi = (): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'Shodo',
    version: '1.0',
    summary: 'What to do now, who must be told, by when.',
    description: 'Answers on this machine only, from the knowledge built into it. Not legal advice.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  paths,
  components: { schemas: componentsOf() },
});
