import { describe, expect, it } from 'vitest';
import { incidentLog, linkAll, nodeHasher, openDevice, reported } from '../../../test/support/pens.ts';
import type { ErasedPart, Linked, Part } from './entry.ts';
import { linkNext } from './hash.ts';
import { type Breach, checkNext, checkPart, startChain, withheldParts } from './verify.ts';

const log = incidentLog(2);
const device = openDevice(2);
const words = [device.words('一つ目'), device.words('二つ目')] as const;
const signed = [
  device.say(log, reported),
  device.say(log, { kind: 'note.added', body: { text: words[0].ref } }),
  device.say(log, { kind: 'note.added', body: { text: words[1].ref } }),
];
const linked = linkAll(log, signed);
const erasing = linkAll(log, [...signed, device.say(log, { kind: 'part.erased', body: { parts: [words[0].part.id], reason: 'mistake' } })]);

const check = (records: readonly Linked[], parts: readonly (Part | ErasedPart)[] = []) => {
  let state = startChain(log);
  const breaches: Breach[] = [];
  for (const record of records) {
    const next = checkNext(state, record, nodeHasher);
    state = next.state;
    breaches.push(...next.breaches);
  }
  const partBreaches = parts.flatMap((part) => checkPart(state, part, nodeHasher) ?? []);
  const present = parts.filter((part) => !('erased' in part)).length - partBreaches.length;
  const withheld = withheldParts(state, new Set(parts.map((part) => part.id)));
  return { breaches, parts: { present, erased: state.erased.size, withheld, breaches: partBreaches } };
};
const found = (records: readonly Linked[]) => check(records).breaches.map((b) => `${b.what} ${b.seq}`);
const changed = (at: number, change: (record: Linked) => Linked): readonly Linked[] => linked.map((r, i) => (i === at ? change(r) : r));

describe('checking a log', () => {
  it('finds nothing in a whole one [LOG-06]', () => expect(found(linked)).toEqual([]));

  it.each<[string, readonly Linked[], readonly string[]]>([
    ['a changed body', changed(1, (r) => ({ ...r, entry: { ...r.entry, body: {} } })), ['chain-broken 2', 'device-chain-broken 3']],
    ['another arrival', changed(1, (r) => ({ ...r, link: { ...r.link, arrivedAt: '2026-11-25T00:00:00.000Z' } })), ['chain-broken 2']],
    ['a refusal written in later', changed(2, (r) => ({ ...r, link: { ...r.link, refusal: 'duties-open' } })), ['chain-broken 3']],
    ['a missing entry', linked.filter((_, i) => i !== 1), ['gap 3', 'chain-broken 3', 'device-chain-broken 3']],
    ['the end cut off', linked.slice(0, 2), []],
  ])('finds %s at its place [LOG-06]', (_, records, expected) => expect(found(records)).toEqual(expected));

  it('finds an entry put in twice, and one of another log [LOG-06]', () => {
    expect(found(linkAll(log, [...signed, ...signed.slice(1, 2)]))).toEqual(['entry-twice 4', 'device-chain-broken 4']);
    const stray = openDevice(3).say(incidentLog(3), reported);
    expect(found(linkAll(log, [...signed, stray]))).toEqual(['other-log 4']);
  });

  it('goes on after a broken place, so that one change is one finding [LOG-06]', () => {
    const forged = linkNext(
      { log, seq: 1, chain: linked[0]?.link.chain ?? null },
      signed[2] as Linked,
      { arrivedAt: '2026-11-25T00:00:00.000Z', skewSeconds: 0 },
      nodeHasher,
    );
    expect(found([linked[0] as Linked, { ...(signed[2] as Linked), link: forged }])).toEqual(['device-chain-broken 2']);
  });

  it('names parts that are altered, unpromised, or still there after erasure [LOG-07]', () => {
    const [a, b] = [words[0].part, words[1].part];
    expect(check(linked, [a, b]).parts).toMatchObject({ present: 2, erased: 0, withheld: [], breaches: [] });
    expect(check(linked, [a]).parts).toMatchObject({ present: 1, withheld: [b.id], breaches: [] });
    expect(check(linked, [{ ...a, bytes: Uint8Array.of(1) }, b]).parts.breaches).toEqual([{ what: 'part-altered', part: a.id, seq: 2 }]);
    expect(check(linked, [device.words('なし').part]).parts.breaches).toMatchObject([{ what: 'part-unknown' }]);
    expect(check(linked, [{ id: a.id, erased: true }]).parts.breaches).toMatchObject([{ what: 'part-altered', seq: 2 }]);
    expect(check(erasing, [{ id: a.id, erased: true }, b]).parts).toMatchObject({ present: 1, erased: 1, breaches: [] });
    expect(check(erasing, [a, b]).parts.breaches).toMatchObject([{ what: 'part-not-erased', seq: 2 }]);
  });
});
