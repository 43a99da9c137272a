import { describe, expect, it } from 'vitest';
import { callOrder, isDayTime, telOf } from './card-call.ts';
import { changesOfCard, joinDraft } from './card-log.ts';

const contact = (role: string, phone: string, name = '') => ({ id: role, role, name, phone });
const inLog = {
  seq: 3,
  values: { name: 'みどり', contacts: [contact('day', '1234')], places: [{ id: 'a', name: '経理部' }] },
  apart: [],
  names: [],
  twins: [],
};

describe("the organisation's card", () => {
  it('puts the number of this hour first, with the other beside it [CARD-02]', () => {
    const [day, night] = [contact('day', '03-0000-0000'), contact('night', '090-0000-0000')];
    const roles = (text: string, ...of: readonly ReturnType<typeof contact>[]) => callOrder(of, new Date(text)).map((c) => c.role);
    expect(roles('2026-11-25T10:00', day, night)).toEqual(['day', 'night']);
    expect(roles('2026-11-25T18:00', day, night)).toEqual(['night', 'day']);
    expect(roles('2026-11-28T10:00', day, night)).toEqual(['night', 'day']);
    expect(roles('2026-11-25T22:00', day)).toEqual(['day']);
    expect(roles('2026-11-25T22:00', day, contact('night', '03-0000-0000'))).toEqual(['night']);
    expect(roles('2026-11-25T22:00', contact('night', ''))).toEqual([]);
    expect(isDayTime(new Date('2026-11-25T07:59'))).toBe(false);
  });

  it('makes a number that a telephone takes, also from full-width digits [CARD-02]', () => {
    expect(telOf('０３−００００（内線 12）')).toBe('tel:03000012');
    expect(telOf('+81 3-0000-0000')).toBe('tel:+81300000000');
  });

  it('says only what changed [CARD-01]', () => {
    expect(changesOfCard(inLog, inLog.values)).toEqual([]);
    const after = {
      name: 'みどり',
      contacts: [contact('day', '5678', '山田'), contact('night', '')],
      places: [{ id: 'b', name: '営業部' }],
    };
    expect(changesOfCard(inLog, after)).toEqual([
      { kind: 'organisation.contact-set', body: { contact: 'day', role: 'day', name: { text: '山田' }, phone: { text: '5678' } } },
      { kind: 'organisation.place-set', body: { place: 'b', name: { text: '営業部' } } },
      { kind: 'organisation.place-removed', body: { place: 'a' } },
    ]);
    expect(changesOfCard(inLog, { ...inLog.values, contacts: [contact('day', '')] })).toEqual([
      { kind: 'organisation.contact-removed', body: { contact: 'day' } },
    ]);
  });

  it('says the prefecture of the head office as a fact of the card, once [WHERE-07]', () => {
    const after = { ...inLog.values, prefecture: 'nagano' };
    expect(changesOfCard(inLog, after)).toEqual([{ kind: 'organisation.described', body: { facts: { headOfficePrefecture: 'nagano' } } }]);
    expect(changesOfCard({ ...inLog, values: after }, after)).toEqual([]);
    expect(joinDraft({ ...after, prefecture: '' }, { ...inLog, values: after }).prefecture).toBe('nagano');
  });

  it('decides between what was said apart by saying it again [CARD-03]', () => {
    const said = [contact('day', '1234'), contact('day', '9999')];
    const disputed = { ...inLog, apart: [{ about: 'day', said }] };
    expect(changesOfCard(disputed, inLog.values).map((d) => d.kind)).toEqual(['organisation.contact-set']);
    expect(changesOfCard({ ...inLog, names: ['みどり', 'ミドリ'] }, inLog.values).map((d) => d.kind)).toEqual(['organisation.described']);
  });

  it('takes away what another device wrote for the same role once someone has decided [CARD-03]', () => {
    const said = [{ ...contact('day', '1111'), id: 'x' }, contact('day', '1234')];
    const drafts = changesOfCard({ ...inLog, apart: [{ about: 'day', said }], twins: ['x'] }, inLog.values);
    expect(drafts.map((d) => d.kind)).toEqual(['organisation.contact-set', 'organisation.contact-removed']);
  });

  it('joins a draft made before the server was reached with what is there [CARD-01]', () => {
    const draft = {
      name: '',
      contacts: [{ ...contact('day', '5678'), id: 'x' }],
      places: [
        { id: 'y', name: '経理部' },
        { id: 'z', name: '工場' },
      ],
    };
    expect(joinDraft(draft, inLog)).toEqual({
      name: 'みどり',
      contacts: [{ ...contact('day', '5678'), id: 'day' }],
      places: [
        { id: 'a', name: '経理部' },
        { id: 'z', name: '工場' },
      ],
    });
  });
});
