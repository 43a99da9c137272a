import { describe, expect, it } from 'vitest';
import { knowledge } from '../../../test/support/knowledge.ts';
import { readAgreements } from './read-agreements.ts';

const whole = {
  party: '株式会社みほん',
  side: 'customer',
  triggers: ['party-information', 'service-down'],
  hours: 24,
  clause: '業務委託契約 12条',
  way: '電話 のち メール',
  consentFirst: true,
  until: '2027-03-31',
};
const read = (raw: unknown) => readAgreements(knowledge.agreements, raw, () => 'new');
const problem = (change: Readonly<Record<string, unknown>>) => {
  const done = read([{ ...whole, ...change }]);
  return done.ok ? undefined : { code: done.error.code, field: done.error.field, nearest: done.error.nearest };
};

describe('agreements from a file or a form', () => {
  it('become drafts, words sealed apart, with the id they had [AGREE-10]', () => {
    expect(read(whole)).toEqual({
      ok: true,
      value: [
        {
          kind: 'organisation.agreement-set',
          body: {
            agreement: 'new',
            side: 'customer',
            triggers: ['party-information', 'service-down'],
            party: { text: '株式会社みほん' },
            clause: { text: '業務委託契約 12条' },
            way: { text: '電話 のち メール' },
            within: { n: 24, unit: 'hours' },
            consentFirst: true,
            until: '2027-03-31',
          },
        },
      ],
    });
    const id = '019a0000-0000-7000-8000-0000000000aa';
    expect(read([{ ...whole, id }])).toMatchObject({ value: [{ body: { agreement: id } }] });
  });

  it('name the field and the nearest name where something is wrong, and take nothing [AGREE-11]', () => {
    expect(problem({})).toBeUndefined();
    expect(problem({ party: ' 　' })).toMatchObject({ code: 'wrong-type', field: 'agreements.0.party' });
    expect(problem({ party: undefined })).toMatchObject({ code: 'missing-field', field: 'agreements.0.party' });
    expect(problem({ side: 'custmer' })).toMatchObject({ code: 'unknown-value', nearest: 'customer' });
    expect(problem({ triggers: ['servicedown'] })).toMatchObject({ field: 'agreements.0.triggers.0', nearest: 'service-down' });
    expect(problem({ triggers: [] })).toMatchObject({ field: 'agreements.0.triggers' });
    expect(problem({ hour: 24 })).toMatchObject({ code: 'unknown-field', nearest: 'hours' });
    for (const hours of [0, -1, 1.5, '24', 99_999]) expect(problem({ hours })).toMatchObject({ field: 'agreements.0.hours' });
    expect(problem({ days: 3 })).toMatchObject({ field: 'agreements.0.days' });
    expect(problem({ until: '2027-02-30' })).toMatchObject({ code: 'bad-date' });
    expect(problem({ until: '2027-02-20T10:00:00Z' })).toMatchObject({ code: 'bad-date' });
    expect(read([]).ok).toBe(false);
    expect(read(['x']).ok).toBe(false);
    expect(read([whole, { ...whole, side: 'x' }])).toMatchObject({ ok: false, error: { field: 'agreements.1.side' } });
  });
});
