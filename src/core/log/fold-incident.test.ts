import { describe, expect, it } from 'vitest';
import { incidentLog, linkAll, openDevice, reported } from '../../../test/support/pens.ts';
import type { Kept, Linked, Signed } from './entry.ts';
import { foldIncident } from './fold-incident.ts';
import { pictureOf } from './picture.ts';
import { timelineOf } from './timeline.ts';

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

  it('lets saying the same again move no clock; only a correction can [LOG-16]', () => {
    const [a, b] = [openDevice(7), openDevice(8)];
    const learned = (at: string | undefined) =>
      ({ kind: 'facts.recorded', body: { facts: { sensitiveInfo: true }, ...(at && { learned: { sensitiveInfo: at } }) } }) as const;
    const first = link([a.say(log, reported), a.say(log, learned('2026-11-21'))]);
    const again = link([...first, b.say(log, learned('2026-11-30'), first.at(-1)?.link.chain)]);
    expect(pictureOf(foldIncident(log, again)).learned).toEqual({ sensitiveInfo: '2026-11-21' });
    const unsaid = link([a.say(log, reported), a.say(log, learned(undefined)), a.say(log, learned('2026-11-30'))]);
    expect(pictureOf(foldIncident(log, unsaid)).learned).toEqual({});
    const c = openDevice(9);
    const right = {
      kind: 'facts.corrected',
      body: { facts: { sensitiveInfo: true }, learned: { default: '2026-11-30' }, reason: c.words('記録で確認').ref },
    } as const;
    const corrected = link([...first, c.say(log, right, first.at(-1)?.link.chain)]);
    expect(pictureOf(foldIncident(log, corrected)).learned).toEqual({ sensitiveInfo: '2026-11-30' });
  });

  it('takes what it knows of an entry by a newer program, and says that there is more [LOG-17]', () => {
    const a = openDevice(10);
    const wider = a.say(log, facts({ maliciousAct: false }));
    const entry = { ...wider.entry, body: { ...wider.entry.body, mood: 'calm' } };
    const told = a.say(log, { kind: 'contact.told', body: { contact: 'jp.ppc', side: 'outside', state: 'told', way: 'phone' } });
    const pigeon = { ...told, entry: { ...told.entry, body: { ...told.entry.body, way: 'pigeon' } } };
    const incident = foldIncident(log, link([a.say(log, reported), { ...wider, entry }, pigeon]));
    expect(pictureOf(incident).facts).toEqual({ maliciousAct: false });
    expect(incident.contacts['jp.ppc']?.told.map((t) => t.value)).toEqual([{ state: 'told' }]);
    expect(incident.newer.map((n) => n.value)).toEqual(['facts.recorded', 'contact.told']);
  });

  it('folds what is named like a property of every object as any other name [LOG-13]', () => {
    const [a, b] = [openDevice(11), openDevice(12)];
    const odd = { kind: 'facts.recorded', body: { facts: { constructor: true, toString: 3 }, learned: {} } } as const;
    const incident = foldIncident(log, link([a.say(log, reported), a.say(log, odd), b.say(log, odd)]));
    expect(structuredClone(incident)).toEqual(incident);
    expect(pictureOf(incident).facts).toEqual({ constructor: true, toString: 3 });
  });

  it('takes a correction of a correction for the entry they both correct [LOG-12]', () => {
    const a = openDevice(13);
    const note = a.say(log, { kind: 'note.added', body: { text: a.words('通知').ref } });
    const correct = (of: Signed, happenedAt: string) =>
      a.say(log, { kind: 'entry.corrected', body: { corrects: of.entry.id, happenedAt, reason: a.words('時計').ref } });
    const first = correct(note, '2026-11-25T10:00:00+09:00');
    const records = link([a.say(log, reported), note, first, correct(first, '2026-11-25T11:00:00+09:00')]);
    const line = timelineOf(foldIncident(log, records), records).find((l) => l.record.entry.id === note.entry.id);
    expect(line).toMatchObject({ happenedAt: '2026-11-25T11:00:00+09:00', corrections: [{}, {}] });
  });

  it('opens in a zone that this machine does not know [LOG-13]', () => {
    const a = openDevice(14);
    const records = link([
      a.say(log, { kind: 'incident.reported', body: { ...reported.body, zone: 'Nowhere/Land' } }),
      a.say(log, { kind: 'note.added', body: { text: a.words('きのう').ref, happenedAt: '2026-11-24' } }),
    ]);
    expect(timelineOf(foldIncident(log, records), records)).toHaveLength(2);
  });
});
