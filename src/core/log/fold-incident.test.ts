import { describe, expect, it } from 'vitest';
import { incidentLog, linkAll, openDevice, reported } from '../../../test/support/pens.ts';
import type { Kept, Linked, Signed } from './entry.ts';
import { foldIncident } from './fold-incident.ts';
import { pictureOf } from './picture.ts';

const log = incidentLog(1);

const link = (signed: readonly Signed[], refusals: Readonly<Record<number, string>> = {}): readonly Linked[] =>
  linkAll(log, signed, refusals);

const facts = (values: Record<string, never> | Record<string, number | boolean | null>) =>
  ({ kind: 'facts.recorded', body: { facts: values } }) as const;

describe('an incident, folded from its log', () => {
  it('lets a writer replace what they had seen, and keeps beside it what they had not [LOG-10]', () => {
    const [a, b] = [openDevice(1), openDevice(2)];
    const first = link([a.say(log, reported), a.say(log, facts({ subjectsMax: 500 }))]);
    const apart = link([...first, b.say(log, facts({ subjectsMax: 1200 }))]);
    expect(foldIncident(log, apart).facts.subjectsMax?.map((s) => s.value.value)).toEqual([500, 1200]);
    expect(pictureOf(foldIncident(log, apart)).facts.subjectsMax).toEqual({ min: 500, max: 1200 });
    const seen = link([...apart, b.say(log, facts({ subjectsMax: 1300 }), apart.at(-1)?.link.chain)]);
    expect(foldIncident(log, seen).facts.subjectsMax?.map((s) => s.value.value)).toEqual([1300]);
  });

  it('opens a fact that two people answered apart, and settles nothing by it [LOG-11]', () => {
    const [a, b] = [openDevice(3), openDevice(4)];
    const records = link([a.say(log, reported), a.say(log, facts({ maliciousAct: true })), b.say(log, facts({ maliciousAct: false }))]);
    const picture = pictureOf(foldIncident(log, records));
    expect(picture.facts).toEqual({});
    expect(picture.parked).toEqual([]);
  });

  it('brings back what stood before a statement that is taken back [LOG-12]', () => {
    const a = openDevice(5);
    const wrong = a.say(log, facts({ subjectsMax: 5 }));
    const back = a.say(log, { kind: 'entry.withdrawn', body: { withdraws: wrong.entry.id } });
    const records: readonly Kept[] = [a.say(log, reported), a.say(log, facts({ subjectsMax: 9 })), wrong, back];
    expect(pictureOf(foldIncident(log, records)).facts).toEqual({ subjectsMax: 9 });
    expect(Object.keys(foldIncident(log, records).withdrawn)).toEqual([wrong.entry.id]);
  });

  it('keeps what is refused, newer or unreadable, and lets it change nothing [LOG-13]', () => {
    const a = openDevice(6);
    const newer = { ...a.say(log, reported), signature: null };
    const records = link(
      [
        a.say(log, reported),
        a.say(log, { kind: 'incident.closed', body: { bundle: '0'.repeat(64) } }),
        { ...newer, entry: { ...newer.entry, id: '019ac000-0000-7000-8000-000000000001', kind: 'orbit.left.2' } },
        { ...newer, entry: { ...newer.entry, id: '019ac000-0000-7000-8000-000000000002', kind: 'severity.set', body: { level: 'L9' } } },
      ],
      { 1: 'duties-open' },
    );
    const incident = foldIncident(log, records);
    expect(incident).toMatchObject({ state: 'open', severity: [], seq: 4 });
    expect([incident.refused, incident.newer, incident.unreadable].map((l) => l.map((s) => s.value))).toEqual([
      ['duties-open'],
      ['orbit.left.2'],
      ['severity.set'],
    ]);
  });
});
