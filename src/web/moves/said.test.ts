import { describe, expect, it } from 'vitest';
import type { Kept, Saying } from '../../core/index.ts';
import { incidentLog, openDevice, reported } from '../../../test/support/pens.ts';
import { freshRecord } from './record.ts';
import { beginningOf, changesOf, readSaid } from './said.ts';

const at = Date.UTC(2026, 10, 25, 0, 14);
const say = (ms: number): string => `${new Date(ms + 9 * 3_600_000).toISOString().slice(0, -1)}+09:00[Asia/Tokyo]`;
const page = { playbook: 'P-01', bundle: '0'.repeat(64), zone: 'Asia/Tokyo', facts: { eventType: 'malware' } };
const device = openDevice(71);
const log = incidentLog(71);
const tell = (...sayings: readonly Saying[]): readonly Kept[] => sayings.map((saying) => device.say(log, saying));
const done = (action: string, happenedAt = say(at)): Saying => ({ kind: 'action.done', body: { action, happenedAt } });

describe('what a page of first moves says', () => {
  it('begins with the report, then ticks in the order of their time, then answers [BEGIN-02]', () => {
    const record = {
      noticedAt: at,
      done: { 'P-01.T5.2': at + 60_000, 'P-01.T5.1': at + 30_000 },
      cannot: ['P-01.T5.3'],
      answers: { 'P-01.B1': 'no' },
    };
    expect(beginningOf(record, page, say)).toEqual([
      {
        kind: 'incident.reported',
        body: {
          zone: 'Asia/Tokyo',
          bundle: page.bundle,
          playbook: 'P-01',
          facts: { eventType: 'malware', knownAt: '2026-11-25T09:14:00.000+09:00' },
        },
      },
      { kind: 'action.done', body: { action: 'P-01.T5.1', happenedAt: '2026-11-25T09:14:30.000+09:00[Asia/Tokyo]' } },
      { kind: 'action.done', body: { action: 'P-01.T5.2', happenedAt: '2026-11-25T09:15:00.000+09:00[Asia/Tokyo]' } },
      { kind: 'branch.answered', body: { branch: 'P-01.B1', answer: 'no' } },
    ]);
  });

  it('reads back what it said, and the moment of noticing [BEGIN-03]', () => {
    const facts = { kind: 'facts.recorded', body: { facts: { knownAt: '2026-11-25T08:00:00+09:00' } } } as const;
    const said = readSaid(
      tell(reported, done('P-01.T5.1'), { kind: 'branch.answered', body: { branch: 'P-01.B1', answer: 'yes' } }, facts),
    );
    expect(said).toMatchObject({ done: { 'P-01.T5.1': at }, answers: { 'P-01.B1': 'yes' }, begun: true, closed: false });
    expect(said.noticedAt).toBe(Date.UTC(2026, 10, 24, 23));
  });

  it('takes back every entry that stands for a step [BEGIN-03]', () => {
    const records = tell(reported, done('P-01.T5.1'), done('P-01.T5.1'), done('P-01.T5.2'));
    const { standing } = readSaid(records);
    const before = { ...freshRecord(at), done: { 'P-01.T5.1': at, 'P-01.T5.2': at } };
    const withdrawn = changesOf(before, { ...before, done: { 'P-01.T5.2': at } }, standing, say);
    expect(withdrawn.map((d) => d.body)).toEqual([{ withdraws: records[1]?.entry.id }, { withdraws: records[2]?.entry.id }]);
    const after = readSaid([...records, ...tell(...(withdrawn as readonly Saying[]))]);
    expect(after.done).toEqual({ 'P-01.T5.2': at });
  });

  it('says an answer anew, and a changed time of noticing; says nothing of what was only looked at [BEGIN-03]', () => {
    const before = { ...freshRecord(at), answers: { 'P-01.B1': 'yes' } };
    const after = { ...before, noticedAt: at - 60_000, answers: { 'P-01.B1': 'no' }, cannot: ['P-01.T5.1'] };
    expect(changesOf(before, after, {}, say)).toEqual([
      { kind: 'facts.recorded', body: { facts: { knownAt: '2026-11-25T09:13:00.000+09:00' } } },
      { kind: 'branch.answered', body: { branch: 'P-01.B1', answer: 'no' } },
    ]);
  });

  it('sees that the incident was closed, unless that was refused or undone [BEGIN-04]', () => {
    const close = { kind: 'incident.closed', body: { bundle: page.bundle } } as const;
    const reopen = { kind: 'incident.reopened', body: { reason: device.words('続き').ref } } as const;
    expect(readSaid(tell(reported, close)).closed).toBe(true);
    expect(readSaid(tell(reported, close, reopen)).closed).toBe(false);
    const [first, closed] = tell(reported, close) as [Kept, Kept];
    const link = { seq: 2, arrivedAt: '2026-11-25T00:14:00.000Z', skewSeconds: 0, chain: '0'.repeat(64), refusal: 'duties-open' };
    expect(readSaid([first, { ...closed, link }]).closed).toBe(false);
  });
});
