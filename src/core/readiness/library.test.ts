import { describe, expect, it } from 'vitest';
import { knowledge } from '../../../test/support/knowledge.ts';
import { dutiesOf, libraryOf, responseOf } from '../../build/load-knowledge.ts';
import type { Source } from '../knowledge/text.ts';

const { library, ladder } = knowledge;
const numbered = (letter: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${letter}-${String(i + 1).padStart(2, '0')}`);

/** Every source inside a value. */
const sourcesIn = (value: unknown): readonly Source[] => {
  if (typeof value !== 'object' || value === null) return [];
  return 'readOn' in value && 'grade' in value ? [value as Source] : Object.values(value).flatMap(sourcesIn);
};

describe('quiet days', () => {
  it('have thirty checks, each with what good is, how it is proved and how often [LIB-01]', () => {
    expect(library.readiness.checks.map((c) => c.id)).toEqual(numbered('R', 30));
    for (const { id, every, sources } of library.readiness.checks) {
      expect((every.months ?? 0) + (every.days ?? 0), id).toBeGreaterThan(0);
      expect(sources.length, id).toBeGreaterThan(0);
    }
    expect(library.readiness.yardsticks).toHaveLength(5);
    expect(library.readiness.alone).toHaveLength(10);
  });

  it('have seven drills, each on a clock with points, and one way to run them [LIB-02]', () => {
    expect(library.drills.map((d) => d.id)).toEqual(numbered('D', 7));
    expect(library.drills.map((d) => [d.minutes, d.injects.length])).toEqual([
      [75, 8],
      [60, 6],
      [75, 7],
      [60, 7],
      [60, 6],
      [30, 6],
      [45, 5],
    ]);
    expect(library.drillMethod.donts.map((d) => d.ja).join()).toContain('動いている機器を使わない');
  });
});

describe('names and measures', () => {
  it('give every case P-01 to P-23 a name in RSIT, whose first column is mandatory [LIB-03]', () => {
    expect([...library.taxonomy.cases.flatMap((c) => c.cases)].sort()).toEqual(numbered('P', 23));
    expect(library.taxonomy.schemes.map((s) => [s.id, s.names.length])).toEqual([
      ['rsit', 11],
      ['jpcert', 8],
      ['tlp', 5],
      ['threats', 10],
      ['attack', 4],
    ]);
  });

  it('never translate the labels for sharing [LIB-03]', () => {
    const tlp = library.taxonomy.schemes.find((s) => s.id === 'tlp');
    expect(tlp?.names.map((n) => n.name)).toEqual(['TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR']);
  });

  it('say of each span from which moment to which [LIB-04]', () => {
    expect(library.metrics.metrics).toHaveLength(14);
    for (const { id, from, to } of library.metrics.metrics) expect(from === undefined, id).toBe(to === undefined);
    expect(library.metrics.metrics.filter((m) => m.from).map((m) => m.id)).toHaveLength(8);
  });
});

describe('helpers', () => {
  it('are five, and the ladder of one has all its rungs [LIB-05]', () => {
    expect(library.helpers.map((h) => [h.id, h.kind])).toEqual([
      ['closing', 'gate'],
      ['evidence-order', 'order'],
      ['network-stop', 'tree'],
      ['power', 'tree'],
      ['recovery-gate', 'gate'],
    ]);
    const rungs = library.helpers.find((h) => h.id === 'network-stop')?.outcomes?.flatMap((o) => o.rung ?? []);
    expect([...new Set(rungs)].sort()).toEqual(ladder.map((r) => r.id));
  });

  it('tell the same order and conditions as the common blocks [LIB-05]', () => {
    const block = (id: string) => knowledge.blocks.find((b) => b.id === id);
    const lines = (id: string) => library.helpers.find((h) => h.id === id)?.lines ?? [];
    expect(lines('evidence-order')).toHaveLength(block('CB-4')?.table?.rows.length ?? 0);
    expect(lines('recovery-gate').map((l) => l.text.ja)).toEqual(
      block('CB-10')
        ?.points.slice(0, 5)
        .map((p) => p.text.ja),
    );
  });

  it('take each to the safe side where everything is not known [LIB-06]', () => {
    const end = (id: string): string => {
      const helper = library.helpers.find((h) => h.id === id);
      let at = helper?.start;
      for (;;) {
        const turn = helper?.questions?.find((q) => q.id === at)?.unknown;
        if (!turn) return '';
        if ('do' in turn) return turn.do;
        at = turn.ask;
      }
    };
    expect(end('power')).toBe('safety-first');
    expect(end('network-stop')).toBe('n1-watch');
  });
});

describe('where sources disagree', () => {
  it('each position has its source, and a safest default with why [LIB-07]', () => {
    expect(library.disagreements).toHaveLength(15);
    for (const d of library.disagreements) {
      expect(d.positions.length, d.id).toBeGreaterThan(0);
      expect(d.see.length, d.id).toBeGreaterThan(0);
    }
    expect(library.disagreements.filter((d) => d.positions.some((p) => p.obsolete)).map((d) => d.id)).toEqual(['power']);
  });
});

describe('the library as a whole', () => {
  it('was opened live by nobody yet, and says so [LIB-08]', () => {
    expect(sourcesIn(library).filter((s) => s.checked !== null)).toEqual([]);
  });

  it('is a part of its own: neither duties nor the incident page load it [LIB-09]', () => {
    const text = JSON.stringify([dutiesOf(knowledge), responseOf(knowledge)]);
    for (const key of ['proof', 'injects', 'outcomes', 'jpcert']) expect(text.includes(`"${key}":`), key).toBe(false);
    expect(libraryOf(knowledge)).toMatchObject({ hash: knowledge.hash, forms: knowledge.forms, helpers: library.helpers });
  });

  it('tells of five levels who acts, and what only a person sees [LIB-10]', () => {
    expect(library.levels.map((l) => [l.id, l.seen.length])).toEqual([
      ['L0', 1],
      ['L1', 1],
      ['L2', 1],
      ['L3', 2],
      ['L4', 2],
    ]);
    const asked = knowledge.severity.signs.map((s) => s.text.ja);
    for (const seen of library.levels.flatMap((l) => l.seen)) expect(asked).not.toContain(seen.ja);
  });
});
