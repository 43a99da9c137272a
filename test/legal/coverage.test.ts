import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../house/source-files.ts';
import { knowledge } from '../support/knowledge.ts';

type Record = { readonly id: string; readonly rules?: string[]; readonly caveats?: string[]; readonly changes?: string[] };

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const records = parse(read('knowledge/dossier-coverage.yaml'), { schema: 'core' }) as readonly Record[];
const { rules, pending } = knowledge.base;

const caveatStands = (written: string): boolean => {
  const [rule, words] = written.split(': ');
  return rules.some((r) => r.id === rule && r.caveats.some((c) => c.ja.includes(words as string)));
};

describe('the records of the sources on Japan [L-06]', () => {
  it('are all here, each once', () => {
    expect(records.map((r) => r.id).sort()).toEqual(read('test/fixtures/dossier-ids.txt').trim().split('\n').sort());
  });

  it.each(records)('$id leads somewhere', ({ rules: into = [], caveats = [], changes = [] }) => {
    expect(into.length + caveats.length + changes.length).toBeGreaterThan(0);
    expect(into.filter((id) => !rules.some((r) => r.id === id))).toEqual([]);
    expect(caveats.filter((c) => !caveatStands(c))).toEqual([]);
    expect(changes.filter((id) => !pending.some((p) => p.id === id))).toEqual([]);
  });
});
