import { describe, expect, it } from 'vitest';
import { knowledge } from '../../../test/support/knowledge.ts';
import { bundleShape, describeBundle } from './bundle.ts';

const read = (bundle: unknown) => bundleShape.safeParse(bundle);

describe('the schema of the bundle [KEXP-01]', () => {
  it('fits the knowledge of the repository, and loses none of what duties are computed from', () => {
    const found = read(knowledge);
    expect(found.error?.issues ?? []).toEqual([]);
    const { facts, base, recipients, delegations, offices, changes } = found.data ?? {};
    expect({ facts, base, recipients, delegations, offices, changes }).toEqual({
      facts: knowledge.facts,
      base: knowledge.base,
      recipients: knowledge.recipients,
      delegations: knowledge.delegations,
      offices: knowledge.offices,
      changes: knowledge.changes,
    });
  });

  it('refuses a rule without its text in one language, a day that is none, and a grade that does not exist', () => {
    const rules = knowledge.base.rules;
    const with1 = (rule: object) => read({ ...knowledge, base: { ...knowledge.base, rules: [{ ...rules[0], ...rule }] } }).success;
    expect(with1({})).toBe(true);
    expect(with1({ label: { ja: '報告' } })).toBe(false);
    expect(with1({ from: '2026' })).toBe(false);
    expect(with1({ sources: [{ ...rules[0]?.sources[0], grade: 'Z' }] })).toBe(false);
  });

  it('is a JSON Schema that names every part', () => {
    const schema = describeBundle() as { $schema: string; properties: object; required: string[] };
    expect(schema.$schema).toContain('2020-12');
    expect(Object.keys(schema.properties)).toContain('delegations');
    expect(schema.required).toContain('base');
    expect(() => JSON.stringify(schema)).not.toThrow();
  });
});
