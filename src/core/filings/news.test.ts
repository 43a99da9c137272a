import { describe, expect, it } from 'vitest';
import { knowledge } from '../../../test/support/knowledge.ts';
import { incidentLog, linkAll, openDevice, reported } from '../../../test/support/pens.ts';
import type { Saying } from '../log/kinds.ts';
import { type NewsRun, readNews } from './news.ts';

const log = incidentLog(71);

const facts = (values: Extract<Saying, { kind: 'facts.recorded' }>['body']['facts']): Saying => ({
  kind: 'facts.recorded',
  body: { facts: values },
});

const leak = facts({
  eventType: ['leak'],
  personalDataInvolved: true,
  sensitiveInfo: true,
  maliciousAct: false,
  role: 'controller',
  entityType: 'private',
  occurred: true,
  knownAt: '2026-11-20T18:30:00+09:00',
});

const newsOf = (run: NewsRun, rule: string) =>
  run.news.flatMap(({ after, moved }) => moved.filter((m) => m.rule === rule).map(({ from, to }) => ({ after, from, to })));

describe('what an answer changed [ROOM-01]', () => {
  it('is said of the entry that moved a duty, with where it stood before and after', () => {
    const device = openDevice(71);
    const records = linkAll(log, [
      device.say(log, reported),
      device.say(log, leak),
      device.say(log, facts({ personalDataInvolved: false })),
    ]);
    const found = newsOf(readNews(knowledge, log, records), 'appi-ppc-report');
    expect(found.map(({ from, to }) => [from, to])).toContainEqual(['unknown', expect.stringMatching(/yes|presumed/)]);
    expect(found.at(-1)).toEqual({ after: records[2]?.entry.id, from: expect.stringMatching(/yes|presumed/), to: 'no' });
  });

  it('goes on where the log went on, and says the same as from the beginning', () => {
    const device = openDevice(72);
    const all = linkAll(log, [
      device.say(log, reported),
      device.say(log, { kind: 'action.done', body: { action: 'P-01.T5.1' } }),
      device.say(log, leak),
      device.say(log, facts({ pMark: 'granted' })),
    ]);
    const first = readNews(knowledge, log, all.slice(0, 3));
    const gone = readNews(knowledge, log, all, undefined, first);
    expect(gone).toEqual(readNews(knowledge, log, all));
    expect(gone.steps[1]).toBe(first.steps[1]);
  });

  it('takes an answer that was taken back as not said, from then on', () => {
    const device = openDevice(73);
    const wrong = device.say(log, leak);
    const records = linkAll(log, [
      device.say(log, reported),
      wrong,
      device.say(log, { kind: 'entry.withdrawn', body: { withdraws: wrong.entry.id } }),
    ]);
    const found = newsOf(readNews(knowledge, log, records), 'appi-ppc-report');
    expect(found.map(({ after }) => after)).toEqual([wrong.entry.id, records[2]?.entry.id]);
    expect(found.at(-1)?.to).toBe('unknown');
  });

  it('sees what the writer had seen, though notes stand between', () => {
    const [a, b] = [openDevice(74), openDevice(75)];
    const before = linkAll(log, [
      a.say(log, reported),
      a.say(log, leak),
      a.say(log, { kind: 'action.done', body: { action: 'P-01.T5.2' } }),
    ]);
    const records = [
      ...before,
      {
        ...b.say(log, facts({ personalDataInvolved: false }), before.at(-1)?.link.chain),
        link: { ...(before.at(-1)?.link as never as object), seq: 4, chain: 'f'.repeat(64) },
      },
    ] as typeof before;
    expect(newsOf(readNews(knowledge, log, records), 'appi-ppc-report').at(-1)?.to).toBe('no');
  });
});
