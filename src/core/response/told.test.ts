import { describe, expect, it } from 'vitest';
import { responseOf } from '../../build/load-knowledge.ts';
import { knowledge } from '../../../test/support/knowledge.ts';
import { incidentLog, linkAll, openDevice, reported } from '../../../test/support/pens.ts';
import { contactLabel, deskLabel, dutiesOf, foldIncident, foldOrganisation, type Saying, toldLines } from '../index.ts';

const response = responseOf(knowledge);
const log = incidentLog(90);
const own = '01937f00-0000-7000-8000-00000000000c';
const card = '01937f00-0000-7000-8000-00000000000d';

const linesAfter = (...sayings: Saying[]) => {
  const device = openDevice(91);
  device.clock.now = Date.parse('2026-11-24T03:00:00Z');
  const incident = foldIncident(
    log,
    linkAll(
      log,
      [reported, ...sayings].map((s) => device.say(log, s)),
    ),
  );
  const { assessment } = dutiesOf(knowledge, incident);
  return toldLines({ incident, response, organisation: undefined, obligations: assessment.obligations });
};

const line = (lines: ReturnType<typeof linesAfter>, contact: string) => lines.find((l) => l.contact === contact);

describe('who was told', () => {
  it('lists whom the playbook names, inside and outside, as not yet told [TOLD-01]', () => {
    const lines = linesAfter();
    for (const id of ['executive', 'staff', 'own-contact']) expect(line(lines, id)).toMatchObject({ side: 'inside', state: 'not-yet' });
    for (const id of ['partners', 'vendor', 'insurer']) expect(line(lines, id)).toMatchObject({ side: 'outside', state: 'not-yet' });
    for (const id of ['advertisers', 'jpcert-emotet', 'jnsa-emergency']) expect(line(lines, id), id).toBeUndefined();
    const website = linesAfter({ kind: 'playbook.added', body: { playbook: 'P-03' } });
    for (const id of ['customers', 'partners', 'entrusters', 'advertisers', 'parent', 'ministry'])
      expect(line(website, id), id).toMatchObject({ state: 'not-yet' });
  });

  it('names whomever it lists in the words of the knowledge, wherever the log has their id [TOLD-01]', () => {
    const playbooks = response.playbooks.map(({ id }): Saying => ({ kind: 'playbook.added', body: { playbook: id } }));
    const setting = { knowledge, directory: response.directory, incident: foldIncident(log, []), wordsOf: () => undefined };
    const nameless = linesAfter(...playbooks).filter(({ contact }) => !(contactLabel(contact, setting) ?? deskLabel(contact, response)));
    expect(nameless.map(({ contact }) => contact)).toEqual([]);
  });

  it('lists the recipients of duties that apply or may apply, our own people first, then those that apply, the earliest date first, one desk once [TOLD-02]', () => {
    const open = line(linesAfter(), 'ppc-leak');
    expect(open?.duties.map((d) => d.rule)).toContain('appi-ppc-report');
    expect(open?.duties.every((d) => !d.applies)).toBe(true);
    const facts = {
      personalDataInvolved: true,
      operator: true,
      eventType: ['leak'],
      occurred: true,
      sensitiveInfo: true,
      role: 'controller',
      entityType: 'private',
      maliciousAct: true,
      strongProtection: false,
      recoveredUnseen: false,
      knownAt: '2026-11-20T18:30:00+09:00',
    };
    const lines = linesAfter({ kind: 'facts.recorded', body: { facts } });
    const sides = lines.map((l) => l.side);
    expect(sides.slice(sides.indexOf('outside'))).not.toContain('inside');
    const outside = lines.filter((l) => l.side === 'outside');
    const applies = outside.map((l) => l.duties.some((d) => d.applies));
    expect(applies).toContain(true);
    expect(applies.slice(applies.indexOf(false))).not.toContain(true);
    const dates = outside.map((l) => l.duties.filter((d) => d.applies).flatMap((d) => d.due?.at ?? []));
    const firsts = dates.flatMap((d) => (d.length > 0 ? [Math.min(...d)] : []));
    expect(firsts.length).toBeGreaterThan(0);
    expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
    const undated = dates.findIndex((d) => d.length === 0);
    expect(dates.slice(undated).flat()).toEqual([]);
    expect(lines.filter((l) => l.label?.ja.includes('個人情報保護委員会')).map((l) => l.contact)).toHaveLength(1);
  });

  it('keeps when, by whom and by what way, and puts the told after those not told yet [TOLD-03]', () => {
    const lines = linesAfter(
      {
        kind: 'contact.told',
        body: { contact: 'partners', side: 'outside', state: 'told', toldAt: '2026-11-25T10:00:00+09:00[Asia/Tokyo]', way: 'phone' },
      },
      { kind: 'contact.told', body: { contact: 'partners', side: 'outside', state: 'told', way: 'mail' } },
      { kind: 'contact.told', body: { contact: 'insurer', side: 'outside', state: 'not-needed' } },
      { kind: 'contact.told', body: { contact: 'vendor', side: 'outside', state: 'not-yet' } },
    );
    expect(line(lines, 'partners')?.told.map((t) => t.value.way)).toEqual(['phone', 'mail']);
    expect(lines.slice(-2).map((l) => [l.contact, l.state])).toEqual([
      ['partners', 'told'],
      ['insurer', 'not-needed'],
    ]);
    expect(line(lines, 'vendor')?.state).toBe('not-yet');
  });

  it('lets nothing said later make someone untold; a mistake is taken back [TOLD-03]', () => {
    const device = openDevice(92);
    const told = device.say(log, { kind: 'contact.told', body: { contact: 'staff', side: 'inside', state: 'told' } });
    const all = [
      device.say(log, reported),
      told,
      device.say(log, { kind: 'contact.told', body: { contact: 'staff', side: 'inside', state: 'not-yet' } }),
    ];
    const stateAfter = (records: typeof all) =>
      line(toldLines({ incident: foldIncident(log, linkAll(log, records)), response, organisation: undefined, obligations: [] }), 'staff')
        ?.state;
    expect(stateAfter(all)).toBe('told');
    const back = device.say(log, { kind: 'entry.withdrawn', body: { withdraws: told.entry.id } });
    expect(stateAfter([...all, back])).toBe('not-yet');
  });

  it('holds own additions, and the numbers of the card beside the desk they belong to [TOLD-04]', () => {
    const device = openDevice(93);
    const { ref: name } = device.words('県の商工会');
    const incident = foldIncident(
      log,
      linkAll(log, [device.say(log, reported), device.say(log, { kind: 'contact.listed', body: { contact: own, side: 'outside', name } })]),
    );
    const place = 'organisation:01937f00-0000-7000-8000-00000000000e';
    const { ref: phone } = device.words('090-0000-0000');
    const organisation = foldOrganisation(
      place,
      linkAll(place, [
        device.say(place, { kind: 'organisation.contact-set', body: { contact: card, role: 'night', phone } }),
        device.say(place, { kind: 'organisation.contact-set', body: { contact: own, role: 'boss', phone } }),
      ]),
    );
    const lines = toldLines({ incident, response, organisation, obligations: [] });
    expect(line(lines, own)).toMatchObject({ name, side: 'outside', state: 'not-yet' });
    expect(line(lines, 'own-contact')?.card).toEqual([{ role: 'night', phone }]);
    expect(line(lines, 'boss')).toMatchObject({ side: 'inside', card: [{ role: 'boss', phone }] });
  });
});
