import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../src/build/load-knowledge.ts';
import { runScenario } from '../src/build/run-scenario.ts';

const { bundle, files, problems } = loadKnowledge(join(import.meta.dirname, '../knowledge'));
const { scenarios } = files;

describe('whole incidents', () => {
  it.each(scenarios.map((s) => [s.id, s.title.ja, s] as const))('%s %s [SCEN-01]', (_id, _title, scenario) => {
    expect(runScenario(bundle, scenario)).toEqual([]);
  });

  it('have one name each, and say where their expectations are written [SCEN-02]', () => {
    expect(problems).toEqual([]);
    expect(new Set(scenarios.map((s) => s.id)).size).toBe(scenarios.length);
    for (const { expect: wanted, id } of scenarios) expect(Object.keys(wanted).length, id).toBeGreaterThan(0);
  });

  it('are at least sixty [SCEN-03]', () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(60);
  });

  it('meet every playbook [SCEN-04]', () => {
    const met = new Set(scenarios.map((s) => s.playbook));
    const wanted = bundle.playbooks.filter((p) => p.kind === 'playbook').map((p) => p.id);
    expect(wanted.filter((id) => !met.has(id))).toEqual([]);
  });

  it('expect every Japanese duty to apply at least once [SCEN-05]', () => {
    const applying = new Set(
      scenarios.flatMap((s) => Object.entries(s.expect.duties ?? {}).flatMap(([id, { applies }]) => (applies === 'yes' ? [id] : []))),
    );
    const japanese = bundle.base.rules.filter((rule) => rule.instrument.startsWith('jp.')).map((rule) => rule.id);
    expect(japanese.length).toBeGreaterThan(0);
    expect(japanese.filter((id) => !applying.has(id))).toEqual([]);
  });
});
