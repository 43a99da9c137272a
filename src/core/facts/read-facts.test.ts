import { describe, expect, it } from 'vitest';
import type { FactDef } from './fact.ts';
import { readFacts, readLearned } from './read-facts.ts';

const text = { ja: '問い', en: 'question' };
const base = { question: text, who: 'it', effort: 1, group: 'g' } as const;
const values = (...ids: string[]) => ids.map((id) => ({ id, label: text }));
const defs: readonly FactDef[] = [
  { id: 'maliciousAct', kind: 'yes-no', aliases: ['suspectedMalicious'], ...base },
  { id: 'role', kind: 'one-of', values: values('controller', 'entrustee'), valueAliases: { processor: 'entrustee' }, ...base },
  { id: 'sector', kind: 'some-of', values: values('bank', 'telecom'), ...base },
  { id: 'subjectsMax', kind: 'number', ...base },
  { id: 'knownAt', kind: 'instant', start: 'awareness', ...base },
  { id: 'subjectsIn', kind: 'number', keyed: true, ...base },
];
const read = (raw: unknown, lenient = false) => readFacts(defs, raw, { lenient });

describe('reading answers from outside', () => {
  it('reads each kind as it is written [F-01]', () => {
    const raw = {
      maliciousAct: true,
      role: 'controller',
      sector: ['bank'],
      subjectsMax: { min: 5 },
      knownAt: '2026-11-20',
      'subjectsIn.US-CA': 3,
    };
    expect(read(raw)).toEqual({ facts: raw, parked: [], problems: [], ignored: [] });
  });

  it('takes "unknown" and null as asked and not known, never as no [F-02]', () =>
    expect(read({ maliciousAct: 'unknown', role: null })).toMatchObject({ facts: {}, parked: ['maliciousAct', 'role'], problems: [] }));

  it('reads older names and values at the edge [F-03]', () =>
    expect(read({ suspectedMalicious: true, role: 'processor' }).facts).toEqual({ maliciousAct: true, role: 'entrustee' }));

  it.each([
    [{ malicousAct: true }, { code: 'unknown-fact', field: 'malicousAct', nearest: 'maliciousAct' }],
    [{ role: 'controler' }, { code: 'unknown-value', field: 'role', value: 'controler', nearest: 'controller' }],
    [{ sector: ['bank', 'telcom'] }, { code: 'unknown-value', field: 'sector', value: 'telcom', nearest: 'telecom' }],
    [{ sector: { not: ['bnk'] } }, { code: 'unknown-value', field: 'sector', value: 'bnk', nearest: 'bank' }],
    [{ maliciousAct: 'yes' }, { code: 'wrong-kind', field: 'maliciousAct', kind: 'yes-no' }],
    [{ subjectsMax: -1 }, { code: 'wrong-kind', field: 'subjectsMax', kind: 'number' }],
    [{ subjectsMax: { min: 9, max: 2 } }, { code: 'contradiction', field: 'subjectsMax' }],
    [{ sector: { has: ['bank'], not: ['bank'] } }, { code: 'contradiction', field: 'sector' }],
    [
      { maliciousAct: true, suspectedMalicious: false },
      { code: 'contradiction', field: 'suspectedMalicious' },
    ],
    [{ knownAt: '2026-11-20T18:30' }, { code: 'bad-instant', field: 'knownAt', value: '2026-11-20T18:30' }],
    ['facts', { code: 'not-an-object', field: 'facts' }],
  ])('names what is wrong in %j and what was meant [F-04]', (raw, problem) => expect(read(raw).problems).toEqual([problem]));

  it('leaves out what it cannot read when lenient, and says so; nothing becomes a no [F-05]', () => {
    const lenient = read({ foo: 1, role: 'controler', sector: ['bank', 'telcom'], maliciousAct: true }, true);
    expect(lenient).toEqual({
      facts: { maliciousAct: true, sector: { has: ['bank'] } },
      parked: [],
      problems: [],
      ignored: ['foo', 'role.controler', 'sector.telcom'],
    });
  });

  it('reads when facts were learned, `default` among them [F-06]', () => {
    expect(readLearned(defs, { default: '2026-11-20', subjectsMax: '2026-12-01T09:00+09:00' }).learned).toEqual({
      default: '2026-11-20',
      subjectsMax: '2026-12-01T09:00+09:00',
    });
    expect(readLearned(defs, { subjectMax: '2026-11-20' }).problems).toEqual([
      { code: 'unknown-fact', field: 'learned.subjectMax', nearest: 'subjectsMax' },
    ]);
    expect(readLearned(defs, { subjectsMax: 'soon' }).problems).toEqual([
      { code: 'bad-instant', field: 'learned.subjectsMax', value: 'soon' },
    ]);
  });
});
