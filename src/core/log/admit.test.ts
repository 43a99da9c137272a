import { describe, expect, it } from 'vitest';
import { incidentLog, linkAll, openDevice, reported, type TestDevice } from '../../../test/support/pens.ts';
import { admit, type Judge } from './admit.ts';
import type { HashHex, Kept, Signed } from './entry.ts';
import { foldIncident } from './fold-incident.ts';

const log = incidentLog(4);
const bundle = '0'.repeat(64);
const free: Judge = { blockers: () => [], lockedEmpty: () => [] };
const open: Judge = {
  blockers: () => [{ obligation: 'appi-ppc-report', stage: 'preliminary', why: 'not-filed' }],
  lockedEmpty: () => ['state'],
};
const closing = { kind: 'incident.closed', body: { bundle } } as const;
const judge = (records: readonly Kept[], signed: Signed, by: Judge = free) => admit(foldIncident(log, records), records, signed.entry, by);
const headOf = (records: readonly Kept[]): HashHex | null => records.at(-1)?.link?.chain ?? null;
const approving = (device: TestDevice, base: HashHex | null) =>
  device.say(
    log,
    {
      kind: 'filing.approved',
      body: { obligation: 'appi-ppc-report', stage: 'preliminary', form: 'F-01', bundle, text: device.words('速報').ref },
    },
    base,
  );

describe('admitting an entry', () => {
  const [a, b] = [openDevice(41), openDevice(42)];
  const seen = linkAll(log, [a.say(log, reported), a.say(log, { kind: 'facts.recorded', body: { facts: { maliciousAct: true } } })]);

  it('refuses an approval or a closing that had not seen an answer, and takes one that had [LOG-08]', () => {
    expect(judge(seen, approving(b, seen[0]?.link.chain ?? null))).toEqual({ code: 'changed-meanwhile', entries: [seen[1]?.entry.id] });
    expect(judge(seen, b.say(log, closing, null))).toMatchObject({ code: 'changed-meanwhile' });
    expect(judge(seen, approving(b, headOf(seen)))).toBeUndefined();
    expect(judge(seen, b.say(log, closing, headOf(seen)))).toBeUndefined();
  });

  it('minds no note, and nothing that the same device said [LOG-08]', () => {
    const noted = linkAll(log, [...seen, a.say(log, { kind: 'note.added', body: { text: a.words('メモ').ref } })]);
    expect(judge(noted, approving(b, headOf(seen)))).toBeUndefined();
    expect(judge(seen, approving(a, null))).toBeUndefined();
  });

  it('minds no entry that had no effect itself [LOG-08]', () => {
    const waived = b.say(log, { kind: 'facts.recorded', body: { facts: { maliciousAct: false } } });
    const records = linkAll(log, [...seen, waived], { 2: 'changed-meanwhile' });
    expect(judge(records, approving(a, headOf(seen)))).toBeUndefined();
  });

  it('names what stands against closing, and closes practice freely [LOG-09]', () => {
    expect(judge(seen, a.say(log, closing), open)).toMatchObject({ code: 'duties-open', blockers: [{ stage: 'preliminary' }] });
    const drill = linkAll(log, [a.say(log, { kind: 'incident.reported', body: { ...reported.body, drill: true } })]);
    expect(judge(drill, a.say(log, closing), open)).toBeUndefined();
    const closed = linkAll(log, [...seen, a.say(log, closing)]);
    expect(judge(closed, a.say(log, closing))).toEqual({ code: 'already-closed' });
    expect(judge(seen, a.say(log, { kind: 'incident.reopened', body: { reason: a.words('再発').ref } }))).toEqual({ code: 'not-closed' });
    expect(judge([], a.say(log, closing))).toEqual({ code: 'not-reported' });
  });

  it('lowers severity only with a reason [LOG-09]', () => {
    const high = linkAll(log, [...seen, a.say(log, { kind: 'severity.set', body: { level: 'L3' } })]);
    expect(judge(high, a.say(log, { kind: 'severity.set', body: { level: 'L1' } }))).toEqual({ code: 'reason-missing' });
    expect(judge(high, a.say(log, { kind: 'severity.set', body: { level: 'L4' } }))).toBeUndefined();
    expect(judge(high, a.say(log, { kind: 'severity.set', body: { level: 'L1', reason: a.words('1台だけと確認').ref } }))).toBeUndefined();
  });

  it('refuses a notice while a locked field is empty [LOG-09]', () => {
    const issued = a.say(log, {
      kind: 'notice.issued',
      body: { notice: log.slice(9), form: 'F-08', lang: 'ja', way: 'copied', text: a.words('お知らせ').ref },
    });
    expect(judge(seen, issued, open)).toEqual({ code: 'locked-field-empty', fields: ['state'] });
    expect(judge(seen, issued)).toBeUndefined();
  });
});
