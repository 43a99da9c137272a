import { describe, expect, it } from 'vitest';
import { knowledge } from '../../../test/support/knowledge.ts';
import { incidentLog, linkAll, openDevice, reported } from '../../../test/support/pens.ts';
import { randomFrom } from '../../../test/support/random.ts';
import { blockersOf, dutiesOf } from '../filings/duties.ts';
import { foldIncident } from './fold-incident.ts';
import { type Kind, type Saying, shapes } from './kinds.ts';
import { readEntry } from './read-entry.ts';
import type { Field, Fields, OptionalField } from './shape.ts';
import { timelineOf } from './timeline.ts';

const log = incidentLog(6);
const random = randomFrom(61);
const names = ['constructor', 'toString', 'default', 'knownAt', 'maliciousAct', 'subjectsMax', 'eventType', 'a', 'F-01', '090-1234-5678'];
const moments = [
  '2026-11-25',
  '2026-11-25T09:00+09:00',
  '1900-01-01T00:00:00Z',
  '2199-12-31T23:59:59-12:00',
  '2026-11-25T09:00:00+09:00[Nowhere/Land]',
];
const loose: readonly unknown[] = [
  null,
  true,
  -0,
  0.5,
  7,
  'leak',
  [],
  ['leak', 'loss'],
  { in: 5 },
  { in: ['a'] },
  { has: 'x' },
  { has: [], not: ['leak'] },
  { min: 3 },
  { min: 'a' },
  { after: 5 },
  { after: '2026-11-25' },
  { before: '2026-11-20' },
  {},
  { after: '2026-11-25', min: 3 },
];
const uuid = (): string => `019ac000-0000-7000-8000-00000000000${random.below(4)}`;

const sample = (field: Field): unknown => {
  switch (field.is) {
    case 'part':
      return { part: uuid(), commit: random.pick(['0', '1']).repeat(64) };
    case 'uuid':
      return uuid();
    case 'hash':
      return 'a'.repeat(64);
    case 'zone':
      return random.pick(['Asia/Tokyo', 'Nowhere/Land', 'UTC']);
    case 'moment':
      return random.pick(moments);
    case 'day':
      return random.pick(['2026-11-25', '2199-12-31']);
    case 'name':
      return random.pick(names);
    case 'count':
      return random.below(9);
    case 'yes-no':
      return random.chance(0.5);
    case 'code':
      return random.pick(field.of);
    case 'list':
      return Array.from({ length: random.below(3) }, () => sample(field.of));
    case 'map':
      return Object.fromEntries(Array.from({ length: random.below(3) }, () => [random.pick(names), sample(field.of)]));
    case 'record':
      return body(field.fields);
    case 'facts':
      return Object.fromEntries(Array.from({ length: 1 + random.below(3) }, () => [random.pick(names), random.pick(loose)]));
    case 'learned':
      return Object.fromEntries(Array.from({ length: random.below(2) }, () => [random.pick(names), random.pick(moments)]));
  }
};
const body = (fields: Fields): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]: [string, Field | OptionalField]) =>
      'optional' in field && random.chance(0.5) ? [] : [[key, sample(field)]],
    ),
  );

describe('whatever is accepted', () => {
  it('can be folded, pictured, decided on and shown [LOG-19]', () => {
    let accepted = 0;
    for (let round = 0; round < 60; round++) {
      const devices = [openDevice(1000 + round, { signs: false }), openDevice(5000 + round, { signs: false })] as const;
      const said = Array.from({ length: 12 }, () => {
        const kind = random.pick(Object.keys(shapes)) as Kind;
        return random.pick(devices).say(log, { kind, body: body(shapes[kind]) } as unknown as Saying);
      }).filter((signed) => 'signed' in readEntry(JSON.parse(JSON.stringify(signed))));
      accepted += said.length;
      const records = linkAll(log, [devices[0].say(log, reported), ...said]);
      const incident = foldIncident(log, records);
      blockersOf(dutiesOf(knowledge, incident));
      timelineOf(incident, records);
      expect(structuredClone(incident)).toEqual(incident);
    }
    expect(accepted).toBeGreaterThan(400);
  });
});
