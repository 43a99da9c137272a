import { describe, expect, it } from 'vitest';
import { incidentLog, openDevice, reported } from '../../../test/support/pens.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { type Kind, shapes } from './kinds.ts';
import { readEntry } from './read-entry.ts';
import { sealWords } from './seal-words.ts';
import type { Field, Fields } from './shape.ts';
import { uuidV7 } from './uuid.ts';

const log = incidentLog(1);
const device = openDevice(1);
const good = device.say(log, reported);
const read = (entry: Record<string, unknown>, signature: unknown = good.signature) =>
  readEntry({ entry: { ...good.entry, ...entry }, signature });
const problems = (entry: Record<string, unknown>, signature: unknown = good.signature) =>
  read(entry, signature).problems.map((p) => [p.code, p.field, p.nearest]);

describe('reading an entry', () => {
  it('takes one that was made by a pen [LOG-03]', () => expect(readEntry(good)).toEqual({ signed: good, problems: [] }));

  it.each<[string, Record<string, unknown>, readonly unknown[]]>([
    ['a field too many', { mood: 'calm' }, ['unknown-field', 'mood', undefined]],
    ['a moment without offset', { saidAt: '2026-11-25T14:00:00' }, ['wrong-type', 'saidAt', undefined]],
    ['a day instead of a moment', { saidAt: '2026-11-25' }, ['wrong-type', 'saidAt', undefined]],
    ['another version', { version: 2 }, ['wrong-type', 'version', undefined]],
    ['a log of no kind', { log: 'notes:1' }, ['wrong-type', 'log', undefined]],
    ['a kind that looks alike', { kind: 'note.aded' }, ['unknown-kind', 'note.aded', 'note.added']],
    ['words where none may be', { body: { ...reported.body, text: '山田です' } }, ['wrong-type', 'body.text', undefined]],
    ['a field of another kind', { body: { ...reported.body, level: 'L1' } }, ['unknown-field', 'body.level', undefined]],
    ['a body without its bundle', { body: { zone: 'Asia/Tokyo' } }, ['missing-field', 'body.bundle', undefined]],
    ['words in a fact', { kind: 'facts.recorded', body: { facts: { knownAt: 'きのうの夜' } } }, ['wrong-type', 'body.facts', undefined]],
    [
      'a fact named after a prototype',
      { kind: 'facts.recorded', body: { facts: JSON.parse('{"__proto__":true}') } },
      ['wrong-type', 'body.facts', undefined],
    ],
    [
      'far too much',
      { kind: 'part.erased', body: { parts: Array.from({ length: 5000 }, () => log.slice(9)), reason: 'request' } },
      ['too-large', 'entry', undefined],
    ],
  ])('refuses %s, naming the field [LOG-03]', (_, entry, expected) => expect(problems(entry)).toEqual([expected]));

  it('asks a signing device for its signature, and others for none [LOG-03]', () => {
    expect(problems({}, null)).toEqual([['missing-field', 'signature', undefined]]);
    expect(problems({ device: `unsigned:${log.slice(9)}` })).toEqual([['unknown-field', 'signature', undefined]]);
    expect(readEntry(null).problems).toHaveLength(1);
  });

  it('takes a kind of a newer program only where that is asked for [LOG-03]', () => {
    const raw = { entry: { ...good.entry, kind: 'orbit.left', body: { where: 'somewhere' } }, signature: good.signature };
    expect(readEntry(raw).problems).toHaveLength(1);
    expect(readEntry(raw, { newer: true }).problems).toEqual([]);
    expect(readEntry({ ...raw, entry: { ...raw.entry, body: { where: '\ud800' } } }, { newer: true }).problems).toMatchObject([
      { code: 'ill-formed-text' },
    ]);
  });
});

const sample = (field: Field, words: unknown): unknown => {
  switch (field.is) {
    case 'list':
      return [sample(field.of, words)];
    case 'map':
      return { someField: sample(field.of, words) };
    case 'record':
      return Object.fromEntries(Object.entries(field.fields).map(([key, inner]) => [key, sample(inner, words)]));
    case 'facts':
    case 'learned':
      return { someFact: words };
    default:
      return words;
  }
};

describe('words', () => {
  it('fit no field of any kind [LOG-04]', () => {
    const taken = Object.entries(shapes as Readonly<Record<string, Fields>>).flatMap(([kind, fields]) =>
      Object.entries(fields).flatMap(([field, shape]) => {
        const found = problems({ kind, body: { [field]: sample(shape, '山田 太郎 03-1234-5678') } });
        return found.some(([code, name]) => code === 'wrong-type' && name === `body.${field}`) ? [] : [`${kind} ${field}`];
      }),
    );
    expect(taken).toEqual([]);
  });

  it('go into parts where their kind has a place for them, and only there [LOG-14]', () => {
    const pen = { ...device.pen(), encode: (text: string) => new TextEncoder().encode(text) };
    const { body, parts } = sealWords(
      { kind: 'notice.amended', body: { notice: log.slice(9), form: 'F-08', fields: { state: { text: 'か\u3099' } } } },
      pen,
    );
    expect(parts.map((p) => new TextDecoder().decode(p.bytes))).toEqual(['が']);
    expect(problems({ kind: 'notice.amended', body })).toEqual([]);
    const stray = sealWords({ kind: 'branch.answered' as Kind, body: { branch: { text: 'P-01.B1' }, answer: 'yes' } }, pen);
    expect(stray.parts).toEqual([]);
    expect(problems({ kind: 'branch.answered', body: stray.body })).toEqual([['wrong-type', 'body.branch', undefined]]);
  });
});

describe('small spellings', () => {
  it('orders ids by their time and marks version and variant [LOG-05]', () => {
    const ones = new Uint8Array(10).fill(255);
    expect(uuidV7(0x019abcdef012, ones)).toBe('019abcde-f012-7fff-bfff-ffffffffffff');
    expect(uuidV7(1_795_000_000_000, ones) < uuidV7(1_795_000_000_001, new Uint8Array(10))).toBe(true);
  });

  it('spells bytes as Node does, and reads only that spelling [LOG-05]', () => {
    for (let n = 0; n < 70; n++) {
      const bytes = Uint8Array.from({ length: n }, (_, i) => (i * 37 + n) % 256);
      expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
    }
    expect(['A', 'AB', 'AA=', 'A+', 'AAB'].map(fromBase64url)).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });
});
