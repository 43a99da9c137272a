import * as z from 'zod/mini';
import { contractSchemas } from './registry.ts';

const strings = { type: 'array', items: { type: 'string' } };

/** Told apart only by the catalogue, so `readFacts` of the core reads it, and names what is wrong. */
const knownSchema = z.unknown().register(contractSchemas, {
  id: 'Known',
  description:
    'What is known of one fact: the set of values still possible. `null` or `"unknown"`: asked, not known. one-of: a value, or `in`. ' +
    'some-of: an array is the whole set (what is not named is no); `has` and `not` leave the rest open. number: a number, or `min` and `max`. ' +
    'instant: RFC 3339 with offset, a civil date, or `after` and `before`.',
  anyOf: [
    { type: ['boolean', 'string', 'number', 'null'] },
    strings,
    { type: 'object', properties: { in: strings }, required: ['in'] },
    { type: 'object', properties: { has: strings, not: strings } },
    { type: 'object', properties: { min: { type: 'number' }, max: { type: 'number' } } },
    { type: 'object', properties: { after: { type: 'string' }, before: { type: 'string' } } },
  ],
});

export const factsSchema = z
  .record(z.string(), knownSchema)
  .register(contractSchemas, { id: 'Facts', description: 'Fact names of the catalogue (or their aliases) to what is known of each.' });

export const learnedSchema = z.record(z.string(), z.unknown()).register(contractSchemas, {
  id: 'Learned',
  description:
    'When each fact was learned by any department, as a civil date or an instant; `default` stands for the rest, else `knownAt`.',
  additionalProperties: { type: 'string' },
});
